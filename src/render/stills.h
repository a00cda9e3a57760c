#pragma once

#include "render/passes.h"
#include "render/renderer.h"

namespace osteon::render {

inline constexpr int still_limit = 8192; ///< pixels along a side

/// Draws a scene as a picture, tile by tile with 4 x 4 samples a pixel, straight alpha.
Result<Image> draw_still(const view::Scene& scene, glm::ivec2 size, const Skeleton& skeleton,
                         const Programs& programs, const gl::VertexArray& no_vertices,
                         gl::Sums sums);

} // namespace osteon::render
