#include "anatomy/load.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

namespace fs = std::filesystem;
using namespace osteon;
using namespace osteon::anatomy;

namespace {

const fs::path reference = fs::path(OSTEON_SOURCE_DIR) / ".." / "shared" / "anatomy";

Registry registry() {
    return load_registry(fs::path(OSTEON_SOURCE_DIR) / "assets/anatomy/bones.toml").value();
}

bool is_missing(const fs::path& path) {
    if (!fs::exists(path)) {
        MESSAGE("skipped: ", path.string(), " is not there");
        return true;
    }
    return false;
}

glm::vec3 centroid(const SkeletonModel& model, const Registry& bones, const char* id) {
    const BoneMesh* const mesh = model.find(bones.find(id));
    REQUIRE_MESSAGE(mesh != nullptr, id);
    return mesh->centroid;
}

/// What anyone sees at once when a skeleton lies wrong.
void check_stands_upright(const SkeletonModel& model, const Registry& bones) {
    CHECK(model.bounds.min.y == doctest::Approx(0.0).epsilon(0.01));
    CHECK(model.bounds.size().y > 1.5F);
    CHECK(model.bounds.size().y < 1.8F);
    CHECK(centroid(model, bones, "femur_left").x > 0.05F);
    CHECK(centroid(model, bones, "femur_right").x < -0.05F);
    CHECK(centroid(model, bones, "frontal_bone").y > centroid(model, bones, "sacrum").y + 0.5F);
    CHECK(centroid(model, bones, "frontal_bone").z >
          centroid(model, bones, "occipital_bone").z + 0.05F);
    CHECK(std::abs(centroid(model, bones, "vertebra_l3").x) < 0.01F);
}

} // namespace

TEST_CASE("the reference set of GLB files imports with every bone matched, upright, in metres") {
    const fs::path folder = reference / "bodyparts3d-glb";
    if (is_missing(folder)) {
        return;
    }
    const Registry bones = registry();
    const auto found = inspect_model({folder, {}}, bones, {});
    REQUIRE(found);
    CHECK(found->matched.size() == 237);
    CHECK(found->unmatched.size() == 2); // the sesamoids of the big toes
    CHECK(found->metres_per_unit == doctest::Approx(0.001));
    CHECK(found->orientation == "y up, facing +z");
    CHECK(found->triangles == 485'270);
    const auto model = load_model({folder, {}}, bones, {}, std::nullopt, {});
    REQUIRE(model);
    check_stands_upright(*model, bones);
    CHECK(model->credit.find("BodyParts3D") != std::string::npos);
    CHECK(model->triangle_count() > 480'000);
    // The right first costal cartilage has slivers on the left side; they must be gone.
    const BoneMesh* const cartilage = model->find(bones.find("costal_cartilage_1_right"));
    REQUIRE(cartilage != nullptr);
    CHECK(cartilage->bounds.max.x < 0.02F);
}

TEST_CASE("the archive of BodyParts3D 4.0 imports by the table beside it, turned to face forward") {
    const fs::path archive = reference / "bodyparts3d-v4" / "isa_BP3D_4.0_obj_99.zip";
    if (is_missing(archive)) {
        return;
    }
    const Registry bones = registry();
    const auto found = inspect_model({archive, {}}, bones, {});
    REQUIRE(found);
    CHECK(found->orientation == "z up, facing -y");
    CHECK(found->metres_per_unit == doctest::Approx(0.001));
    CHECK(found->warnings.empty());
    std::size_t with_bone = 0;
    for (const Match& match : found->matched) {
        with_bone += bones.bones[match.bone].kind == PieceKind::bone ? 1U : 0U;
    }
    CHECK(with_bone >= 190);
    CHECK(found->matched.size() == 265); // with discs, cartilages and teeth
    for (const Match& match : found->unmatched) {
        for (const char* const word : {"vertebra", "tooth", " rib", " disk of"}) {
            CHECK_MESSAGE(match.reason.find(word) == std::string::npos, match.reason);
        }
    }
    const auto model = load_model({archive, {}}, bones, {}, std::nullopt, {});
    REQUIRE(model);
    check_stands_upright(*model, bones);
}
