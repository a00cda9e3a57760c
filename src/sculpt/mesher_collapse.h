#pragma once

#include "sculpt/mesher.h"

#include <vector>

namespace osteon::sculpt {

/// Fewer triangles: edges are collapsed in the order of the error they make, and the rest turned
/// where that gives better triangles. Vertices marked in `locked` (one entry a vertex) stay where
/// they are. Leaves positions and indices only.
Mesh collapse_edges(const Mesh& mesh, const Simplification& limits,
                    const std::vector<bool>& locked);

} // namespace osteon::sculpt
