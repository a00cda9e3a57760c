#pragma once

#include "base/geometry.h"

#include <vector>

namespace osteon::sculpt {

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

/// How a sheet goes on beyond the first and last points of its rows.
enum class SheetEdge {
    free,     ///< straight on
    closed,   ///< each row is a ring
    mirrored, ///< where an edge lies on x = 0, as in a mirror there
};

/// A curved plate: triangles thickened to both sides, in a tree of boxes for fast look-up.
class Sheet {
public:
    /// A smooth plate through a grid of points, rows of `columns` each; at least 2 by 2, a closed
    /// one 2 by 3.
    Sheet(const std::vector<SheetPoint>& grid, std::size_t columns, SheetEdge edge);

    /// Signed distance; where it is farther than `cut_off`, that.
    float distance(const glm::vec3& point, float cut_off) const;
    Box bounds() const;
    std::size_t triangle_count() const { return triangles_.size(); }

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

} // namespace osteon::sculpt
