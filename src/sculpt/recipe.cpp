#include "sculpt/recipe.h"

#include "base/files.h"

#include <algorithm>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr std::size_t most_statements = 200'000; ///< of all bones together

} // namespace

void RecipeBook::add(Block block) {
    const RecipePlace place = block.head.place;
    const std::string name = block.head.words.size() > 1 ? block.head.words[1].text : "";
    const auto twice = [&](const std::string& what) {
        stop(place, "'" + what + "' is described twice");
    };
    const auto add_suture = [&](Suture suture) {
        const std::string id = suture.name;
        if (!library_.sutures.emplace(id, std::move(suture)).second) {
            twice(id);
        }
    };
    if (block.head.keyword() == "family") {
        if (!library_.families.emplace(name, std::move(block)).second) {
            twice(name);
        }
    } else if (block.head.keyword() == "suture") {
        add_suture(resolve_suture(block));
    } else {
        if (library_.descriptions.contains(name)) {
            twice(name);
        }
        Description description = resolve(block, library_, {});
        for (const Suture& suture : description.sutures) {
            add_suture(suture);
        }
        statements_ += description.statements.size();
        const BuiltSolid built = build(description, solids_, library_.sutures);
        solids_[name] = built;
        if (description.is_bone) {
            bones_.push_back(shape(description, built));
        }
        blocks_.emplace(name, std::move(block));
        library_.descriptions.emplace(name, std::move(description));
    }
}

BoneRecipe RecipeBook::shape(const Description& description, BuiltSolid built) const {
    return {description.id,        description.grid,       description.genus,
            description.tolerance, std::move(built.solid), std::move(built.landmarks),
            description.dimensions};
}

Result<RecipeBook> RecipeBook::read(const std::vector<RecipeText>& files) {
    try {
        RecipeBook book;
        for (const RecipeText& file : files) {
            for (Block& block : read_blocks(file)) {
                const RecipePlace place = block.head.place;
                book.add(std::move(block));
                if (book.statements_ > most_statements) {
                    stop(place, "the recipes have too many statements");
                }
            }
        }
        return book;
    } catch (RecipeError& failure) {
        return fail(std::move(failure.error));
    }
}

Result<BoneRecipe> RecipeBook::with(std::string_view id, const Overrides& overrides) const {
    const auto block = blocks_.find(id);
    if (block == blocks_.end()) {
        return fail({.subject = std::string(id),
                     .place = "",
                     .reason = "there is no recipe for this bone",
                     .cure = "Name a bone that a recipe describes"});
    }
    try {
        const Description description = resolve(block->second, library_, overrides);
        if (description.sutures.empty()) {
            return shape(description, build(description, solids_, library_.sutures));
        }
        Sutures sutures = library_.sutures;
        for (const Suture& suture : description.sutures) {
            sutures[suture.name] = suture;
        }
        return shape(description, build(description, solids_, sutures));
    } catch (RecipeError& failure) {
        return fail(std::move(failure.error));
    }
}

Result<std::vector<RecipeText>> read_recipe_files(const std::filesystem::path& folder) {
    std::error_code code;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
        if (entry.path().extension() == ".recipe") {
            paths.push_back(entry.path());
        }
    }
    if (paths.empty()) {
        return fail({.subject = folder.string(),
                     .place = "",
                     .reason = code ? code.message() : "there is no .recipe file in the folder",
                     .cure = "Name the folder with the recipes"});
    }
    std::sort(paths.begin(), paths.end());
    std::vector<RecipeText> files;
    for (const auto& path : paths) {
        auto text = read_file(path);
        if (!text) {
            return fail(text.error());
        }
        files.push_back({path.filename().string(), std::move(*text)});
    }
    return files;
}

Result<std::vector<BoneRecipe>> parse_recipes(const std::vector<RecipeText>& files) {
    const auto book = RecipeBook::read(files);
    if (!book) {
        return fail(book.error());
    }
    return book->bones();
}

Result<std::vector<BoneRecipe>> load_recipes(const std::filesystem::path& folder) {
    const auto files = read_recipe_files(folder);
    if (!files) {
        return fail(files.error());
    }
    return parse_recipes(*files);
}

} // namespace osteon::sculpt
