#include "sculpt/section.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <cmath>
#include <numbers>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

/// An upright elliptic cylinder without lids, 4 by 2 in half-widths, from y = 0 to 10.
anatomy::TriangleMesh cylinder(float centre_x) {
    constexpr unsigned steps = 64;
    anatomy::TriangleMesh mesh;
    for (unsigned i = 0; i < steps; ++i) {
        const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i) / steps;
        for (const float y : {0.0F, 10.0F}) {
            mesh.positions.emplace_back(centre_x + 4.0F * std::cos(angle), y,
                                        2.0F * std::sin(angle));
        }
        const unsigned here = 2 * i, next = 2 * ((i + 1) % steps);
        mesh.indices.insert(mesh.indices.end(), {here, here + 1, next, next, here + 1, next + 1});
    }
    return mesh;
}

} // namespace

TEST_CASE("a section is measured along its own axes") {
    const auto outlines = cut_outlines(cylinder(3.0F), {0.0F, 5.0F, 0.0F}, {0.0F, 1.0F, 0.0F});
    REQUIRE(outlines.size() == 1);
    const Outline& outline = outlines.front();
    CHECK(outline.closed);
    CHECK(glm::distance(outline.centre, glm::vec3(3.0F, 5.0F, 0.0F)) < 0.01F);
    CHECK(std::abs(outline.across.x) == doctest::Approx(1.0F).epsilon(0.001));
    CHECK(outline.across_plus == doctest::Approx(4.0F).epsilon(0.01));
    CHECK(outline.across_minus == doctest::Approx(4.0F).epsilon(0.01));
    CHECK(outline.up_plus == doctest::Approx(2.0F).epsilon(0.01));
}

TEST_CASE("parts of a section are told apart, and an open one is called open") {
    anatomy::TriangleMesh mesh = cylinder(0.0F);
    mesh.append(cylinder(20.0F));
    CHECK(cut_outlines(mesh, {0.0F, 5.0F, 0.0F}, {0.0F, 1.0F, 0.0F}).size() == 2);
    // Along its axis the cylinder without lids shows two lines that do not close.
    const auto along = cut_outlines(cylinder(0.0F), {0.0F, 0.0F, 0.1F}, {0.0F, 0.0F, 1.0F});
    REQUIRE(along.size() == 2);
    CHECK_FALSE(along.front().closed);
    CHECK(cut_outlines(mesh, {0.0F, 50.0F, 0.0F}, {0.0F, 1.0F, 0.0F}).empty());
}
