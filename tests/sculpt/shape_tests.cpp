#include "sculpt/shape.h"
#include "sculpt/solid.h"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// A quarter of a ring of radius 40 in the xz plane.
std::vector<Station> bend(const glm::vec4& half, float power) {
    std::vector<Station> stations;
    for (int i = 0; i <= 6; ++i) {
        const float angle = static_cast<float>(i) / 6.0F * 0.5F * pi;
        Station station;
        station.centre = 40.0F * glm::vec3(std::cos(angle), 0.0F, std::sin(angle));
        station.across = {std::cos(angle), 0.0F, std::sin(angle)};
        station.half = half;
        station.power = power;
        stations.push_back(station);
    }
    return stations;
}

Solid solid_of(Shape shape) {
    Part part;
    part.shape = std::move(shape);
    measure(part);
    Solid solid;
    solid.parts.push_back(part);
    return solid;
}

} // namespace

TEST_CASE("a tube's section may differ to its four sides") {
    const auto tube = std::make_shared<const Tube>(std::vector<Station>{
        {{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {6.0F, 2.0F, 3.0F, 1.0F}, 2.0F},
        {{0.0F, 50.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, {6.0F, 2.0F, 3.0F, 1.0F}, 2.0F}});
    CHECK(tube->distance({6.0F, 25.0F, 0.0F}) == doctest::Approx(0.0F));
    CHECK(tube->distance({-2.0F, 25.0F, 0.0F}) == doctest::Approx(0.0F));
    CHECK(tube->distance({0.0F, 25.0F, -3.0F}) == doctest::Approx(0.0F)); // v = y x x = -z
    CHECK(tube->distance({0.0F, 25.0F, 1.0F}) == doctest::Approx(0.0F));
    CHECK(tube->distance({0.0F, 52.0F, 0.0F}) > 0.0F);
}

TEST_CASE("a bent tube's surface does not show the steps of its line") {
    for (const float power : {2.0F, 3.0F, 5.0F}) {
        const Solid solid =
            solid_of(std::make_shared<const Tube>(bend({5.0F, 7.0F, 8.0F, 4.0F}, power)));
        glm::vec3 before(0.0F);
        for (int i = 0; i <= 2000; ++i) {
            const float angle = 0.1F + 1.3F * static_cast<float>(i) / 2000.0F;
            const glm::vec3 outwards(std::cos(angle), 0.0F, std::sin(angle));
            const glm::vec3 point = project(solid, 47.0F * outwards + glm::vec3(0.0F, 3.0F, 0.0F));
            const glm::vec3 normal = glm::normalize(gradient(solid, point, 0.02F));
            if (i > 0) {
                CAPTURE(angle);
                CAPTURE(power);
                CHECK(glm::distance(normal, before) < 0.012F);
            }
            before = normal;
        }
    }
}

TEST_CASE("a widening tube does not overstate its distance") {
    const auto tube = std::make_shared<const Tube>(
        std::vector<Station>{{{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, glm::vec4(2.0F), 2.0F},
                             {{0.0F, 20.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, glm::vec4(22.0F), 2.0F}});
    // A cone of 45 degrees: the distance is that to its side.
    CHECK(tube->distance({20.0F, 8.0F, 0.0F}) ==
          doctest::Approx(10.0F / std::sqrt(2.0F)).epsilon(0.1));
}

TEST_CASE("a tube whose axis hint runs along it still has a section") {
    const Tube tube({{{0.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, glm::vec4(2.0F), 2.0F},
                     {{30.0F, 0.0F, 0.0F}, {1.0F, 0.0F, 0.0F}, glm::vec4(2.0F), 2.0F}});
    CHECK(tube.distance({15.0F, 5.0F, 0.0F}) == doctest::Approx(3.0F));
}

TEST_CASE("a closed sheet is a tube-like wall all the way round") {
    std::vector<SheetPoint> ring;
    for (const float y : {0.0F, 30.0F}) {
        for (int i = 0; i < 8; ++i) {
            const float angle = static_cast<float>(i) / 8.0F * 2.0F * pi;
            ring.push_back({{20.0F * std::cos(angle), y, 20.0F * std::sin(angle)}, 2.0F});
        }
    }
    const Sheet sheet(ring, 8, SheetEdge::closed);
    for (int i = 0; i < 100; ++i) {
        const float angle = static_cast<float>(i) / 100.0F * 2.0F * pi;
        const glm::vec3 outwards(std::cos(angle), 0.0F, std::sin(angle));
        CHECK(sheet.distance(20.0F * outwards + glm::vec3(0.0F, 15.0F, 0.0F), 100.0F) < -0.5F);
        CHECK(sheet.distance(24.0F * outwards + glm::vec3(0.0F, 15.0F, 0.0F), 100.0F) > 2.5F);
    }
    CHECK(sheet.distance({0.0F, 15.0F, 0.0F}, 100.0F) > 15.0F);
}

TEST_CASE("a sheet that meets its mirror image has no crease on the midline") {
    const std::vector<SheetPoint> half{
        {{0.0F, 0.0F, 50.0F}, 4.0F},    {{-30.0F, 0.0F, 40.0F}, 4.0F},
        {{-50.0F, 0.0F, 0.0F}, 4.0F},   {{0.0F, 40.0F, 50.0F}, 4.0F},
        {{-30.0F, 40.0F, 40.0F}, 4.0F}, {{-50.0F, 40.0F, 0.0F}, 4.0F}};
    const auto slope_at_midline = [&half](SheetEdge edge) {
        const Solid solid = solid_of(std::make_shared<const Sheet>(half, 3, edge));
        const glm::vec3 point = project(solid, {-1.0F, 20.0F, 52.0F});
        const glm::vec3 normal = glm::normalize(gradient(solid, point, 0.05F));
        return std::abs(normal.x);
    };
    CHECK(slope_at_midline(SheetEdge::mirrored) < 0.04F);
    CHECK(slope_at_midline(SheetEdge::free) > 0.1F);
}
