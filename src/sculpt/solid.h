#pragma once

#include "base/geometry.h"
#include "sculpt/shape.h"

#include <memory>
#include <vector>

namespace osteon::sculpt {

struct Solid;

/// Where a solid stands that was described elsewhere: scaled, turned and moved.
struct Placement {
    glm::vec3 origin{0.0F};
    glm::mat3 axes{1.0F};    ///< from the solid's own coordinates
    glm::mat3 inverse{1.0F}; ///< into them
    float scale = 1.0F;      ///< the smallest of its scales

    glm::vec3 place(const glm::vec3& own) const { return origin + axes * own; }
};

enum class Operation { add, subtract, intersect };

/// One step in building a solid: a shape, or a whole solid, and how it joins what is there already.
struct Part {
    Operation operation = Operation::add;
    float blend = 0.0F;      ///< width of the smooth transition, mm
    bool both_sides = false; ///< shaped on the body's right (x < 0), and mirrored to its left
    Shape shape;
    std::shared_ptr<const Solid> solid;         ///< where set, taken instead of `shape`
    std::shared_ptr<const Placement> placement; ///< of `solid`; none: where it was described
    Box bounds;                                 ///< where the part is; empty: everywhere
};

/// Parts in the order in which they are joined, mm.
struct Solid {
    std::vector<Part> parts;
};

/// Signed distance to a solid; beyond `cut_off` any value above `cut_off` may be given.
float distance(const Solid& solid, const glm::vec3& point, float cut_off);

/// The direction of steepest growth of the distance, by central differences of `step` mm; its
/// length is 1 where the distance is exact.
glm::vec3 gradient(const Solid& solid, const glm::vec3& point, float step);

/// A box around the solid: around what is added to it.
Box bounds(const Solid& solid);

/// Fills in the part's box from its shape or solid.
void measure(Part& part);

/// How many shapes the solid has, those of the solids in it included.
std::size_t shape_count(const Solid& solid);

/// Moves a point onto the surface along the gradient, by a few Newton steps; near enough it ends
/// within 0.01 mm of it.
glm::vec3 project(const Solid& solid, glm::vec3 point);

} // namespace osteon::sculpt
