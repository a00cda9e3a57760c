#include "sculpt/mesh_topology.h"
#include "sculpt/mesher.h"
#include "sculpt/recipe.h"
#include "sculpt/self_intersection.h"

#include <doctest/doctest.h>

#include <algorithm>
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

void check_sound(const Mesh& mesh, int genus) {
    const Topology topology = topology_of(mesh);
    CHECK(topology.open_edges == 0);
    CHECK(topology.crowded_edges == 0);
    CHECK(topology.pinched_vertices == 0);
    CHECK(topology.pieces == 1);
    CHECK(topology.genus == genus);
    CHECK(self_intersections(TriangleTree(mesh)).empty());
}

/// 1 for a triangle of equal sides.
float worst_quality(const Mesh& mesh) {
    float worst = 1.0F;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 ab = mesh.positions[mesh.indices[i + 1]] - mesh.positions[mesh.indices[i]];
        const glm::vec3 ac = mesh.positions[mesh.indices[i + 2]] - mesh.positions[mesh.indices[i]];
        const float sides = glm::dot(ab, ab) + glm::dot(ac, ac) + glm::dot(ac - ab, ac - ab);
        worst = std::min(worst, 3.4641F * glm::length(glm::cross(ab, ac)) / sides);
    }
    return worst;
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
        CHECK(glm::length(outward) == doctest::Approx(10.0F).epsilon(0.015));
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

TEST_CASE("plates that meet at a sharp angle stay a manifold") {
    for (const char* height : {"0", "1", "2", "3", "5"}) {
        CAPTURE(height);
        const std::string sheets = "bone a\nsheet\n0 0 0 1.2 | 30 0 " + std::string(height) +
                                   " 1.2\n0 30 0 1.2 | 30 30 " + height +
                                   " 1.2\nsheet\n0 0 0 1.2 | 30 0 -" + height +
                                   " 1.2\n0 30 0 1.2 | 30 30 -" + height + " 1.2\n";
        check_sound(mesh_of(sheets, 1.0F), 0);
    }
}

TEST_CASE("plates that cross in a cell stay a manifold") {
    const Mesh mesh = mesh_of("bone a\nsheet\n0 0 0.3 1 | 20 0 7 1\n0 20 0.3 1 | 20 20 7 1\n"
                              "sheet\n0 0 7 1 | 20 0 0.3 1\n0 20 7 1 | 20 20 0.3 1\n",
                              0.9F);
    check_sound(mesh, 0);
}

TEST_CASE("balls that touch in a point are never pinched together") {
    for (const char* centre : {"19.9", "20", "20.05", "20.4"}) {
        CAPTURE(centre);
        const Mesh mesh = mesh_of("bone a\nellipsoid 0 0 0 10 10 10\nellipsoid " +
                                      std::string(centre) + " 0 0 10 10 10\n",
                                  1.0F);
        check_sound(mesh, 0);
    }
}

TEST_CASE("a ring has one hole, a plate with three holes has three") {
    check_sound(mesh_of("bone a\nellipsoid 0 0 0 20 20 6\nellipsoid 0 0 0 8 8 20 subtract\n", 1.0F),
                1);
    check_sound(mesh_of("bone a\nsheet\n0 0 0 2 | 40 0 0 2\n0 20 0 2 | 40 20 0 2\n"
                        "ellipsoid 8 10 0 3 3 9 subtract\nellipsoid 20 10 0 3 3 9 subtract\n"
                        "ellipsoid 32 10 0 3 3 9 subtract\n",
                        0.8F),
                3);
}

TEST_CASE("a simplified mesh strays little and has no slivers") {
    const std::string text = "bone a\nellipsoid 0 0 0 14 9 6 10 20 30\nellipsoid 9 4 0 5 5 5 k=3\n"
                             "ellipsoid -9 4 0 5 5 5 k=3 subtract\n";
    const auto bones = parse_recipes({{"test.recipe", text}});
    REQUIRE(bones.has_value());
    const Solid& solid = *bones->front().solid;
    Mesh mesh = mesh_solid(solid, 0.6F);
    const std::size_t fine = mesh.indices.size();
    simplify(mesh, solid, {.tolerance = 0.05F});
    check_sound(mesh, 0);
    CHECK(5 * mesh.indices.size() < fine);
    CHECK(worst_quality(mesh) > 0.03F);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3 middle =
            (mesh.positions[mesh.indices[i]] + mesh.positions[mesh.indices[i + 1]] +
             mesh.positions[mesh.indices[i + 2]]) /
            3.0F;
        CHECK(std::abs(distance(solid, middle, 5.0F)) < 0.2F);
    }
}

TEST_CASE("a solid that mirrors itself is meshed alike on both sides") {
    const Mesh mesh = mesh_of("bone a\nellipsoid -6 1 2 9 5 4 both k=2\n", 1.0F);
    Box box;
    for (const glm::vec3& point : mesh.positions) {
        box.add(point);
    }
    CHECK(box.max.x == doctest::Approx(-box.min.x).epsilon(0.01));
}

TEST_CASE("what was left out is told, but for hollows within") {
    const Mesh stray = mesh_of("bone a\nellipsoid 0 0 0 10 10 10\nellipsoid 30 0 0 3 3 3\n", 1.0F);
    REQUIRE(stray.strays.size() == 1);
    CHECK(stray.strays[0].place.x == doctest::Approx(30.0F).epsilon(0.05));
    CHECK(mesh_of("bone a\nellipsoid 0 0 0 10 10 10\nellipsoid 0 0 0 4 4 4 subtract\n", 1.0F)
              .strays.empty());
}

TEST_CASE("a thin hole deep in a flat plate is not overlooked") {
    const Mesh mesh = mesh_of("bone a\nellipsoid 0 0 0 60 60 2 \n"
                              "ellipsoid 3.3 1.7 0 1.5 1.5 9 subtract\n",
                              0.5F);
    check_sound(mesh, 1);
}
