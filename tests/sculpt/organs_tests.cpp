#include "anatomy/builtin_format.h"
#include "anatomy/registry.h"
#include "anatomy/surface_tree.h"
#include "base/files.h"
#include "base/geometry.h"
#include "sculpt/bone_surface.h"
#include "sculpt/check.h"
#include "sculpt/sculpt.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include <cmath>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

const std::filesystem::path anatomy_folder = OSTEON_SOURCE_DIR "/assets/anatomy";

/// A registry and the shipped model of its entries.
struct Shipped {
    anatomy::Registry registry;
    anatomy::SkeletonModel model;

    Box box(std::string_view id) const {
        const anatomy::BoneMesh* mesh = model.find(registry.find(id));
        REQUIRE_MESSAGE(mesh != nullptr, id);
        return mesh->bounds;
    }
};

Shipped load_shipped(const char* registry_file, const char* model_file) {
    auto registry = anatomy::load_registry(anatomy_folder / registry_file);
    REQUIRE_MESSAGE(registry.has_value(), (registry ? "" : describe(registry.error())));
    const auto file = map_file(anatomy_folder / model_file);
    REQUIRE(file.has_value());
    auto model = anatomy::decode_builtin(file->bytes, *registry);
    REQUIRE_MESSAGE(model.has_value(), (model ? "" : describe(model.error())));
    return {std::move(*registry), std::move(*model)};
}

Shipped shipped_organs() {
    return load_shipped("organs.toml", "organs.skeleton");
}

Shipped shipped_bones() {
    return load_shipped("bones.toml", "builtin.skeleton");
}

std::vector<SculptedBone> sculpted_organs() {
    auto organs =
        sculpt_bones(anatomy_folder / "organs", "", {.cache = std::nullopt, .progress = {}});
    REQUIRE_MESSAGE(organs.has_value(), (organs ? "" : describe(organs.error())));
    return *organs;
}

/// The finest level of a shipped mesh, in millimetres.
SculptedBone in_millimetres(const Shipped& shipped, const anatomy::BoneMesh& mesh) {
    SculptedBone bone{shipped.registry.bones[mesh.bone].id, {}};
    for (std::uint32_t i = 0; i < mesh.vertex_count; ++i) {
        bone.mesh.positions.push_back(
            shipped.model.position(shipped.model.vertices[mesh.first_vertex + i]) /
            metres_per_millimetre);
    }
    const anatomy::LevelOfDetail& finest = mesh.levels.front();
    for (std::uint32_t i = 0; i < finest.index_count; ++i) {
        bone.mesh.indices.push_back(shipped.model.indices[finest.first_index + i] -
                                    mesh.first_vertex);
    }
    return bone;
}

bool meet(const Box& a, const Box& b) {
    return glm::all(glm::lessThan(a.min, b.max)) && glm::all(glm::lessThan(b.min, a.max));
}

} // namespace

