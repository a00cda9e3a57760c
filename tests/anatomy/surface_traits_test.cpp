#include "anatomy/prepare.h"
#include "base/progress.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace osteon;
using namespace osteon::anatomy;

namespace {

/// A ball of that radius in metres as a femur, of 48 x 96 cells.
SkeletonModel ball(float radius) {
    constexpr std::uint32_t rows = 48;
    constexpr std::uint32_t columns = 96;
    constexpr float pi = std::numbers::pi_v<float>;
    BoneSurface surface;
    surface.bone = testing::shipped_registry().find("femur_right");
    for (std::uint32_t row = 0; row <= rows; ++row) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            const float polar = pi * static_cast<float>(row) / rows;
            const float around = 2.0F * pi * static_cast<float>(column) / columns;
            surface.positions.push_back(radius * glm::vec3(std::sin(polar) * std::cos(around),
                                                           std::cos(polar),
                                                           std::sin(polar) * std::sin(around)));
        }
    }
    for (std::uint32_t row = 0; row < rows; ++row) {
        for (std::uint32_t column = 0; column < columns; ++column) {
            const std::uint32_t next = (column + 1) % columns;
            const std::uint32_t upper = row * columns;
            const std::uint32_t lower = upper + columns;
            surface.indices.insert(surface.indices.end(),
                                   {upper + column, upper + next, lower + next, upper + column,
                                    lower + next, lower + column});
        }
    }
    auto model = prepare_model("Ball", "", {surface}, tell_nobody);
    REQUIRE(model.has_value());
    return std::move(*model);
}

/// Of all vertices.
double mean_curvature(const SkeletonModel& model) {
    double sum = 0.0;
    for (const PackedVertex& vertex : model.vertices) {
        sum += vertex.curvature;
    }
    return sum / static_cast<double>(model.vertices.size());
}

} // namespace

TEST_CASE("a ball of 17 mm is round by half of the scale, a larger one by less") {
    CHECK(mean_curvature(ball(0.017F)) == doctest::Approx(63.0).epsilon(0.04));
    CHECK(mean_curvature(ball(0.17F)) == doctest::Approx(11.3).epsilon(0.15));
}

TEST_CASE("bone's colour changes over a hand's breadth, and hardly between neighbours") {
    const SkeletonModel model = ball(0.1F);
    const auto [least, most] = std::ranges::minmax(model.vertices, {}, &PackedVertex::grain);
    CHECK(least.grain < -30);
    CHECK(most.grain > 30);
    const LevelOfDetail& finest = model.meshes.front().levels.front();
    const auto corners = model.indices.subspan(finest.first_index, finest.index_count);
    int widest = 0;
    for (std::size_t i = 0; i + 1 < corners.size(); i += 3) {
        widest = std::max(widest, std::abs(model.vertices[corners[i]].grain -
                                           model.vertices[corners[i + 1]].grain));
    }
    CHECK(widest < 115); // of 254: the vertices lie 6.5 mm apart, a change takes 22 mm
}
