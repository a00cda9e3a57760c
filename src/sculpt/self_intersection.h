#pragma once

#include "sculpt/triangle_tree.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// Two triangles of one mesh that cut each other, and where.
struct SelfIntersection {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    glm::vec3 place{0.0F};
};

/// All pairs of a mesh's triangles that cut each other; touching does not count. In the order of
/// the triangles. Works on all cores.
std::vector<SelfIntersection> self_intersections(const TriangleTree& tree);

} // namespace osteon::sculpt
