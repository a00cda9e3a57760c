#pragma once

#include "anatomy/registry.h"

#include <glm/vec2.hpp>

namespace osteon::view {

/// How much tracer a bone takes up, per volume, where a vertebra takes up 1. By eye, for teaching.
struct Uptake {
    float shaft = 1.0F;
    float ends = 1.0F; ///< of a long bone, where it is spongy and joints move

    /// At a height, of a bone that reaches from `reach.x` to `reach.y`; metres.
    float at(float height, const glm::vec2& reach) const;
};

Uptake uptake_of(const anatomy::Bone& bone);

} // namespace osteon::view
