#include "sculpt/sculpt.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <iostream>

namespace {

using namespace osteon;

int report(const Error& error) {
    std::cerr << "osteon-sculpt: " << describe(error) << "\n";
    return static_cast<int>(error.fault);
}

int print_check(const std::filesystem::path& recipes, const std::string& only) {
    const auto bones = sculpt::sculpt_bones(recipes, only);
    if (!bones) {
        return report(bones.error());
    }
    std::size_t triangles = 0, faults = 0;
    for (const sculpt::SculptedBone& bone : *bones) {
        const sculpt::MeshCheck result = sculpt::check(bone.mesh);
        triangles += result.triangles;
        const bool good = result.open_edges == 0 && result.pieces == 1;
        faults += good ? 0 : 1;
        std::printf("%-40s %7zu triangles, %zu open edges, %zu pieces%s\n", bone.id.c_str(),
                    result.triangles, result.open_edges, result.pieces, good ? "" : "  FAULT");
    }
    std::printf("%zu bones, %zu triangles, %zu at fault\n", bones->size(), triangles, faults);
    return faults == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Sculpts the built-in skeleton from its recipes");
    app.require_subcommand(1);
    std::filesystem::path recipes = "assets/anatomy/recipes";
    std::filesystem::path registry = "assets/anatomy/bones.toml";
    std::filesystem::path output = "assets/anatomy/builtin.skeleton";
    std::filesystem::path picture = "skeleton.obj";
    std::string only;

    CLI::App* build = app.add_subcommand("build", "mesh all recipes and write the skeleton");
    build->add_option("--recipes", recipes, "folder with *.recipe files")->capture_default_str();
    build->add_option("--registry", registry, "the bones")->capture_default_str();
    build->add_option("--out", output, "file to write")->capture_default_str();

    CLI::App* check = app.add_subcommand("check", "mesh, and say which bones are not whole");
    check->add_option("--recipes", recipes, "folder with *.recipe files")->capture_default_str();
    check->add_option("--only", only, "only bones whose id contains this");

    CLI::App* obj = app.add_subcommand("obj", "mesh, and write a Wavefront OBJ file to look at");
    obj->add_option("--recipes", recipes, "folder with *.recipe files")->capture_default_str();
    obj->add_option("--only", only, "only bones whose id contains this");
    obj->add_option("--out", picture, "file to write")->capture_default_str();

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : static_cast<int>(Fault::usage);
    }
    if (check->parsed()) {
        return print_check(recipes, only);
    }
    if (obj->parsed()) {
        const auto bones = sculpt::sculpt_bones(recipes, only);
        const auto written =
            bones ? sculpt::write_obj(*bones, picture) : Result<void>(fail(bones.error()));
        return written ? 0 : report(written.error());
    }
    const auto built = sculpt::build_skeleton(recipes, registry, output,
                                              [](std::string_view, int, int) { return true; });
    return built ? 0 : report(built.error());
}
