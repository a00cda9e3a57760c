#include "anatomy/builtin_format.h"
#include "base/files.h"
#include "support/shipped_registry.h"
#include "support/tiny_world.h"
#include "view/explosion.h"
#include "view/flight.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace osteon;
using namespace osteon::view;

namespace {

const anatomy::SkeletonModel& builtin_model() {
    static const auto model = [] {
        const auto bytes = read_file(OSTEON_SOURCE_DIR "/assets/anatomy/builtin.skeleton");
        REQUIRE(bytes.has_value());
        auto decoded =
            anatomy::decode_builtin(std::as_bytes(std::span(*bytes)), testing::shipped_registry());
        REQUIRE(decoded.has_value());
        return std::move(*decoded);
    }();
    return model;
}

/// A bone as it is tested: corners of its triangles, and some of its vertices.
struct Solid {
    anatomy::BoneIndex bone = anatomy::no_bone;
    Box box;
    std::vector<glm::vec3> corners; ///< three for each triangle
    std::vector<glm::vec3> samples;
};

std::vector<Solid> solids_of(const anatomy::SkeletonModel& model) {
    constexpr std::size_t c_samples = 150;
    std::vector<Solid> solids;
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        Solid solid{mesh.bone, mesh.bounds, {}, {}};
        const anatomy::LevelOfDetail& level = mesh.levels[1];
        for (const std::uint32_t index :
             model.indices.subspan(level.first_index, level.index_count)) {
            solid.corners.push_back(model.position(model.vertices[index]));
        }
        const std::size_t stride = std::max<std::size_t>(1, mesh.vertex_count / c_samples);
        for (std::size_t i = 0; i < mesh.vertex_count; i += stride) {
            solid.samples.push_back(model.position(model.vertices[mesh.first_vertex + i]));
        }
        solids.push_back(std::move(solid));
    }
    return solids;
}

bool contains(const Box& box, const glm::vec3& point) {
    return glm::all(glm::greaterThan(point, box.min)) && glm::all(glm::lessThan(point, box.max));
}

/// Whether a ray along z from the point leaves the solid once more than it enters.
bool contains(const Solid& solid, const glm::vec3& point) {
    if (!contains(solid.box, point)) {
        return false;
    }
    const auto turn = [](const glm::vec2& a, const glm::vec2& b) { return a.x * b.y - a.y * b.x; };
    int crossings = 0;
    for (std::size_t i = 0; i < solid.corners.size(); i += 3) {
        const glm::vec3 a = solid.corners[i] - point;
        const glm::vec3 b = solid.corners[i + 1] - point;
        const glm::vec3 c = solid.corners[i + 2] - point;
        const float u = turn(glm::vec2(b), glm::vec2(c));
        const float v = turn(glm::vec2(c), glm::vec2(a));
        const float w = turn(glm::vec2(a), glm::vec2(b));
        const bool hit = (u > 0 && v > 0 && w > 0) || (u < 0 && v < 0 && w < 0);
        crossings += hit && (u * a.z + v * b.z + w * c.z) / (u + v + w) > 0.0F ? 1 : 0;
    }
    return crossings % 2 == 1;
}

using Pair = std::pair<anatomy::BoneIndex, anatomy::BoneIndex>;

/// How many of the first bone's samples lie within the second, for all pairs where any does.
std::map<Pair, int> overlaps(const std::vector<Solid>& solids,
                             const std::vector<glm::vec3>& offsets) {
    std::map<Pair, int> found;
    for (const Solid& a : solids) {
        for (const Solid& b : solids) {
            const glm::vec3 shift = offset_of(offsets, a.bone) - offset_of(offsets, b.bone);
            if (a.bone == b.bone || glm::any(glm::greaterThan(a.box.min + shift, b.box.max)) ||
                glm::any(glm::lessThan(a.box.max + shift, b.box.min))) {
                continue;
            }
            const auto inside = std::ranges::count_if(
                a.samples, [&](const glm::vec3& sample) { return contains(b, sample + shift); });
            if (inside > 0) {
                found[{a.bone, b.bone}] = static_cast<int>(inside);
            }
        }
    }
    return found;
}

