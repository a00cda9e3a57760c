#include "sculpt/commands.h"

#include "sculpt/mesh_topology.h"
#include "sculpt/sculpt.h"

#include <cstdio>
#include <iostream>
#include <memory>

namespace osteon::sculpt {
namespace {

struct BuildOptions {
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path registry = "assets/anatomy/bones.toml";
    std::filesystem::path output = "assets/anatomy/builtin.skeleton";
};

struct BoneOptions {
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path output = "skeleton.obj";
    std::string only;
};

int print_check(const BoneOptions& options) {
    const auto bones = sculpt_bones(options.recipes, options.only);
    if (!bones) {
        return report(bones.error());
    }
    std::size_t triangles = 0, faults = 0;
    for (const SculptedBone& bone : *bones) {
        const Topology result = topology_of(bone.mesh);
        triangles += bone.mesh.indices.size() / 3;
        const bool good = result.open_edges + result.crowded_edges + result.pinched_vertices == 0 &&
                          result.pieces == 1;
        faults += good ? 0 : 1;
        std::printf("%-40s %7zu triangles, %zu open edges, %zu crowded edges, %zu pinched "
                    "vertices, %zu pieces, genus %d, %zu strays%s\n",
                    bone.id.c_str(), bone.mesh.indices.size() / 3, result.open_edges,
                    result.crowded_edges, result.pinched_vertices, result.pieces, result.genus,
                    bone.mesh.strays.size(), good ? "" : "  FAULT");
    }
    std::printf("%zu bones, %zu triangles, %zu at fault\n", bones->size(), triangles, faults);
    return faults == 0 ? 0 : 1;
}

int write_bones(const BoneOptions& options) {
    const auto bones = sculpt_bones(options.recipes, options.only);
    const auto written =
        bones ? write_obj(*bones, options.output) : Result<void>(fail(bones.error()));
    return written ? 0 : report(written.error());
}

} // namespace

int report(const Error& error) {
    std::cerr << "osteon-sculpt: " << describe(error) << "\n";
    return static_cast<int>(error.fault);
}

Command add_build_command(CLI::App& app) {
    const auto options = std::make_shared<BuildOptions>();
    CLI::App* parser = app.add_subcommand("build", "mesh all recipes and write the skeleton");
    parser->add_option("--recipes", options->recipes, "folder with *.recipe files")
        ->capture_default_str();
    parser->add_option("--registry", options->registry, "the bones")->capture_default_str();
    parser->add_option("--out", options->output, "file to write")->capture_default_str();
    return {parser, [options] {
                const auto built =
                    build_skeleton(options->recipes, options->registry, options->output,
                                   [](std::string_view, int, int) { return true; });
                return built ? 0 : report(built.error());
            }};
}

Command add_check_command(CLI::App& app) {
    const auto options = std::make_shared<BoneOptions>();
    CLI::App* parser = app.add_subcommand("check", "mesh, and say which bones are not whole");
    parser->add_option("--recipes", options->recipes, "folder with *.recipe files")
        ->capture_default_str();
    parser->add_option("--only", options->only, "only bones whose id contains this");
    return {parser, [options] { return print_check(*options); }};
}

Command add_obj_command(CLI::App& app) {
    const auto options = std::make_shared<BoneOptions>();
    CLI::App* parser = app.add_subcommand("obj", "mesh, and write a Wavefront OBJ file to look at");
    parser->add_option("--recipes", options->recipes, "folder with *.recipe files")
        ->capture_default_str();
    parser->add_option("--only", options->only, "only bones whose id contains this");
    parser->add_option("--out", options->output, "file to write")->capture_default_str();
    return {parser, [options] { return write_bones(*options); }};
}

} // namespace osteon::sculpt
