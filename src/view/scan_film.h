#pragma once

#include <glm/vec2.hpp>

#include <cstdint>
#include <vector>

namespace osteon::view {

/// The film of one planar view of a bone scan: how dark each of its cells is. It lies in a plane of
/// the body's space, so that the camera may move over it without its being exposed again.
struct ScanFilm {
    glm::ivec2 cells{0};
    float cell = 0.002F;                ///< side of a cell, metres
    glm::vec2 corner{0.0F};             ///< of the first cell: metres along the view's right and up
    std::vector<std::uint8_t> darkness; ///< 0 clear to 255 black; rows from the bottom
};

} // namespace osteon::view
