#include "anatomy/accuracy.h"
#include "anatomy/surface_distance.h"
#include "anatomy/surface_tree.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <array>
#include <cmath>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

/// A box with outward faces, two triangles each.
TriangleMesh box_mesh(const glm::vec3& low, const glm::vec3& high) {
    TriangleMesh mesh;
    for (unsigned corner = 0; corner < 8; ++corner) {
        mesh.positions.emplace_back((corner & 1U) != 0 ? high.x : low.x,
                                    (corner & 2U) != 0 ? high.y : low.y,
                                    (corner & 4U) != 0 ? high.z : low.z);
    }
    constexpr std::array<std::array<std::uint32_t, 4>, 6> faces{
        {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};
    for (const auto& face : faces) {
        mesh.indices.insert(mesh.indices.end(),
                            {face[0], face[1], face[2], face[0], face[2], face[3]});
    }
    return mesh;
}

} // namespace

TEST_CASE("the nearest point of a surface lies on its face, edge or corner") {
    const SurfaceTree box(box_mesh(glm::vec3(0.0F), glm::vec3(10.0F)));
    CHECK(box.nearest({5.0F, 5.0F, 12.0F})->distance == doctest::Approx(2.0F));
    CHECK(box.nearest({13.0F, 14.0F, 5.0F})->distance == doctest::Approx(5.0F));
    CHECK(glm::distance(box.nearest({-1.0F, -1.0F, -1.0F})->place, glm::vec3(0.0F)) < 1e-4F);
    CHECK_FALSE(box.nearest({5.0F, 5.0F, 20.0F}, 3.0F).has_value());
}

TEST_CASE("a ray tells where it enters and leaves a surface") {
    const SurfaceTree box(box_mesh(glm::vec3(0.0F), glm::vec3(10.0F)));
    const auto hits = box.all_hits({5.2F, 4.1F, -5.0F}, {0.0F, 0.0F, 1.0F});
    REQUIRE(hits.size() == 2);
    CHECK(hits[0].distance == doctest::Approx(5.0F));
    CHECK(hits[1].distance == doctest::Approx(15.0F));
    CHECK(box.normal(hits[0].triangle).z == doctest::Approx(-1.0F));
    CHECK(box.blocked({5.2F, 4.1F, -5.0F}, {0.0F, 0.0F, 1.0F}, 6.0F));
    CHECK_FALSE(box.blocked({5.2F, 4.1F, -5.0F}, {0.0F, 0.0F, 1.0F}, 4.0F));
}

TEST_CASE("samples of a surface are spread by area") {
    const auto samples = sample_surface(box_mesh(glm::vec3(0.0F), {10.0F, 10.0F, 40.0F}), 2000);
    REQUIRE(samples.size() == 2000);
    std::size_t ends = 0;
    for (const SurfaceSample& sample : samples) {
        ends += std::abs(sample.normal.z) > 0.5F ? 1 : 0;
    }
    // The two ends have 200 of the 1800 square millimetres.
    CHECK(static_cast<double>(ends) / 2000.0 == doctest::Approx(200.0 / 1800.0).epsilon(0.05));
}

TEST_CASE("two boxes a millimetre apart all round differ by that") {
    const SurfaceTree inner(box_mesh(glm::vec3(0.0F), glm::vec3(20.0F)));
    const SurfaceTree outer(box_mesh(glm::vec3(-1.0F), glm::vec3(21.0F)));
    const SurfaceDistance apart = surface_distance(inner, outer);
    CHECK(apart.mean_from_first == doctest::Approx(1.0F));
    CHECK(apart.mean == doctest::Approx(1.0F).epsilon(0.05));
    CHECK(apart.percentile_95 < 1.5F);
    CHECK(surface_distance(inner, inner).mean < 1e-4F);
}

TEST_CASE("outlines that overlap by half have an overlap of a third") {
    const TriangleMesh left = box_mesh(glm::vec3(0.0F), glm::vec3(20.0F));
    const TriangleMesh right = box_mesh({10.0F, 0.0F, 0.0F}, {30.0F, 20.0F, 20.0F});
    const OutlineOverlap overlap = outline_overlap(left, right, 0.5F);
    CHECK(overlap.front == doctest::Approx(1.0F / 3.0F).epsilon(0.02));
    CHECK(overlap.back == doctest::Approx(1.0F / 3.0F).epsilon(0.02));
    CHECK(overlap.side == doctest::Approx(1.0F));
}
