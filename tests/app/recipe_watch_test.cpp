#include "anatomy/reference.h"
#include "app/child_process.h"
#include "app/recipe_watch.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <unistd.h>

using namespace osteon;
using namespace osteon::app;

namespace {

/// A folder of its own for a test, removed at the end.
struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("osteon-recipe-test-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path / name) << text;
    }
};

/// What the watch gives next; nothing comes within a minute only where it is broken.
std::optional<Result<anatomy::SkeletonModel>> next(RecipeWatch& watch) {
    for (int i = 0; i < 600; ++i) {
        if (auto built = watch.take()) {
            return built;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return std::nullopt;
}

anatomy::Registry registry() {
    return anatomy::load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml").value();
}

} // namespace

TEST_CASE("a child's output, errors and status come back") {
    const auto child = run_child("/bin/sh", {"-c", "echo out; echo err >&2; exit 3"});
    REQUIRE(child.has_value());
    CHECK(child->status == 3);
    CHECK(child->output == "out\n");
    CHECK(child->errors == "err\n");
}

TEST_CASE("a program that is not there is named in the error") {
    const auto child = run_child("/nowhere/sculptor", {});
    REQUIRE_FALSE(child.has_value());
    CHECK(describe(child.error()).find("/nowhere/sculptor") != std::string::npos);
}

TEST_CASE("a recipe is meshed when it is saved, and a faulty one says where it is faulty") {
    const Folder folder;
    folder.write("ball.recipe", "bone patella_right grid=2\nellipsoid -80 450 40  20 20 10\n");
    const anatomy::Registry known = registry();
    RecipeWatch watch({folder.path / "ball.recipe", {}, {}}, known, [] {});

    const auto first = next(watch);
    REQUIRE(first.has_value());
    REQUIRE(first->has_value());
    const anatomy::BoneMesh* ball = (*first)->find(known.find("patella_right"));
    REQUIRE(ball != nullptr);
    CHECK(ball->bounds.size().y == doctest::Approx(0.04F).epsilon(0.05));

    folder.write("ball.recipe", "bone patella_right grid=2\nellipsoid -80 450 40  20\n");
    const auto broken = next(watch);
    REQUIRE(broken.has_value());
    REQUIRE_FALSE(broken->has_value());
    CHECK(describe(broken->error()).find("ball.recipe, line 2") != std::string::npos);

    folder.write("ball.recipe", "bone patella_right grid=2\nellipsoid -80 450 40  20 30 10\n");
    const auto mended = next(watch);
    REQUIRE(mended.has_value());
    REQUIRE(mended->has_value());
    CHECK((*mended)->find(known.find("patella_right"))->bounds.size().y ==
          doctest::Approx(0.06F).epsilon(0.05));
}

TEST_CASE("the bones of one file are listed, and those of the files before it are not") {
    const Folder folder;
    folder.write("a.recipe", "bone femur_right\nellipsoid -80 450 40  20 20 10\n");
    folder.write("b.recipe", "bone patella_right\ninclude femur_right\nbone hyoid_bone\n"
                             "ellipsoid 0 1450 40  20 20 10\n");
    const auto bones = recipe_bones({folder.path / "b.recipe", {}, {}});
    REQUIRE(bones.has_value());
    CHECK(*bones == std::vector<std::string>{"patella_right", "hyoid_bone"});
    CHECK_FALSE(recipe_bones({folder.path / "c.recipe", {}, {}}).has_value());
}

TEST_CASE("a reference is laid over under a name of its own and is not counted as a bone") {
    anatomy::Registry known = registry();
    const std::size_t before = known.bones.size();
    anatomy::add_overlay_bones(known, {"femur_right", "no_such_bone", "femur_right"});
    REQUIRE(known.bones.size() == before + 1);
    const anatomy::Bone& overlay = known.bones.back();
    CHECK(known.find(anatomy::overlay_id("femur_right")) == before);
    CHECK(overlay.name == "Right femur, reference");
    CHECK(overlay.kind != anatomy::PieceKind::bone);
}
