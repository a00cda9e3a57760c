#include "anatomy/builtin_format.h"
#include "base/files.h"
#include "sculpt/commands.h"
#include "sculpt/landmark_report.h"

#include <cstdio>
#include <memory>

namespace osteon::sculpt {
namespace {

struct LandmarksOptions {
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path registry = default_registry;
    std::filesystem::path model;
    std::string only;
};

void print(const std::vector<LandmarkReport>& reports, const std::string& only) {
    std::size_t placed = 0, count = 0;
    for (const LandmarkReport& report : reports) {
        if (report.link.find(only) == std::string::npos) {
            continue;
        }
        ++count;
        placed += report.place ? 1 : 0;
        if (report.place) {
            const glm::dvec3 place(*report.place);
            std::printf("%-56s %7.1f %7.1f %7.1f  %5.1f mm %s%s\n", report.link.c_str(), place.x,
                        place.y, place.z, static_cast<double>(report.off),
                        report.opening ? "opening" : "off the surface",
                        report.fault().empty() ? "" : "  FAULT");
        } else {
            std::printf("%-56s no place\n", report.link.c_str());
        }
    }
    std::printf("%zu of %zu landmarks have a place\n", placed, count);
}

/// Writes the places anew into a built skeleton; its surfaces stay as they are.
Result<void> update(const std::filesystem::path& file, const std::vector<BoneRecipe>& recipes,
                    const anatomy::Registry& registry) {
    const auto mapped = map_file(file);
    if (!mapped) {
        return fail(mapped.error());
    }
    auto model = anatomy::decode_builtin(mapped->bytes, registry);
    if (!model) {
        return fail(model.error());
    }
    model->landmarks = anatomy::place_landmarks(*model, registry, told_places(recipes));
    return write_file_atomically(file, anatomy::encode_builtin(*model, registry));
}

int run_landmarks(const LandmarksOptions& options) {
    const auto registry = anatomy::load_registry(options.registry);
    if (!registry) {
        return report(registry.error());
    }
    const auto recipes = load_recipes(options.recipes);
    if (!recipes) {
        return report(recipes.error());
    }
    print(report_landmarks(*recipes, *registry), options.only);
    if (!options.model.empty()) {
        if (const auto updated = update(options.model, *recipes, *registry); !updated) {
            return report(updated.error());
        }
    }
    return 0;
}

} // namespace

Command add_landmarks_command(CLI::App& app) {
    const auto options = std::make_shared<LandmarksOptions>();
    CLI::App* parser =
        app.add_subcommand("landmarks", "list the landmarks' places, and how far off their bones");
    add_recipes_option(*parser, options->recipes);
    add_registry_option(*parser, options->registry);
    parser->add_option("--only", options->only, "those whose link contains this");
    parser->add_option("--write", options->model,
                       "a built skeleton to write the places into, without building it anew");
    return {parser, [options] { return run_landmarks(*options); }};
}

} // namespace osteon::sculpt
