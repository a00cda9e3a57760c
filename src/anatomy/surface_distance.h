#pragma once

#include "anatomy/surface_tree.h"

#include <vector>

namespace osteon::anatomy {

/// A place spread over a surface by area, and the outward normal there.
struct SurfaceSample {
    glm::vec3 place{0.0F};
    glm::vec3 normal{0.0F};
};

/// `count` places spread evenly by area; the same for the same mesh.
std::vector<SurfaceSample> sample_surface(const TriangleMesh& mesh, std::size_t count);

/// How far two surfaces lie apart, in their unit: distances from samples of each to the nearest
/// point of the other, both ways together.
struct SurfaceDistance {
    float mean = 0.0F;
    float percentile_95 = 0.0F;
    float mean_from_first = 0.0F;
    float mean_from_second = 0.0F;
};

/// Compares with `count` samples on each side. Both meshes must have triangles.
SurfaceDistance surface_distance(const SurfaceTree& first, const SurfaceTree& second,
                                 std::size_t count = 8000);

} // namespace osteon::anatomy
