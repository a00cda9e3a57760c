#include "anatomy/load.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace osteon;
using namespace osteon::anatomy;

namespace {

using Face = std::array<int, 3>; ///< corners from 1, as Wavefront OBJ counts

/// The sides of a box whose corners are numbered by the bits x, y and z, from outside.
std::vector<Face> box_faces() {
    return {{1, 3, 4}, {1, 4, 2}, {5, 6, 8}, {5, 8, 7}, {1, 2, 6}, {1, 6, 5},
            {3, 7, 8}, {3, 8, 4}, {1, 5, 7}, {1, 7, 3}, {2, 4, 8}, {2, 8, 6}};
}

/// A left femur as a box of 60 x 440 x 70 mm with these faces. With `normals` each corner has one
/// that points from the middle, or to it where `inwards`.
std::string femur(const std::vector<Face>& faces, bool normals = false, bool inwards = false) {
    std::ostringstream text;
    text << "o Left femur\n";
    const int sign = inwards ? -1 : 1;
    for (int i = 0; i < 8; ++i) {
        text << "v " << 60 + 60 * (i & 1) << ' ' << 400 + 440 * (i >> 1 & 1) << ' '
             << 70 * (i >> 2 & 1) << '\n';
        text << "vn " << sign * (2 * (i & 1) - 1) << ' ' << sign * (2 * (i >> 1 & 1) - 1) << ' '
             << sign * (2 * (i >> 2 & 1) - 1) << '\n';
    }
    for (const Face& face : faces) {
        text << 'f';
        for (const int corner : face) {
            text << ' ' << corner;
            if (normals) {
                text << "//" << corner;
            }
        }
        text << '\n';
    }
    return text.str();
}

SkeletonModel imported(const std::string& obj) {
    const fs::path file = fs::path(OSTEON_BINARY_DIR) / "faulty_faces.obj";
    std::ofstream(file) << obj;
    const Registry registry =
        load_registry(fs::path(OSTEON_SOURCE_DIR) / "assets/anatomy/bones.toml").value();
    auto model = load_model({file, {}}, registry, {}, std::nullopt, {});
    if (!model) {
        FAIL(describe(model.error()));
    }
    REQUIRE(model->meshes.size() == 1);
    return std::move(*model);
}

/// Litres within the finest level; negative where its triangles are seen from within.
float litres(const SkeletonModel& model) {
    const LevelOfDetail& level = model.meshes.front().levels.front();
    float volume = 0.0F;
    for (std::uint32_t i = level.first_index; i < level.first_index + level.index_count; i += 3) {
        const auto corner = [&](std::uint32_t step) {
            return model.position(model.vertices[model.indices[i + step]]);
        };
        volume += glm::dot(corner(0), glm::cross(corner(1), corner(2))) / 6.0F;
    }
    return 1000.0F * volume;
}

void check_whole(const SkeletonModel& model) {
    CHECK(model.meshes.front().closed);
    CHECK(model.triangle_count() == 12);
    CHECK(litres(model) == doctest::Approx(0.06 * 0.44 * 0.07 * 1000).epsilon(0.01));
}

} // namespace

TEST_CASE("a bone that is turned inside out is turned back") {
    std::vector<Face> inverted = box_faces();
    for (Face& face : inverted) {
        std::swap(face[1], face[2]);
    }
    check_whole(imported(femur(box_faces())));
    check_whole(imported(femur(box_faces(), true)));
    check_whole(imported(femur(inverted)));
    check_whole(imported(femur(inverted, true)));
    check_whole(imported(femur(inverted, true, true)));
    check_whole(imported(femur(box_faces(), true, true)));
}

TEST_CASE("single faces that are turned over are turned back") {
    std::vector<Face> faces = box_faces();
    for (const std::size_t turned : {std::size_t{0}, std::size_t{5}, std::size_t{10}}) {
        std::swap(faces[turned][1], faces[turned][2]);
    }
    check_whole(imported(femur(faces)));
}

TEST_CASE("faces that are there twice, also from the other side, are there once") {
    std::vector<Face> faces = box_faces();
    for (Face face : box_faces()) {
        faces.push_back({face[1], face[2], face[0]});
        faces.push_back({face[0], face[2], face[1]});
    }
    check_whole(imported(femur(faces)));
}

TEST_CASE("faces without an area are left out") {
    std::vector<Face> faces = box_faces();
    faces.insert(faces.begin(), {1, 1, 2});
    faces.push_back({3, 3, 3});
    faces.push_back({4, 8, 4});
    check_whole(imported(femur(faces)));
}

TEST_CASE("a bone with a hole is shown as an open surface, its faces as they are") {
    std::vector<Face> faces = box_faces();
    faces.pop_back();
    const SkeletonModel model = imported(femur(faces));
    CHECK_FALSE(model.meshes.front().closed);
    CHECK(model.triangle_count() == 11);
}

TEST_CASE("a fin within a bone, with three faces at one edge, keeps it from being called closed") {
    std::vector<Face> faces = box_faces();
    faces.push_back({1, 2, 8});
    const SkeletonModel model = imported(femur(faces));
    CHECK_FALSE(model.meshes.front().closed);
    CHECK(model.triangle_count() == 13);
}
