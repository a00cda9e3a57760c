#pragma once

#include "base/error.h"

#include <glm/vec3.hpp>

#include <string>
#include <vector>

namespace osteon::sculpt {

/// A smooth line along which bones are parted, mm, in the world.
struct Suture {
    std::string name;
    float amplitude = 0.0F;  ///< how far it swings to each side, mm
    float wavelength = 6.0F; ///< of its main swing, mm
    std::vector<glm::vec3> points;
};

/// The suture's line with its swings to the sides as seen from a centre: irregular but always the
/// same, and none at its ends, where it meets others. The bones on both sides get the same line
/// where they are parted from the same centre.
std::vector<glm::vec3> trace(const Suture& suture, const glm::vec3& centre);

/// A suture as a piece of a loop.
struct LoopPiece {
    const Suture* suture = nullptr;
    bool backwards = false;
    bool mirrored = false; ///< at x = 0
};

/// The closed line of sutures joined head to tail. The error is what was expected, in words.
tl::expected<std::vector<glm::vec3>, std::string> trace_loop(const std::vector<LoopPiece>& pieces,
                                                             const glm::vec3& centre);

} // namespace osteon::sculpt
