#pragma once

#include <glm/vec3.hpp>

namespace osteon::session {

/// The camera as the user thinks of it: it looks at a point from a direction and a distance.
struct CameraPose {
    glm::vec3 target{0.0F, 0.85F, 0.0F}; ///< metres
    float yaw = 0.0F;      ///< radians about +y; 0 sees the front, positive the body's left
    float pitch = 0.0F;    ///< radians; positive looks down from above; within ±π/2
    float distance = 7.0F; ///< metres from the target
    bool operator==(const CameraPose&) const = default;
};

enum class StandardView { anterior, posterior, left, right, superior, inferior };

} // namespace osteon::session
