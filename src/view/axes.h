#pragma once

#include "session/camera.h"

#include <glm/trigonometric.hpp>
#include <glm/vec3.hpp>

namespace osteon::view {

/// The lens: 14° over the height of the stage, close-ups too, so that it reads as a plate.
inline constexpr float c_fov_y = glm::radians(14.0F);
/// The camera comes no nearer to its target than this; metres. For ossicles and the like.
inline constexpr float c_nearest_distance = 0.15F;

/// The directions of a camera, of unit length; `back` points from the target to the eye.
struct Axes {
    glm::vec3 right;
    glm::vec3 up;
    glm::vec3 back;
};
Axes axes_of(const session::CameraPose& pose);

} // namespace osteon::view
