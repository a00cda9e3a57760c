#pragma once

#include "anatomy/model.h"

#include <span>

namespace osteon::anatomy {

/// Fills in `grain` and `curvature` of a model's vertices, from their places, normals and
/// triangles. `vertices` are the model's own, while they can still be written to.
void add_surface_traits(const SkeletonModel& model, std::span<PackedVertex> vertices);

} // namespace osteon::anatomy
