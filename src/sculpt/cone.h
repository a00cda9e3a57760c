#pragma once

#include "base/geometry.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// The part of space that is seen from a centre within a closed line: a cone of any section. A
/// table over the directions says what is near and on which side the rest lies.
class Cone {
public:
    /// The line's points must be apart from the centre, and near each other as seen from there. Of
    /// the two sides of the line the one that fills less of the view is solid, or with `outside`
    /// the other; it keeps `gap` mm away from the cone's surface.
    Cone(const glm::vec3& centre, const std::vector<glm::vec3>& line, bool outside, float gap);

    /// Signed distance to the cone's surface: exact near it, a lower bound elsewhere.
    float distance(const glm::vec3& point) const;

    /// A box around what the cone and the box have in common, a little wider.
    Box bounds_within(const Box& box) const;

private:
    /// A piece of the line as seen from the centre: part of a great circle.
    struct Arc {
        glm::vec3 from{0.0F};
        glm::vec3 to{0.0F};
        glm::vec3 normal{0.0F};
    };
    /// Directions within about 2 degrees of each other.
    struct Cell {
        glm::vec3 middle{0.0F};
        bool solid = false;              ///< the side of the cell's middle
        float far = 0.0F;                ///< sine of a lower bound of the angle to the line
        std::vector<std::uint32_t> arcs; ///< those near the cell
    };
    std::size_t cell_of(const glm::vec3& direction) const;
    void list_arcs();
    void find_sides(bool outside);
    void find_far_angles(const std::vector<glm::vec3>& directions);
    bool crosses_odd(const Cell& cell, const glm::vec3& from, const glm::vec3& to) const;

    glm::vec3 centre_{0.0F};
    float gap_ = 0.0F;
    std::vector<Arc> arcs_;
    std::vector<Cell> cells_; ///< rows from +y down, columns round y
};

} // namespace osteon::sculpt
