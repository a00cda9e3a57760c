#pragma once

#include "base/progress.h"
#include "render/passes.h"
#include "render/renderer.h"

#include <span>

namespace osteon::render {

inline constexpr int still_limit = 8192; ///< pixels along a side

/// Draws scenes side by side as a picture, tile by tile with 4 x 4 samples a pixel, straight alpha.
/// What none of them covers has the backdrop of the first. Each tile is told.
Result<Image> draw_still(std::span<const view::Scene> scenes, glm::ivec2 size,
                         const Skeleton& skeleton, const Programs& programs,
                         const gl::VertexArray& no_vertices, gl::Sums sums,
                         const Progress& progress);

} // namespace osteon::render
