#pragma once

#include "anatomy/prepare.h"

#include <vector>

namespace osteon::anatomy {

/// A surface whose triangles share their corners' places: one position for each point in space.
struct CleanSurface {
    std::vector<glm::vec3> positions;
    std::vector<std::uint32_t> indices;
    std::vector<glm::vec3> corner_normals; ///< empty, or one for each index
    bool closed = false;                   ///< no open edge anywhere
};

/// Welds vertices that lie within 10 micrometres, drops degenerate and repeated triangles and stray
/// fragments, and winds the rest counter-clockwise from outside. A surface without any proper
/// triangle comes back empty.
CleanSurface clean_surface(const BoneSurface& surface);

} // namespace osteon::anatomy
