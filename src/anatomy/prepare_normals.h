#pragma once

#include "anatomy/prepare_clean.h"

#include <vector>

namespace osteon::anatomy {

/// A surface with one unit normal a vertex; a place has several vertices where the surface creases.
struct ShadedSurface {
    std::vector<glm::vec3> positions; ///< metres
    std::vector<glm::vec3> normals;
    std::vector<std::uint32_t> indices;
};

/// Gives each vertex its normal: the given ones where they are smooth, else those of the triangles
/// around it weighted by their angle (Thürmer and Wüthrich 1998, JGT 3(1)), split at creases.
ShadedSurface shade_surface(const CleanSurface& surface);

} // namespace osteon::anatomy
