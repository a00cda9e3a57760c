#pragma once

#include "anatomy/prepare_normals.h"

#include <array>

namespace osteon::anatomy {

/// A surface in the order the GPU likes, with its levels of detail one after the other in
/// `surface.indices`; the ranges are relative to its start.
struct LeveledSurface {
    ShadedSurface surface;
    std::array<LevelOfDetail, level_count> levels;
};

/// Orders triangles and vertices for the GPU's caches and simplifies to about 40, 12 and 3 percent
/// of the triangles; a level that would save little repeats the one before.
LeveledSurface build_levels(ShadedSurface surface);

} // namespace osteon::anatomy
