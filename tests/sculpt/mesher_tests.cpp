#include "sculpt/mesh_topology.h"
#include "sculpt/mesher.h"
#include "sculpt/recipe.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

Mesh mesh_of(const std::string& text, float cell) {
    const auto bones = parse_recipes({{"test.recipe", text}});
    REQUIRE(bones.has_value());
    Mesh mesh = mesh_solid(*bones->front().solid, cell);
    simplify(mesh, *bones->front().solid, {.tolerance = 0.1F * cell});
    return mesh;
}

/// By the divergence theorem; positive where triangles wind outward.
float volume(const Mesh& mesh) {
    float sum = 0.0F;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        sum += glm::dot(
            mesh.positions[mesh.indices[i]],
            glm::cross(mesh.positions[mesh.indices[i + 1]], mesh.positions[mesh.indices[i + 2]]));
    }
    return sum / 6.0F;
}

} // namespace

TEST_CASE("a ball is meshed closed, wound outward, and as large as it is") {
    const Mesh mesh = mesh_of("bone a\nellipsoid 5 6 7  10 10 10\n", 1.0F);
    const Topology result = topology_of(mesh);
    CHECK(result.open_edges == 0);
    CHECK(result.pieces == 1);
    CHECK(volume(mesh) == doctest::Approx(4188.8F).epsilon(0.02));
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 outward = mesh.positions[i] - glm::vec3(5.0F, 6.0F, 7.0F);
        CHECK(glm::length(outward) == doctest::Approx(10.0F).epsilon(0.01));
        CHECK(glm::dot(mesh.normals[i], outward) > 9.9F);
    }
}

TEST_CASE("a plate thinner than three cells stays whole") {
    const Mesh mesh = mesh_of("bone a\nsheet\n0 0 0 2 | 30 0 5 2\n0 30 5 2 | 30 30 0 2\n", 1.0F);
    CHECK(topology_of(mesh).open_edges == 0);
    CHECK(topology_of(mesh).pieces == 1);
    CHECK(volume(mesh) > 0.8F * 30.0F * 30.0F * 2.0F);
}

TEST_CASE("stray pieces are left out") {
    const Mesh mesh = mesh_of("bone a\nellipsoid 0 0 0 10 10 10\nellipsoid 30 0 0 2 2 2\n", 1.0F);
    CHECK(topology_of(mesh).pieces == 1);
    for (const glm::vec3& point : mesh.positions) {
        CHECK(point.x < 12.0F);
    }
}

TEST_CASE("a solid that is wholly cut away gives an empty mesh") {
    const Mesh mesh = mesh_of("bone a\nellipsoid 0 0 0 5 5 5\ncut 0 -20 0  0 1 0\n", 1.0F);
    CHECK(mesh.indices.empty());
}
