#pragma once

#include "anatomy/registry.h"

#include <glm/vec3.hpp>

#include <optional>

namespace osteon::anatomy {

/// Where a bone of an adult lies and how large it is, roughly: enough to tell up from down, front
/// from back, left from right, and millimetres from inches.
struct UsualPlace {
    glm::vec3 place{0.0F}; ///< the middle of its box, metres, in the design's space
    float size = 0.0F;     ///< the diagonal of its box, metres
    bool steady = true;    ///< where it lies does not depend on how the arms are held
};

/// The usual place of a bone; nothing for bones that tell little.
std::optional<UsualPlace> usual_place_of(const Bone& bone);

} // namespace osteon::anatomy
