#include "base/files.h"
#include "sculpt/check.h"
#include "sculpt/recipe.h"
#include "sculpt/self_intersection.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

/// Four corners and four faces, wound outward.
Mesh tetrahedron(const glm::vec3& at, float size) {
    Mesh mesh;
    mesh.positions = {at, at + glm::vec3(size, 0, 0), at + glm::vec3(0, size, 0),
                      at + glm::vec3(0, 0, size)};
    mesh.indices = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    return mesh;
}

void append(Mesh& mesh, const Mesh& other) {
    const auto base = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), other.positions.begin(), other.positions.end());
    for (const std::uint32_t index : other.indices) {
        mesh.indices.push_back(base + index);
    }
}

SculptedBone bone_of(const std::string& id, const std::string& shapes) {
    const auto recipes = parse_recipes({{"test.recipe", "bone " + id + "\n" + shapes + "\n"}});
    REQUIRE(recipes.has_value());
    SculptedBone bone{id, mesh_solid(*recipes->front().solid, 1.0F)};
    simplify(bone.mesh, *recipes->front().solid, {});
    return bone;
}

bool tells(const BoneCheck& check, std::string_view words) {
    for (const std::string& fault : check.faults) {
        if (fault.find(words) != std::string::npos) {
            return true;
        }
    }
    return false;
}

Result<ExpectedGenus> genus_of(const std::string& text) {
    const std::filesystem::path file = OSTEON_BINARY_DIR "/genus_test.toml";
    REQUIRE(write_file_atomically(file, text).has_value());
    return load_expected_genus(file);
}

} // namespace

TEST_CASE("a whole bone has no faults") {
    const BoneCheck check = check_bone({"a", tetrahedron({0, 0, 0}, 10)}, {});
    CHECK(check.faults.empty());
    CHECK(check.triangles == 4);
    CHECK(check.topology.genus == 0);
}

TEST_CASE("an open bone is told with the place") {
    Mesh mesh = tetrahedron({50, 0, 0}, 10);
    mesh.indices.resize(9);
    const BoneCheck check = check_bone({"a", mesh}, {});
    CHECK(check.topology.open_edges == 3);
    CHECK(tells(check, "open along 3 edges, at (5"));
}

TEST_CASE("an edge with four triangles and a vertex with two fans are no manifold") {
    Mesh shared_edge = tetrahedron({0, 0, 0}, 10);
    append(shared_edge, tetrahedron({0, 0, 0}, -10));
    for (std::uint32_t& index : shared_edge.indices) {
        index = index == 4 ? 0 : index == 5 ? 1 : index;
    }
    CHECK(topology_of(shared_edge).crowded_edges == 1);

    Mesh shared_vertex = tetrahedron({0, 0, 0}, 10);
    append(shared_vertex, tetrahedron({0, 0, 0}, -10));
    for (std::uint32_t& index : shared_vertex.indices) {
        index = index == 4 ? 0 : index;
    }
    CHECK(topology_of(shared_vertex).crowded_edges == 0);
    CHECK(topology_of(shared_vertex).pinched_vertices == 1);
}

TEST_CASE("a mesh that cuts itself is found out, one that touches itself is not") {
    Mesh cut = tetrahedron({0, 0, 0}, 10);
    append(cut, tetrahedron({1, 1, 1}, 10));
    CHECK_FALSE(self_intersections(TriangleTree(cut)).empty());
    CHECK(tells(check_bone({"a", cut}, {}), "cuts itself"));

    Mesh apart = tetrahedron({0, 0, 0}, 10);
    append(apart, tetrahedron({0, 0, 10}, 10));
    CHECK(self_intersections(TriangleTree(apart)).empty());
}

