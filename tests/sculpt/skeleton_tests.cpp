#include "anatomy/registry.h"
#include "base/geometry.h"
#include "sculpt/mesh_topology.h"
#include "sculpt/recipe.h"
#include "sculpt/sculpt.h"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

const std::filesystem::path recipe_folder = OSTEON_SOURCE_DIR "/assets/anatomy/recipes";

Box box_of(const Mesh& mesh) {
    Box box;
    for (const glm::vec3& point : mesh.positions) {
        box.add(point);
    }
    return box;
}

const Meshing no_cache{.cache = std::nullopt, .progress = {}};

std::vector<SculptedBone> sculpt_only(std::string_view only) {
    auto bones = sculpt_bones(recipe_folder, only, no_cache);
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    return *bones;
}

} // namespace

TEST_CASE("every bone of the registry has a recipe, and every recipe a bone") {
    const auto registry = anatomy::load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml");
    REQUIRE(registry.has_value());
    const auto recipes = load_recipes(recipe_folder);
    REQUIRE_MESSAGE(recipes.has_value(), (recipes ? "" : describe(recipes.error())));
    std::set<std::string> sculpted;
    for (const BoneRecipe& recipe : *recipes) {
        CAPTURE(recipe.id);
        const anatomy::BoneIndex bone = registry->find(recipe.id);
        REQUIRE(bone != anatomy::no_bone);
        sculpted.insert(recipe.id);
        if (registry->bones[bone].mirror != anatomy::no_bone) {
            sculpted.insert(registry->bones[registry->bones[bone].mirror].id);
        }
    }
    for (const anatomy::Bone& bone : registry->bones) {
        CAPTURE(bone.id);
        CHECK((bone.kind != anatomy::PieceKind::bone || sculpted.contains(bone.id)));
    }
}

TEST_CASE("the thigh bones are long, closed, and mirror each other") {
    const auto femurs = sculpt_only("femur");
    REQUIRE(femurs.size() == 2);
    CHECK(femurs[0].id == "femur_left");
    CHECK(femurs[1].id == "femur_right");
    const Box left = box_of(femurs[0].mesh), right = box_of(femurs[1].mesh);
    CHECK(right.size().y == doctest::Approx(440.0F).epsilon(0.02));
    CHECK(left.min.x == doctest::Approx(-right.max.x));
    CHECK(left.min.x > 0.0F);
    for (const SculptedBone& femur : femurs) {
        CHECK(topology_of(femur.mesh).open_edges == 0);
        CHECK(topology_of(femur.mesh).pieces == 1);
    }
}

TEST_CASE("teeth are mirrored by their quadrant") {
    const auto teeth = sculpt_only("tooth_18");
    REQUIRE(teeth.size() == 2);
    CHECK(teeth[0].id == "tooth_28");
    CHECK(box_of(teeth[0].mesh).min.x > 0.0F);
    CHECK(box_of(teeth[1].mesh).max.x < 0.0F);
}

TEST_CASE("the lumbar vertebrae stand above each other") {
    const auto vertebrae = sculpt_only("vertebra_l");
    REQUIRE(vertebrae.size() == 5);
    for (std::size_t i = 1; i < vertebrae.size(); ++i) {
        CHECK(box_of(vertebrae[i].mesh).centre().y < box_of(vertebrae[i - 1].mesh).centre().y);
        CHECK(topology_of(vertebrae[i].mesh).pieces == 1);
    }
}

TEST_CASE("the vault, the breastbone and the feet are at their heights") {
    CHECK(box_of(sculpt_only("parietal_bone_right").back().mesh).max.y ==
          doctest::Approx(1642.0F).epsilon(0.005));
    CHECK(box_of(sculpt_only("sternum").back().mesh).max.y ==
          doctest::Approx(1350.0F).epsilon(0.01));
    CHECK(std::abs(box_of(sculpt_only("calcaneus_right").back().mesh).min.y) < 6.0F);
}

TEST_CASE("a skeleton is not built from a missing registry or folder") {
    const std::filesystem::path out = OSTEON_BINARY_DIR "/never.skeleton";
    CHECK_FALSE(build_skeleton(recipe_folder, "no/bones.toml", out, no_cache).has_value());
    CHECK_FALSE(
        build_skeleton("no/recipes", OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml", out, no_cache)
            .has_value());
    CHECK_FALSE(std::filesystem::exists(out));
}

TEST_CASE("bones are chosen by parts of their ids, between commas, on either side") {
    std::set<std::string> ids;
    for (const SculptedBone& bone : sculpt_only("patella_left,malleus")) {
        ids.insert(bone.id);
    }
    CHECK(ids ==
          std::set<std::string>{"patella_left", "patella_right", "malleus_left", "malleus_right"});
}
