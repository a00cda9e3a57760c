#pragma once

#include "base/geometry.h"
#include "sculpt/cone.h"
#include "sculpt/sheet.h"
#include "sculpt/tube.h"

#include <glm/mat3x3.hpp>

#include <memory>
#include <variant>

namespace osteon::sculpt {

/// Signed-distance shapes, in millimetres: negative inside. Outside, `distance` never exceeds the
/// true distance by much, so that it may be used to skip empty space.

/// A super-ellipsoid: |x/rx|^p + |y/ry|^p + |z/rz|^p = 1 in its own axes. p = 2 is an ellipsoid, p
/// = 4 a rounded box.
struct Ellipsoid {
    glm::vec3 centre{0.0F};
    glm::vec3 radii{1.0F};
    glm::mat3 axes{1.0F}; ///< columns: its axes in the world
    float power = 2.0F;
};

/// A half space: the side that `normal` points away from is solid.
struct HalfSpace {
    glm::vec3 point{0.0F};
    glm::vec3 normal{0.0F, 1.0F, 0.0F};
};

using Shape = std::variant<Ellipsoid, HalfSpace, std::shared_ptr<const Tube>,
                           std::shared_ptr<const Sheet>, std::shared_ptr<const Cone>>;

/// The signed distance; a sheet that is farther than `cut_off` may answer `cut_off`.
float distance(const Shape& shape, const glm::vec3& point, float cut_off);

/// A box around the shape; half spaces and cones have none and answer an empty box.
Box bounds(const Shape& shape);

/// The distance from a point to a box, 0 inside.
float distance(const Box& box, const glm::vec3& point);

} // namespace osteon::sculpt
