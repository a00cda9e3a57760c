#include "anatomy/builtin_format.h"
#include "anatomy/prepare.h"
#include "anatomy/reference.h"
#include "base/files.h"
#include "base/progress.h"
#include "sculpt/bone_surface.h"
#include "sculpt/commands.h"
#include "sculpt/recipe.h"
#include "sculpt/sculpt.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <utility>

namespace osteon::sculpt {
namespace {

struct LiveOptions {
    std::filesystem::path recipe;
    std::filesystem::path registry = default_registry;
    std::filesystem::path output;
    std::filesystem::path reference;
    std::vector<std::string> overlays;
    bool list = false;
};

/// The ids of the bones that a file describes: those that it adds to what the files before it say.
Result<std::vector<std::string>> bones_of_file(const std::filesystem::path& recipe) {
    const std::filesystem::path folder = recipe.has_parent_path() ? recipe.parent_path() : ".";
    auto files = read_recipe_files(folder);
    if (!files) {
        return fail(files.error());
    }
    const auto own = std::find_if(files->begin(), files->end(), [&recipe](const RecipeText& file) {
        return file.file == recipe.filename().string();
    });
    if (own == files->end()) {
        return fail({.subject = recipe.string(),
                     .place = "",
                     .reason = "there is no such recipe file",
                     .cure = "Name a file that ends in .recipe"});
    }
    const auto all = parse_recipes({files->begin(), own + 1});
    if (!all) {
        return fail(all.error());
    }
    const auto before = parse_recipes({files->begin(), own});
    std::vector<std::string> ids;
    for (std::size_t i = before ? before->size() : 0; i < all->size(); ++i) {
        ids.push_back((*all)[i].id);
    }
    return ids;
}

/// The file's own bones; none of those whose ids only hold theirs.
Result<std::vector<anatomy::BoneSurface>> sculpt_file(const LiveOptions& options,
                                                      const std::vector<std::string>& ids,
                                                      const anatomy::Registry& registry) {
    std::string only;
    for (const std::string& id : ids) {
        only += (only.empty() ? "" : ",") + id;
    }
    auto bones = sculpt_bones(options.recipe.parent_path(), only);
    if (!bones) {
        return fail(bones.error());
    }
    std::erase_if(*bones, [&ids](const SculptedBone& bone) {
        return std::find(ids.begin(), ids.end(), bone.id) == ids.end();
    });
    return metric_surfaces(std::move(*bones), registry);
}

/// Adds the reference's surfaces of the bones that are to be overlaid, where it has them.
Result<void> add_overlays(const LiveOptions& options, const anatomy::Registry& registry,
                          std::vector<anatomy::BoneSurface>& surfaces) {
    if (options.reference.empty() || options.overlays.empty()) {
        return {};
    }
    const auto reference = anatomy::load_reference(options.reference, registry, options.overlays);
    if (!reference) {
        return fail(reference.error());
    }
    for (const auto& [id, mesh] : *reference) {
        surfaces.push_back(metric_surface(registry.find(anatomy::overlay_id(id)), mesh));
    }
    return {};
}

Result<void> build_live(const LiveOptions& options, const std::vector<std::string>& ids) {
    auto registry = anatomy::load_registry(options.registry);
    if (!registry) {
        return fail(registry.error());
    }
    anatomy::add_overlay_bones(*registry, options.overlays);
    auto surfaces = sculpt_file(options, ids, *registry);
    if (!surfaces) {
        return fail(surfaces.error());
    }
    if (auto added = add_overlays(options, *registry, *surfaces); !added) {
        return added;
    }
    const auto model = anatomy::prepare_model(options.recipe.filename().string(), "",
                                              std::move(*surfaces), tell_nobody);
    if (!model) {
        return fail(model.error());
    }
    return write_file_atomically(options.output, anatomy::encode_builtin(*model, *registry));
}

int run_live(const LiveOptions& options) {
    const auto ids = bones_of_file(options.recipe);
    if (!ids) {
        return report(ids.error());
    }
    if (options.list) {
        for (const std::string& id : *ids) {
            std::printf("%s\n", id.c_str());
        }
        return 0;
    }
    const auto built = build_live(options, *ids);
    return built ? 0 : report(built.error());
}

} // namespace

Command add_live_command(CLI::App& app) {
    const auto options = std::make_shared<LiveOptions>();
    CLI::App* parser = app.add_subcommand(
        "live", "mesh the bones of one recipe file, for osteon --recipe to show");
    parser->add_option("recipe", options->recipe, "a *.recipe file")->required();
    CLI::Option_group* const result = parser->add_option_group("result");
    result->add_option("--out", options->output, "file to write");
    result->add_flag("--list", options->list, "only print the ids of the file's bones");
    result->require_option(1);
    add_registry_option(*parser, options->registry);
    parser->add_option("--reference", options->reference, "folder of meshes, one a bone");
    parser->add_option("--overlay", options->overlays, "bones to show from the reference, too")
        ->delimiter(',');
    return {parser, [options] { return run_live(*options); }};
}

} // namespace osteon::sculpt
