#include "view/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <tuple>

namespace osteon::view {

namespace {

constexpr std::size_t c_vertex_bytes = 16;
constexpr float c_between = 0.0005F; ///< metres that contours of a group lie apart

/// A corner of a triangle: its place as it is stored, and how far before the plane it lies.
struct Corner {
    std::array<std::uint16_t, 3> packed{};
    glm::vec3 place{0.0F};
    float before = 0.0F; ///< metres; above 0: cut away
};

Corner corner_of(const Geometry& geometry, std::uint32_t vertex, const Plane& plane) {
    Corner corner;
    std::memcpy(corner.packed.data(), geometry.vertices.data() + vertex * c_vertex_bytes,
                sizeof corner.packed);
    const glm::vec3 share =
        glm::vec3(corner.packed[0], corner.packed[1], corner.packed[2]) / 65535.0F;
    corner.place = geometry.position_offset + geometry.position_scale * share;
    corner.before = glm::dot(plane.normal, corner.place) - plane.distance;
    return corner;
}

/// Where an edge meets the plane. The same for both triangles of the edge, whichever way they walk.
glm::vec3 crossing(const Corner& a, const Corner& b) {
    const bool in_order = a.packed < b.packed;
    const Corner& first = in_order ? a : b;
    const Corner& second = in_order ? b : a;
    const float share = first.before / (first.before - second.before);
    return glm::mix(first.place, second.place, share);
}

/// Share of the way from the ends (0) of an upright long bone to the middle half of its shaft (1).
float along_shaft(float height, const Box& bounds) {
    const float share = (height - bounds.min.y) / std::max(bounds.max.y - bounds.min.y, 1e-6F);
    const float from_end = std::min(share, 1.0F - share);
    return glm::smoothstep(0.06F, 0.30F, from_end);
}

float rim_at(const glm::vec3& place, const Box& bounds, const CutTissue& tissue) {
    const float share = (place.y - bounds.min.y) / std::max(bounds.max.y - bounds.min.y, 1e-6F);
    switch (tissue.kind) {
    case CutTissue::Kind::bone:
        return glm::mix(tissue.rim, tissue.shaft_rim,
                        tissue.cavity ? along_shaft(place.y, bounds) : 0.0F);
    case CutTissue::Kind::upper_tooth:
        return glm::mix(tissue.shaft_rim, tissue.rim, glm::smoothstep(0.32F, 0.44F, share));
    case CutTissue::Kind::lower_tooth:
        return glm::mix(tissue.rim, tissue.shaft_rim, glm::smoothstep(0.56F, 0.68F, share));
    default:
        return tissue.rim;
    }
}

/// Draws later: bones, then what is soft, then teeth.
int rank_of(CutTissue::Kind kind) {
    switch (kind) {
    case CutTissue::Kind::bone:
        return 0;
    case CutTissue::Kind::disc:
    case CutTissue::Kind::cartilage:
        return 1;
    case CutTissue::Kind::upper_tooth:
    case CutTissue::Kind::lower_tooth:
        break;
    }
    return 2;
}

bool overlap(const Contour& a, const Contour& b) {
    return a.min.x < b.max.x + c_between && b.min.x < a.max.x + c_between &&
           a.min.y < b.max.y + c_between && b.min.y < a.max.y + c_between;
}

} // namespace

PlaneAxes axes_of(const Plane& plane) {
    const glm::vec3 other =
        std::abs(plane.normal.y) < 0.9F ? glm::vec3(0.0F, 1.0F, 0.0F) : glm::vec3(0.0F, 0.0F, 1.0F);
    const glm::vec3 u = glm::normalize(glm::cross(other, plane.normal));
    return {u, glm::cross(plane.normal, u)};
}

Contour contour_of(const Geometry& geometry, const GeometryPart& part, const Plane& plane,
                   const CutTissue& tissue) {
    Contour contour;
    contour.bone = part.bone;
    const PlaneAxes axes = axes_of(plane);
    const GeometryLevel& level = part.levels.front();
    const auto triangles = geometry.indices.subspan(level.first_index, level.index_count);
    Box box; // in the plane's axes
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const std::array<Corner, 3> corners{corner_of(geometry, triangles[i], plane),
                                            corner_of(geometry, triangles[i + 1], plane),
                                            corner_of(geometry, triangles[i + 2], plane)};
        ContourSegment segment;
        int ends = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const Corner& here = corners[c];
            const Corner& next = corners[(c + 1) % 3];
            const bool leaves = here.before <= 0.0F && next.before > 0.0F;
            const bool returns = here.before > 0.0F && next.before <= 0.0F;
            if (leaves || returns) {
                (leaves ? segment.to : segment.from) = crossing(here, next);
                ++ends;
            }
        }
        if (ends == 2) {
            segment.rim_from = rim_at(segment.from, part.bounds, tissue);
            segment.rim_to = rim_at(segment.to, part.bounds, tissue);
            contour.segments.push_back(segment);
            box.add({glm::dot(segment.from, axes.u), glm::dot(segment.from, axes.v), 0.0F});
            box.add({glm::dot(segment.to, axes.u), glm::dot(segment.to, axes.v), 0.0F});
        }
    }
    contour.min = box.min;
    contour.max = box.max;
    return contour;
}

std::vector<std::vector<const Contour*>> without_overlaps(std::span<const Contour> contours,
                                                          std::span<const CutTissue> tissues) {
    const auto rank = [&](const Contour& contour) {
        return contour.bone < tissues.size() ? rank_of(tissues[contour.bone].kind) : 0;
    };
    std::vector<std::vector<const Contour*>> groups;
    for (int wanted = 0; wanted <= 2; ++wanted) {
        const auto first = static_cast<std::ptrdiff_t>(groups.size());
        for (const Contour& contour : contours) {
            if (contour.segments.empty() || rank(contour) != wanted) {
                continue;
            }
            const auto room = std::find_if(groups.begin() + first, groups.end(), [&](auto& group) {
                return std::ranges::none_of(
                    group, [&](const Contour* other) { return overlap(contour, *other); });
            });
            if (room == groups.end()) {
                groups.push_back({&contour});
            } else {
                room->push_back(&contour);
            }
        }
    }
    return groups;
}

} // namespace osteon::view
