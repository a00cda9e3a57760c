#pragma once

#include "base/geometry.h"

#include <glm/mat3x3.hpp>

#include <memory>
#include <variant>
#include <vector>

namespace osteon::sculpt {

/// Signed-distance shapes, in millimetres: negative inside. Outside, `distance` never exceeds the
/// true distance by much, so that it may be used to skip empty space.

/// A super-ellipsoid: |x/rx|^p + |y/ry|^p + |z/rz|^p = 1 in its own axes. p = 2 is an ellipsoid,
/// p = 4 a rounded box.
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

/// A cross-section of a tube: an ellipse (or super-ellipse) with half-widths along two axes.
struct Station {
    glm::vec3 centre{0.0F};
    glm::vec3 across{1.0F, 0.0F, 0.0F}; ///< unit axis of `half.x`, at right angles to the tube
    glm::vec2 half{1.0F};
};

/// A tube of changing section along a smooth line, with rounded ends.
struct Tube {
    std::vector<Station> stations;
    float power = 2.0F;
};

/// A corner of a sheet: a place and the thickness there.
struct SheetPoint {
    glm::vec3 place{0.0F};
    float thickness = 1.0F;

    friend SheetPoint operator+(const SheetPoint& a, const SheetPoint& b) {
        return {a.place + b.place, a.thickness + b.thickness};
    }
    friend SheetPoint operator-(const SheetPoint& a, const SheetPoint& b) {
        return {a.place - b.place, a.thickness - b.thickness};
    }
    friend SheetPoint operator*(float factor, const SheetPoint& a) {
        return {factor * a.place, factor * a.thickness};
    }
    friend SheetPoint operator*(const SheetPoint& a, float factor) { return factor * a; }
};

/// A curved plate: triangles thickened to both sides, in a tree of boxes for fast look-up.
class Sheet {
public:
    /// A smooth plate through a grid of points, rows of `columns` each; at least 2 by 2.
    Sheet(const std::vector<SheetPoint>& grid, std::size_t columns);

    float distance(const glm::vec3& point, float cut_off) const;
    Box bounds() const;

private:
    struct Triangle {
        SheetPoint a, b, c;
    };
    struct Node {
        Box box;
        std::size_t first = 0;
        std::size_t count = 0; ///< 0: inner node, its children are at `first` and `first + 1`
    };
    void split(std::size_t node, std::size_t first, std::size_t count);
    void search(std::size_t node, const glm::vec3& point, float& nearest) const;

    std::vector<Triangle> triangles_;
    std::vector<Node> nodes_;
};

using Shape = std::variant<Ellipsoid, HalfSpace, Tube, std::shared_ptr<const Sheet>>;

/// A tube through a few stations, its line smoothed by a Catmull-Rom spline.
Tube smooth_tube(const std::vector<Station>& stations, float power);

/// The signed distance; a sheet that is farther than `cut_off` may answer `cut_off`.
float distance(const Shape& shape, const glm::vec3& point, float cut_off);

/// A box around the shape; a half space has none and answers an empty box.
Box bounds(const Shape& shape);

/// The distance from a point to a box, 0 inside.
float distance(const Box& box, const glm::vec3& point);

} // namespace osteon::sculpt
