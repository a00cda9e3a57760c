#pragma once

#include "view/geometry.h"
#include "view/scene.h"

#include <span>
#include <vector>

namespace osteon::view {

/// A piece of the line along which a plane meets the surface of a part, and how thick the rim of
/// its cut face is at the ends, in metres.
struct ContourSegment {
    glm::vec3 from{0.0F};
    glm::vec3 to{0.0F};
    float rim_from = 0.0F;
    float rim_to = 0.0F;
};

/// The outline of one part's cut face: closed lines, all with the face on the same hand, so that
/// they wind around every point of it. Neighbours share their ends bit by bit.
struct Contour {
    std::uint16_t bone = 0;
    std::vector<ContourSegment> segments;
    glm::vec2 min{0.0F}; ///< in the plane's axes
    glm::vec2 max{0.0F};
};

/// Two directions of unit length that span a plane.
struct PlaneAxes {
    glm::vec3 u;
    glm::vec3 v;
};
PlaneAxes axes_of(const Plane& plane);

/// The contour of a closed part at its finest level; without segments where the plane misses it.
Contour contour_of(const Geometry& geometry, const GeometryPart& part, const Plane& plane,
                   const CutTissue& tissue);

/// Contours side by side, so that none lies over another of its group. Where cut faces overlap, a
/// later group is what is seen: cartilage and discs after bones, teeth last.
std::vector<std::vector<const Contour*>> without_overlaps(std::span<const Contour> contours,
                                                          std::span<const CutTissue> tissues);

} // namespace osteon::view
