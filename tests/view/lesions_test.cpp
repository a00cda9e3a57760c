#include "anatomy/load.h"
#include "anatomy/surface_tree.h"
#include "view/lesions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>

using namespace osteon;
using namespace osteon::view;

namespace {

const std::filesystem::path assets = std::filesystem::path(OSTEON_SOURCE_DIR) / "assets/anatomy";

struct Body {
    anatomy::Registry registry;
    anatomy::SkeletonModel model;
    Marrow marrow;
};

/// The shipped skeleton.
const Body& body() {
    static const Body loaded = [] {
        auto registry = anatomy::load_registry(assets / "bones.toml");
        REQUIRE(registry);
        auto model = anatomy::load_model({}, *registry, assets / "builtin.skeleton",
                                         std::filesystem::temp_directory_path(), tell_nobody);
        REQUIRE(model);
        Marrow marrow = find_marrow(*model, *registry);
        return Body{std::move(*registry), std::move(*model), std::move(marrow)};
    }();
    return loaded;
}

knowledge::SpreadFigure figure(const char* region, double percent) {
    knowledge::SpreadFigure result;
    result.region = region;
    result.percent = percent;
    result.preferred = true;
    return result;
}

/// Very common in the spine, rare in the limbs; figures for pelvis and sternum.
knowledge::Primary primary(const char* id, knowledge::LesionType type) {
    knowledge::Primary result;
    result.id = id;
    result.lesion_type = type;
    result.heat = {{"skull", 2},        {"thoracic_spine", 4}, {"lumbar_spine", 4},
                   {"ribs", 4},         {"sacrum", 3},         {"femur", 3},
                   {"forearm_hand", 0}, {"lower_leg_foot", 0}};
    result.figures = {figure("pelvis", 70.0), figure("sternum", 25.0)};
    return result;
}

std::vector<Lesion> lesions_of(const knowledge::Primary& primary) {
    return place_lesions(primary, body().marrow);
}

std::map<std::string, int> count_by_site(const std::vector<Lesion>& lesions) {
    std::map<std::string, int> counts;
    for (const Lesion& lesion : lesions) {
        ++counts[body().registry.bones[lesion.bone].site];
    }
    return counts;
}

double share_of(const std::vector<Lesion>& lesions, LesionKind kind) {
    return static_cast<double>(std::ranges::count(lesions, kind, &Lesion::kind)) /
           static_cast<double>(lesions.size());
}

} // namespace

TEST_CASE("The same primary always has the same lesions, another one has others") {
    const auto breast = primary("breast", knowledge::LesionType::mixed);
    const auto lung = primary("lung", knowledge::LesionType::mixed);
    CHECK(lesions_of(breast) == lesions_of(breast));
    CHECK(lesions_of(breast) != lesions_of(lung));
}

TEST_CASE("A region that is reached more often shows more lesions, a rare one none") {
    const auto counts = count_by_site(lesions_of(primary("x", knowledge::LesionType::lytic)));
    CHECK(counts.at("lumbar_spine") > counts.at("sacrum"));
    CHECK(counts.at("sacrum") > counts.at("skull"));
    CHECK(counts.at("pelvis") > counts.at("sternum"));
    CHECK(counts.at("skull") >= 1);
    CHECK_FALSE(counts.contains("forearm_hand"));
    CHECK_FALSE(counts.contains("lower_leg_foot"));
    CHECK_FALSE(counts.contains("humerus")); // nothing is known of it
}

TEST_CASE("A patient's picture has tens of lesions, not hundreds") {
    const auto lesions = lesions_of(primary("x", knowledge::LesionType::lytic));
    CHECK(lesions.size() >= 15);
    CHECK(lesions.size() <= 60);
    CHECK(std::ranges::is_sorted(lesions, {}, &Lesion::bone));
}

TEST_CASE("Kinds follow what is known of the primary") {
    CHECK(share_of(lesions_of(primary("x", knowledge::LesionType::lytic)), LesionKind::lytic) ==
          1.0);
    CHECK(share_of(lesions_of(primary("x", knowledge::LesionType::mainly_blastic)),
                   LesionKind::blastic) > 0.6);
    auto counted = primary("x", knowledge::LesionType::varies);
    counted.lesion_shares = {{.lytic = 30.0, .blastic = 50.0}};
    const auto lesions = lesions_of(counted);
    CHECK(share_of(lesions, LesionKind::lytic) == doctest::Approx(0.3).epsilon(0.25));
    CHECK(share_of(lesions, LesionKind::blastic) == doctest::Approx(0.5).epsilon(0.25));
    CHECK(share_of(lesions, LesionKind::mixed) > 0.0);
}

TEST_CASE("Every lesion lies on its bone's surface, where nothing lies close before it") {
    anatomy::TriangleMesh all;
    std::vector<anatomy::BoneIndex> bone_of;
    for (const anatomy::BoneMesh& mesh : body().model.meshes) {
        const anatomy::LevelOfDetail& finest = mesh.levels.front();
        for (std::uint32_t i = 0; i < finest.index_count; ++i) {
            const auto index = body().model.indices[finest.first_index + i];
            all.positions.push_back(body().model.position(body().model.vertices[index]));
            all.indices.push_back(static_cast<std::uint32_t>(all.indices.size()));
        }
        bone_of.insert(bone_of.end(), finest.index_count / 3, mesh.bone);
    }
    const anatomy::SurfaceTree tree(all);
    for (const Lesion& lesion : lesions_of(primary("x", knowledge::LesionType::mixed))) {
        const std::string& bone = body().registry.bones[lesion.bone].id;
        CAPTURE(bone);
        const auto nearest = tree.nearest(lesion.place);
        REQUIRE(nearest);
        CHECK(nearest->distance < 1e-4F);
        CHECK_FALSE(tree.blocked(lesion.place + 0.001F * lesion.outward, lesion.outward, 0.008F));
    }
}

TEST_CASE("Vertebrae are eaten in their bodies, long bones near the trunk") {
    for (const Lesion& lesion : lesions_of(primary("x", knowledge::LesionType::lytic))) {
        const anatomy::Bone& bone = body().registry.bones[lesion.bone];
        const Box& box = body().model.find(lesion.bone)->bounds;
        const glm::vec3 share = (lesion.place - box.min) / box.size();
        CAPTURE(bone.id);
        if (bone.site == "lumbar_spine" || bone.site == "thoracic_spine") {
            CHECK(share.z > 0.45F);
        }
        if (bone.site == "femur") {
            CHECK(share.y > 0.7F);
        }
    }
}

TEST_CASE("Without a pattern, or without bones, there are no lesions") {
    CHECK(place_lesions({}, body().marrow).empty());
    CHECK(place_lesions(primary("x", knowledge::LesionType::lytic), {}).empty());
}
