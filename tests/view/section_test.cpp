#include "view/contours.h"
#include "view/section.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace osteon;
using session::PlaneDirection;
using session::SectionPlane;

namespace {

constexpr float near_enough = 1e-4F;

/// A closed cube of 1 m around the origin, in a space of 4 m, as what is uploaded.
struct Cube {
    std::vector<std::byte> vertices;
    std::vector<std::uint32_t> indices;
    view::Geometry geometry;

    Cube() {
        for (unsigned corner = 0; corner < 8; ++corner) {
            const auto place = [&](unsigned bit) {
                return static_cast<std::uint16_t>((corner & bit) != 0 ? 40959 : 24576);
            };
            const std::array<std::uint16_t, 8> packed{place(1), place(2), place(4), 0, 0, 0, 0, 0};
            const auto* bytes = reinterpret_cast<const std::byte*>(packed.data());
            vertices.insert(vertices.end(), bytes, bytes + 16);
        }
        // Each side by its corners in turn, anticlockwise from outside.
        for (const auto& side :
             {std::array{0U, 4U, 6U, 2U}, std::array{1U, 3U, 7U, 5U}, std::array{0U, 1U, 5U, 4U},
              std::array{2U, 6U, 7U, 3U}, std::array{0U, 2U, 3U, 1U}, std::array{4U, 5U, 7U, 6U}}) {
            for (const std::size_t i : {0U, 1U, 2U, 0U, 2U, 3U}) {
                indices.push_back(side[i]);
            }
        }
        geometry.position_offset = glm::vec3(-2.0F);
        geometry.position_scale = glm::vec3(4.0F);
        geometry.vertices = vertices;
        geometry.indices = indices;
        view::GeometryPart part;
        part.closed = true;
        part.bounds.add(glm::vec3(-0.5F));
        part.bounds.add(glm::vec3(0.5F));
        part.levels[0] = {0, static_cast<std::uint32_t>(indices.size()), 0.0F};
        geometry.parts.push_back(part);
    }
};

/// The area that a contour winds around, in square metres; its sign tells the hand.
float area_of(const view::Contour& contour, const view::Plane& plane) {
    float area = 0.0F;
    for (const view::ContourSegment& segment : contour.segments) {
        area += 0.5F * glm::dot(plane.normal, glm::cross(segment.from, segment.to));
    }
    return area;
}

bool cuts_away(const view::Plane& plane, const glm::vec3& point) {
    return glm::dot(plane.normal, point) > plane.distance;
}

} // namespace

TEST_CASE(
    "an anatomical plane cuts away what lies to the left, before or above; flipped, the rest") {
    const std::array<std::pair<PlaneDirection, glm::vec3>, 3> planes{
        {{PlaneDirection::sagittal, {1, 0, 0}},
         {PlaneDirection::coronal, {0, 0, 1}},
         {PlaneDirection::transverse, {0, 1, 0}}}};
    for (const auto& [direction, towards] : planes) {
        SectionPlane section;
        section.direction = direction;
        section.offset = 0.3F;
        CHECK(cuts_away(view::plane_of(section), 0.4F * towards));
        CHECK_FALSE(cuts_away(view::plane_of(section), 0.2F * towards));
        section.flipped = true;
        CHECK_FALSE(cuts_away(view::plane_of(section), 0.4F * towards));
        CHECK(cuts_away(view::plane_of(section), 0.2F * towards));
    }
}

TEST_CASE("a free plane faces where it was chosen from") {
    SectionPlane section;
    section.direction = PlaneDirection::free;
    section.yaw = 1.5707963F; // seen from the body's left
    CHECK(glm::distance(view::plane_of(section).normal, glm::vec3(1, 0, 0)) < near_enough);
    section.pitch = 1.5707963F; // from above
    CHECK(glm::distance(view::plane_of(section).normal, glm::vec3(0, 1, 0)) < near_enough);
}

TEST_CASE("a plane through a point meets it, and moves as far as the body reaches") {
    SectionPlane section;
    section.direction = PlaneDirection::transverse;
    section.flipped = true;
    const glm::vec3 point(0.1F, 1.2F, 0.0F);
    const view::Plane plane = view::plane_of(view::through(section, point));
    CHECK(glm::dot(plane.normal, point) == doctest::Approx(plane.distance));
    Box body;
    body.add({-0.3F, 0.0F, -0.2F});
    body.add({0.3F, 1.7F, 0.2F});
    CHECK(view::offsets_across(section, body).least == doctest::Approx(0.0F));
    CHECK(view::offsets_across(section, body).most == doctest::Approx(1.7F));
}

TEST_CASE("the outline of a cut face is closed and winds around all of it") {
    const Cube cube;
    const glm::vec3 slanted = glm::normalize(glm::vec3(1.0F, 2.0F, 0.5F));
    for (const view::Plane& plane : {view::Plane{{0, 0, 1}, 0.1F}, view::Plane{{0, 0, -1}, 0.1F},
                                     view::Plane{{1, 0, 0}, 0.0F}, view::Plane{slanted, 0.05F}}) {
        const view::Contour contour =
            view::contour_of(cube.geometry, cube.geometry.parts[0], plane, {});
        REQUIRE_FALSE(contour.segments.empty());
        for (const view::ContourSegment& segment : contour.segments) {
            const auto starts_here = [&](const view::ContourSegment& other) {
                return other.from == segment.to;
            };
            CHECK(std::ranges::count_if(contour.segments, starts_here) == 1);
        }
        if (plane.normal != slanted) {
            CHECK(std::abs(area_of(contour, plane)) == doctest::Approx(1.0F).epsilon(0.001));
        }
        CHECK(area_of(contour, plane) > 0.9F);
    }
}

TEST_CASE("a plane beside a bone has no cut face") {
    const Cube cube;
    CHECK(view::contour_of(cube.geometry, cube.geometry.parts[0], {{0, 0, 1}, 0.7F}, {})
              .segments.empty());
}

TEST_CASE("faces that overlap lie in different groups, teeth over the jaw") {
    view::Contour jaw;
    jaw.bone = 0;
    jaw.segments.resize(3);
    jaw.max = {1.0F, 1.0F};
    view::Contour tooth = jaw;
    tooth.bone = 1;
    view::Contour aside = jaw;
    aside.bone = 2;
    aside.min = {2.0F, 0.0F};
    aside.max = {3.0F, 1.0F};
    std::array<view::CutTissue, 3> tissues{};
    tissues[1].kind = view::CutTissue::Kind::lower_tooth;
    const std::array contours{tooth, jaw, aside};
    const auto groups = view::without_overlaps(contours, tissues);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].size() == 2);
    CHECK(groups[1].front()->bone == 1);
}

TEST_CASE("the outline of a plane in a box is the polygon where they meet") {
    const Box box{{-1.0F, 0.0F, -1.0F}, {1.0F, 2.0F, 1.0F}};
    const auto square = view::outline_on({{0.0F, 1.0F, 0.0F}, 0.5F}, box);
    REQUIRE(square.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(square[i].y == doctest::Approx(0.5F));
        // Neighbours share a side: the corners run around and not across.
        CHECK(glm::distance(square[i], square[(i + 1) % 4]) == doctest::Approx(2.0F));
    }
    const glm::vec3 slanted = glm::normalize(glm::vec3(1.0F, 1.0F, 1.0F));
    CHECK(view::outline_on({slanted, glm::dot(slanted, box.centre())}, box).size() == 6);
    CHECK(view::outline_on({{0.0F, 1.0F, 0.0F}, 3.0F}, box).empty());
}