TEST_CASE("holes are counted against those that belong") {
    const SculptedBone ring =
        bone_of("a", "ellipsoid 0 0 0 20 20 6\nellipsoid 0 0 0 8 8 20 subtract");
    CHECK(tells(check_bone(ring, {}), "has 1 holes through it where 0 belong"));
    CHECK(check_bone(ring, {1, 1}).faults.empty());
    CHECK(check_bone(ring, {0, 2}).faults.empty());
}

TEST_CASE("pieces that hang on nothing and bones on the wrong side are told") {
    const SculptedBone apart =
        bone_of("rib_1_right", "ellipsoid 30 0 0 9 9 9\nellipsoid 60 0 0 4 4 4");
    const BoneCheck check = check_bone(apart, {});
    CHECK(tells(check, "leaves 1 pieces that hang on nothing"));
    CHECK(tells(check, "at (60, 0, 0)"));
    CHECK(tells(check, "wrong side"));
}

TEST_CASE("cliffs in a bone's surface are told, small steps are not") {
    SculptedBone bone{"a", tetrahedron({0, 0, 0}, 10)};
    bone.mesh.cliff = {12, 2.3F, {4, 5, 6}};
    CHECK(tells(check_bone(bone, {}), "up to 2.3 mm high, at (4, 5, 6)"));
    bone.mesh.cliff.height = 0.2F;
    CHECK(check_bone(bone, {}).faults.empty());
}

TEST_CASE("bones that enter each other are measured, deeper first") {
    const std::vector<SculptedBone> bones{bone_of("a", "ellipsoid 0 0 0 20 20 20"),
                                          bone_of("b", "ellipsoid 23 0 0 5 5 5"),
                                          bone_of("c", "ellipsoid 0 60 0 5 5 5")};
    const std::vector<Neighbours> pairs = find_neighbours(bones, 0.0F);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].depth == doctest::Approx(2.0F).epsilon(0.08));
    CHECK(pairs[0].place.x == doctest::Approx(19.0F).epsilon(0.08));
}

TEST_CASE("a plate thrust through another is found though no corner lies inside") {
    Mesh plate, spike;
    const auto box = [](const glm::vec3& low, const glm::vec3& high) {
        Mesh mesh;
        for (int i = 0; i < 8; ++i) {
            mesh.positions.push_back({(i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                                      (i & 4) != 0 ? high.z : low.z});
        }
        mesh.indices = {0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4,
                        2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5};
        return mesh;
    };
    const std::vector<SculptedBone> bones{{"a", box({-20, -20, -1}, {20, 20, 1})},
                                          {"b", box({-1, -30, -30}, {1, 30, 30})}};
    const std::vector<Neighbours> pairs = find_neighbours(bones, 0.0F);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].depth > 0.4F);
}

TEST_CASE("gaps between neighbours are measured within reach") {
    const std::vector<SculptedBone> bones{bone_of("a", "ellipsoid 0 0 0 10 10 10"),
                                          bone_of("b", "ellipsoid 18 0 0 5 5 5")};
    const std::vector<Neighbours> pairs = find_neighbours(bones, 8.0F);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].depth == 0.0F);
    CHECK(pairs[0].gap == doctest::Approx(3.0F).epsilon(0.05));
    CHECK(find_neighbours(bones, 2.0F).empty());
}

TEST_CASE("the table of holes stands for both sides and refuses what it cannot read") {
    const auto table = genus_of("hip_bone_right = 1\nmandible = [0, 2]\n");
    REQUIRE(table.has_value());
    CHECK(expected_genus(*table, "hip_bone_left").most == 1);
    CHECK(expected_genus(*table, "mandible").most == 2);
    CHECK(expected_genus(*table, "femur_left").most == 0);
    for (const char* text : {"a = 1\nb = 'two'\n", "a = 1\nb = [2, 1]\n", "a = 1\nb = [1]\n"}) {
        const auto refused = genus_of(text);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().place == "line 2");
    }
    CHECK_FALSE(genus_of("a = = 1\n").has_value());
    CHECK_FALSE(load_expected_genus("no/such.toml").has_value());
}