session::Stage exploded(float amount, bool by_bone) {
    session::Stage stage;
    stage.look = session::Look::exploded;
    stage.explosion = {amount, by_bone};
    return stage;
}

} // namespace

/// The ossicles lie in the middle of the temporal bone, and leave it through its wall.
bool is_locked_in(const anatomy::Registry& registry, const Pair& pair) {
    return registry.bones[pair.first].region == "auditory_ossicles" ||
           registry.bones[pair.second].region == "auditory_ossicles";
}

TEST_CASE("on the way apart no piece runs into another") {
    constexpr int c_brush = 10; // of some 150 samples: bones that touch may brush each other
    const anatomy::Registry& registry = testing::shipped_registry();
    const Explosions explosions = explosions_of(builtin_model(), registry);
    const std::vector<Solid> solids = solids_of(builtin_model());
    const std::map<Pair, int> assembled = overlaps(solids, {});
    for (const bool by_bone : {false, true}) {
        for (const float amount : {0.1F, 0.3F, 0.5F, 0.75F, 1.0F}) {
            const Spread spread = spread_of(exploded(amount, by_bone));
            for (const auto& [pair, inside] : overlaps(solids, offsets_at(explosions, spread))) {
                const auto before = assembled.find(pair);
                CAPTURE(by_bone);
                CAPTURE(amount);
                CAPTURE(registry.bones[pair.first].id);
                CAPTURE(registry.bones[pair.second].id);
                const int allowed = before != assembled.end() ? before->second : 0;
                if (!is_locked_in(registry, pair)) {
                    CHECK(inside <= allowed + c_brush);
                }
            }
        }
    }
}

TEST_CASE("left and right move alike, and the midline stays on it") {
    const anatomy::Registry& registry = testing::shipped_registry();
    for (const bool by_bone : {false, true}) {
        const auto offsets = exploded_offsets(builtin_model(), registry, by_bone);
        for (const anatomy::BoneMesh& mesh : builtin_model().meshes) {
            const anatomy::Bone& bone = registry.bones[mesh.bone];
            CAPTURE(bone.id);
            if (bone.mirror != anatomy::no_bone) {
                CHECK(glm::distance(offsets[mesh.bone], mirrored(offsets[bone.mirror])) < 0.001F);
            } else {
                CHECK(std::abs(offsets[mesh.bone].x) < 0.001F);
            }
        }
    }
}

TEST_CASE("nothing moves unless the skeleton is exploded") {
    const anatomy::Registry registry = tiny::registry();
    const Explosions explosions = explosions_of(tiny::model(registry), registry);
    session::Stage solid = exploded(0.7F, false);
    solid.look = session::Look::solid;
    CHECK(offsets_at(explosions, spread_of(solid)).empty());
    CHECK(offsets_at(explosions, spread_of(exploded(0.0F, true))).empty());
    CHECK(offsets_at(explosions, spread_of(exploded(0.7F, true))).size() == registry.bones.size());
}

TEST_CASE("pieces leave and arrive gently") {
    const SpreadMotion motion{{0.0F, 0.0F}, {0.8F, 0.0F}};
    CHECK(spread_at(motion, 0.0F) == motion.from);
    CHECK(spread_at(motion, 0.03F).by_region < 0.05F * 0.8F);
    CHECK(spread_at(motion, 0.3F).by_region == doctest::Approx(0.4F));
    CHECK(spread_at(motion, 5.0F) == motion.to);
}

TEST_CASE("the whole of an exploded skeleton is framed") {
    const anatomy::Registry registry = tiny::registry();
    const anatomy::SkeletonModel model = tiny::model(registry);
    const Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});
    const auto offsets =
        offsets_at(explosions_of(model, registry), spread_of(exploded(1.0F, true)));
    const session::CameraWish whole{{}, 0.0F, 0.0F, {}};
    const CameraPose pose = resolve(whole, {}, model, layout, offsets);
    CHECK(pose.distance > resolve(whole, {}, model, layout).distance);
    const Camera camera = camera_of(pose, layout, model.bounds);
    for (const anatomy::PackedVertex& vertex : model.vertices) {
        const glm::vec3 place = model.position(vertex) + offset_of(offsets, vertex.bone);
        CHECK(layout.free.contains(glm::vec2(project(camera, layout.stage, place))));
    }
}
