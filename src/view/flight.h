#pragma once

#include "anatomy/model.h"
#include "session/session.h"
#include "view/layout.h"
#include "view/scene.h"

#include <span>

namespace osteon::view {

using session::CameraPose;

/// The camera of a pose: lens shifted so that the target lies in the middle of layout.free.
Camera camera_of(const CameraPose& pose, const Layout& layout, const Box& model_bounds);

/// The pose that a wish asks for: its bones fill 55–65 % of the free area (the whole skeleton
/// 89 % of its height). A landmark comes to the middle, with as much of its bone around it as tells
/// where it is, seen from where it faces unless that is so already. `offsets` are those of
/// the scene; the points `beside` the bones are framed with them.
CameraPose resolve(const session::CameraWish& wish, const CameraPose& now,
                   const anatomy::SkeletonModel& model, const Layout& layout,
                   std::span<const glm::vec3> offsets = {}, std::span<const glm::vec3> beside = {});

/// A flight between two poses: eased in and out, out around the body where the straight way would
/// pass through bone. 300–1,200 ms by distance.
struct Flight {
    CameraPose from;
    CameraPose to;
    float seconds = 0.6F;
    float detour = 0.0F; ///< metres that the way swings outward at its middle
};
/// `boxes` are the bounds of the shown bones.
Flight plan_flight(const CameraPose& from, const CameraPose& to, std::span<const Box> boxes);
CameraPose pose_at(const Flight& flight, float seconds);
glm::vec3 eye_of(const CameraPose& pose);

// Steps by hand. Pixels are of the framebuffer, y down.

/// Turns about `pivot` so that it stays where it is on the screen.
CameraPose orbit(const CameraPose& pose, const glm::vec3& pivot, glm::vec2 drag_pixels,
                 const Layout& layout);
/// Moves so that the point at `depth_point` follows the pointer.
CameraPose pan(const CameraPose& pose, const glm::vec3& depth_point, glm::vec2 drag_pixels,
               const Layout& layout);
/// Comes nearer to (steps > 0) or leaves `towards`, which stays where it is on the screen.
CameraPose zoom(const CameraPose& pose, const glm::vec3& towards, float steps,
                const Box& model_bounds);
/// Keeps target, distance and pitch within sensible bounds of the model.
CameraPose clamp_pose(const CameraPose& pose, const Box& model_bounds);

} // namespace osteon::view
