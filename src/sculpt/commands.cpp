#include "sculpt/commands.h"

#include "base/progress.h"
#include "sculpt/sculpt.h"

#include <cstdio>
#include <iostream>
#include <memory>
#include <unistd.h>

namespace osteon::sculpt {
namespace {

struct BuildOptions {
    MeshingOptions meshing;
    std::filesystem::path registry = default_registry;
    std::filesystem::path output = "assets/anatomy/builtin.skeleton";
};

struct ObjOptions {
    MeshingOptions meshing;
    std::filesystem::path output = "skeleton.obj";
    std::string only;
};

int write_bones(const ObjOptions& options) {
    const auto bones =
        sculpt_bones(options.meshing.recipes, options.only, options.meshing.meshing());
    const auto written =
        bones ? write_obj(*bones, options.output) : Result<void>(fail(bones.error()));
    return written ? 0 : report(written.error());
}

/// A line on the standard error output: one that is written anew on a terminal, else one for each
/// thing that is done.
Progress progress_on_stderr() {
    const bool terminal = ::isatty(STDERR_FILENO) == 1;
    return [terminal, last = std::string()](std::string_view what, int done, int total) mutable {
        const int percent = total > 0 ? 100 * done / total : 100;
        const auto length = static_cast<int>(what.size());
        if (terminal) {
            std::fprintf(stderr, "\r\x1b[K%3d %% %.*s%s", percent, length, what.data(),
                         done == total ? "\n" : "");
        } else if (what != last) {
            std::fprintf(stderr, "%3d %% %.*s\n", percent, length, what.data());
            last = what;
        }
        return true;
    };
}

} // namespace

Meshing MeshingOptions::meshing() const {
    Meshing meshing;
    meshing.progress = progress_on_stderr();
    if (no_cache) {
        meshing.cache.reset();
    } else if (!cache.empty()) {
        meshing.cache = cache;
    }
    return meshing;
}

void add_recipes_option(CLI::App& parser, std::filesystem::path& recipes) {
    parser.add_option("--recipes", recipes, "folder with *.recipe files")->capture_default_str();
}

void add_registry_option(CLI::App& parser, std::filesystem::path& registry) {
    parser.add_option("--registry", registry, "the bones and landmarks")->capture_default_str();
}

void add_meshing_options(CLI::App& parser, MeshingOptions& options) {
    add_recipes_option(parser, options.recipes);
    auto* const cache =
        parser.add_option("--cache", options.cache, "folder to keep meshed bones in");
    parser.add_flag("--no-cache", options.no_cache, "mesh every bone anew")->excludes(cache);
}

int report(const Error& error) {
    std::cerr << "osteon-sculpt: " << describe(error) << "\n";
    return static_cast<int>(error.fault);
}

Command add_build_command(CLI::App& app) {
    const auto options = std::make_shared<BuildOptions>();
    CLI::App* parser = app.add_subcommand("build", "mesh all recipes and write the skeleton");
    add_meshing_options(*parser, options->meshing);
    add_registry_option(*parser, options->registry);
    parser->add_option("--out", options->output, "file to write")->capture_default_str();
    return {parser, [options] {
                const auto built = build_skeleton(options->meshing.recipes, options->registry,
                                                  options->output, options->meshing.meshing());
                return built ? 0 : report(built.error());
            }};
}

Command add_obj_command(CLI::App& app) {
    const auto options = std::make_shared<ObjOptions>();
    CLI::App* parser = app.add_subcommand("obj", "mesh, and write a Wavefront OBJ file to look at");
    add_meshing_options(*parser, options->meshing);
    parser->add_option("--only", options->only, "only bones whose id contains one of these: a,b");
    parser->add_option("--out", options->output, "file to write")->capture_default_str();
    return {parser, [options] { return write_bones(*options); }};
}

} // namespace osteon::sculpt
