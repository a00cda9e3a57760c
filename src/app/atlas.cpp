#include "app/atlas.h"

#include "base/paths.h"

#include <spdlog/spdlog.h>

namespace osteon::app {
namespace {

Result<void> check_language(const std::filesystem::path& content, std::string_view language) {
    std::string known;
    for (const knowledge::LanguageName& each : knowledge::find_languages(content)) {
        if (each.id == language) {
            return {};
        }
        known += (known.empty() ? "" : ", ") + each.id;
    }
    return fail({Fault::usage, "--language", "",
                 "there are no texts in the language '" + std::string(language) + "'",
                 "Choose one of " + known});
}

} // namespace

Result<Folders> find_folders(const std::filesystem::path& content) {
    Folders folders;
    const auto take = [](std::filesystem::path& folder, const char* name) -> Result<void> {
        Result<std::filesystem::path> found = shipped_folder(name);
        if (!found) {
            return fail(found.error());
        }
        folder = std::move(*found);
        return {};
    };
    if (auto taken = take(folders.assets, "assets"); !taken) {
        return fail(taken.error());
    }
    if (auto taken = take(folders.shaders, "shaders"); !taken) {
        return fail(taken.error());
    }
    if (!content.empty()) {
        folders.content = content;
    } else if (auto taken = take(folders.content, "content"); !taken) {
        return fail(taken.error());
    }
    return folders;
}

Result<std::unique_ptr<Atlas>> load_atlas(const Folders& folders, std::string_view language) {
    if (const auto known = check_language(folders.content, language); !known) {
        return fail(known.error());
    }
    Result<anatomy::Registry> registry = anatomy::load_registry(folders.registry_file());
    if (!registry) {
        return fail(registry.error());
    }
    Result<anatomy::Surroundings> around = anatomy::load_surroundings(folders.anatomy(), *registry);
    if (!around) {
        return fail(around.error());
    }
    Result<knowledge::Knowledge> knowledge =
        knowledge::load_knowledge(folders.content, language, *registry, *around);
    if (!knowledge) {
        return fail(knowledge.error());
    }
    knowledge::rename_anatomy(knowledge->names, *registry, *around);
    for (const knowledge::ContentFault& fault : knowledge->faults) {
        spdlog::warn("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column, fault.expected);
    }
    return std::make_unique<Atlas>(folders, std::move(*registry), std::move(*around),
                                   std::move(*knowledge));
}

const Atlas& AtlasShelf::put(std::unique_ptr<Atlas> atlas) {
    atlases_.push_back(std::move(atlas));
    return *atlases_.back();
}

Result<const Atlas*> AtlasShelf::in(const std::string& language) {
    for (const auto& atlas : atlases_) {
        if (atlas->knowledge.language.id == language) {
            return atlas.get();
        }
    }
    return load_(language).map(
        [this](std::unique_ptr<Atlas>&& atlas) -> const Atlas* { return &put(std::move(atlas)); });
}

} // namespace osteon::app
