#include "anatomy/accuracy.h"
#include "anatomy/builtin_format.h"
#include "base/files.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <vector>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

const std::filesystem::path reference_folder =
    OSTEON_SOURCE_DIR "/../shared/anatomy/bodyparts3d-glb";

struct Measured {
    Registry registry;
    SkeletonModel model;
    Reference reference;
};

/// The shipped skeleton and the reference; nothing where there is no reference.
std::optional<Measured> load_all() {
    if (!std::filesystem::is_directory(reference_folder)) {
        MESSAGE("skipped: the reference anatomy is not there");
        return std::nullopt;
    }
    auto registry = load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml");
    REQUIRE(registry.has_value());
    const auto file = map_file(OSTEON_SOURCE_DIR "/assets/anatomy/builtin.skeleton");
    REQUIRE(file.has_value());
    auto model = decode_builtin(file->bytes, *registry);
    REQUIRE(model.has_value());
    auto reference = load_reference(reference_folder, *registry);
    REQUIRE(reference.has_value());
    return Measured{std::move(*registry), std::move(*model), std::move(*reference)};
}

} // namespace

TEST_CASE("the shipped skeleton has the proportions of the reference") {
    const auto all = load_all();
    if (!all) {
        return;
    }
    const Accuracy accuracy = measure_accuracy(all->model, all->registry, all->reference);
    CHECK(accuracy.bones.size() > 200);
    std::vector<float> means, percentiles;
    for (const BoneAccuracy& bone : accuracy.bones) {
        CAPTURE(bone.id);
        CHECK(bone.apart.mean <= 2.5F);
        CHECK(bone.apart.percentile_95 <= 6.0F);
        means.push_back(bone.apart.mean);
        percentiles.push_back(bone.apart.percentile_95);
    }
    std::sort(means.begin(), means.end());
    std::sort(percentiles.begin(), percentiles.end());
    CHECK(means[means.size() / 2] <= 1.2F);
    CHECK(percentiles[percentiles.size() / 2] <= 3.0F);
    CHECK(accuracy.overlap.front >= 0.95F);
    CHECK(accuracy.overlap.side >= 0.95F);
    CHECK(accuracy.overlap.back >= 0.95F);
}

TEST_CASE("no vertex of the shipped skeleton was taken from the reference") {
    const auto all = load_all();
    if (!all) {
        return;
    }
    constexpr float coincident = 0.01F; // mm
    constexpr float thousand = 1000.0F;
    std::size_t vertices = 0, shared = 0;
    for (const BoneMesh& mesh : all->model.meshes) {
        const auto found = all->reference.find(all->registry.bones[mesh.bone].id);
        if (found == all->reference.end()) {
            continue;
        }
        std::vector<glm::vec3> sorted = found->second.positions;
        std::sort(sorted.begin(), sorted.end(),
                  [](const glm::vec3& a, const glm::vec3& b) { return a.x < b.x; });
        for (std::uint32_t i = 0; i < mesh.vertex_count; ++i) {
            const glm::vec3 place =
                thousand * all->model.position(all->model.vertices[mesh.first_vertex + i]);
            auto near =
                std::lower_bound(sorted.begin(), sorted.end(), place.x - coincident,
                                 [](const glm::vec3& point, float x) { return point.x < x; });
            bool taken = false;
            for (; near != sorted.end() && near->x <= place.x + coincident; ++near) {
                taken = taken || glm::distance(*near, place) < coincident;
            }
            ++vertices;
            shared += taken ? 1 : 0;
        }
    }
    CHECK(vertices > 100000);
    CHECK(shared * 1000 < vertices);
}