TEST_CASE("every organ is shipped, closed, and small enough for a ghost") {
    const Shipped organs = shipped_organs();
    CHECK(organs.model.meshes.size() == organs.registry.bones.size());
    for (const anatomy::BoneMesh& mesh : organs.model.meshes) {
        CAPTURE(organs.registry.bones[mesh.bone].id);
        CHECK(organs.registry.bones[mesh.bone].kind == anatomy::PieceKind::organ);
        CHECK(mesh.closed);
    }
    CHECK(organs.model.triangle_count() <= 60'000);
    CHECK(std::filesystem::file_size(anatomy_folder / "organs.skeleton") <= 1'000'000);
}

TEST_CASE("the shipped organs are those of the recipes, and whole") {
    const Shipped organs = shipped_organs();
    const std::vector<SculptedBone> sculpted = sculpted_organs();
    CHECK(sculpted.size() == organs.registry.bones.size());
    for (const SculptedBone& organ : sculpted) {
        CAPTURE(organ.id);
        const BoneCheck check = check_bone(organ, {});
        CHECK_MESSAGE(check.faults.empty(), (check.faults.empty() ? "" : check.faults.front()));
        Box made;
        for (const glm::vec3& point : organ.mesh.positions) {
            made.add(point * metres_per_millimetre);
        }
        const Box shipped = organs.box(organ.id);
        constexpr float apart = 0.0005F;
        CHECK(glm::distance(made.min, shipped.min) < apart);
        CHECK(glm::distance(made.max, shipped.max) < apart);
    }
}

TEST_CASE("organs lie within the body, each on its side") {
    const Shipped organs = shipped_organs();
    const Box body = shipped_bones().model.bounds;
    constexpr float flesh = 0.06F; // metres of it around the bones
    for (const anatomy::BoneMesh& mesh : organs.model.meshes) {
        const anatomy::Bone& organ = organs.registry.bones[mesh.bone];
        CAPTURE(organ.id);
        CHECK(glm::all(glm::greaterThan(mesh.bounds.min, body.min - flesh)));
        CHECK(glm::all(glm::lessThan(mesh.bounds.max, body.max + flesh)));
        CHECK((organ.side != anatomy::Side::left || mesh.bounds.centre().x > 0.02F));
        CHECK((organ.side != anatomy::Side::right || mesh.bounds.centre().x < -0.02F));
    }
}

TEST_CASE("organs lie to the bones as a textbook tells") {
    const Shipped organs = shipped_organs(), bones = shipped_bones();
    const auto organ = [&](std::string_view id) { return organs.box(id); };
    const auto bone = [&](std::string_view id) { return bones.box(id); };
    // Kidneys from T12 to L3, the right one lower.
    CHECK(organ("kidney_left").max.y < bone("vertebra_t12").max.y);
    CHECK(organ("kidney_right").min.y > bone("vertebra_l3").min.y);
    CHECK(organ("kidney_right").centre().y < organ("kidney_left").centre().y);
    // The prostate below the bladder, behind the symphysis and before the coccyx.
    CHECK(organ("prostate").max.y < organ("urinary_bladder").min.y + 0.004F);
    CHECK(organ("prostate").max.z < bone("hip_bone_left").max.z - 0.03F);
    CHECK(organ("prostate").min.z > bone("coccyx").max.z);
    // The thyroid before C5 to T1, below the hyoid.
    CHECK(organ("thyroid_gland").max.y < bone("vertebra_c5").max.y);
    CHECK(organ("thyroid_gland").min.y > bone("vertebra_t1").min.y);
    CHECK(organ("thyroid_gland").min.z > bone("vertebra_c7").max.z);
    // The right lung's dome is higher, the heart is more to the left.
    CHECK(organ("lung_right").min.y > organ("lung_left").min.y);
    CHECK(organ("heart").centre().x > 0.01F);
    // The liver under the right dome, the stomach left of it; the bowel frames them from below.
    CHECK(organ("liver").centre().x < -0.02F);
    CHECK(organ("liver").max.y < bone("vertebra_t8").max.y);
    CHECK(organ("stomach").centre().x > 0.01F);
    CHECK(organ("transverse_colon").min.y < organ("stomach").min.y);
    CHECK(organ("ascending_colon").max.x < organ("descending_colon").min.x);
    CHECK(organ("caecum").max.y < bone("hip_bone_right").max.y);
    CHECK(organ("rectum").max.z < organ("urinary_bladder").centre().z);
    // The breasts before the ribs, the figure upright on its soles.
    CHECK(organ("breast_left").max.z > bone("rib_5_left").max.z + 0.02F);
    CHECK(std::abs(organ("skin").min.y) < 0.002F);
}

TEST_CASE("no organ but the skin enters a bone that can be seen") {
    const Shipped organs = shipped_organs(), bones = shipped_bones();
    constexpr float touch = 1.0F; // mm
    for (const anatomy::BoneMesh& mesh : organs.model.meshes) {
        const SculptedBone organ = in_millimetres(organs, mesh);
        for (const anatomy::BoneMesh& other : bones.model.meshes) {
            if (organ.id == "skin" || !meet(mesh.bounds, other.bounds)) {
                continue;
            }
            const auto pairs = find_neighbours({organ, in_millimetres(bones, other)}, 0.0F);
            CHECK_MESSAGE((pairs.empty() || pairs.front().depth < touch),
                          pairs.front().first << " enters " << pairs.front().second << " by "
                                              << pairs.front().depth << " mm at "
                                              << place_in_words(pairs.front().place));
        }
    }
}

TEST_CASE("the skin encloses the bones") {
    const Shipped organs = shipped_organs(), bones = shipped_bones();
    const anatomy::BoneMesh* mesh = organs.model.find(organs.registry.find("skin"));
    REQUIRE(mesh != nullptr);
    const anatomy::TriangleMesh skin_mesh = triangles_of(in_millimetres(organs, *mesh));
    const anatomy::SurfaceTree skin(skin_mesh);
    const glm::vec3 direction = glm::normalize(glm::vec3(0.31F, 0.22F, 0.92F));
    constexpr std::size_t step = 37; // every so many vertices is enough
    std::size_t asked = 0, outside = 0;
    for (std::size_t i = 0; i < bones.model.vertices.size(); i += step) {
        const glm::vec3 place = bones.model.position(bones.model.vertices[i]);
        ++asked;
        outside += skin.all_hits(place / metres_per_millimetre, direction).size() % 2 == 0 ? 1 : 0;
    }
    CHECK(outside * 500 < asked);
}
