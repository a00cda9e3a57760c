#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <glm/vec3.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace osteon::anatomy {

/// How much ambient light arrives at a vertex, 255 = all of it. Rays leave cosine-weighted; one
/// that hits bone brings light in proportion to how far away the bone is within the radius.
struct AmbientLight {
    std::uint8_t wide = 255; ///< radius 70 mm
    std::uint8_t fine = 255; ///< radius 14 mm
};

/// Ambient light at each vertex of a scene of triangles, in metres, with all of it as occluder.
/// The same scene always gives the same light. Errors: no memory, stopped.
Result<std::vector<AmbientLight>> bake_ambient_light(std::span<const glm::vec3> positions,
                                                     std::span<const glm::vec3> normals,
                                                     std::span<const std::uint32_t> indices,
                                                     const Progress& progress);

} // namespace osteon::anatomy
