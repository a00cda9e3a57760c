#include "view/flight.h"

#include "view/axes.h"

#include <glm/gtc/constants.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::view {

namespace {

using glm::vec2;
using glm::vec3;

constexpr float c_clearance = 0.02F; ///< metres that a flight keeps from the box of a bone
constexpr int c_path_samples = 96;

float wrapped(float angle) {
    return std::remainder(angle, glm::two_pi<float>());
}

float ease_in_out_cubic(float t) {
    return t < 0.5F ? 4.0F * t * t * t : 1.0F - 4.0F * (1.0F - t) * (1.0F - t) * (1.0F - t);
}

float smoothstep(float from, float to, float t) {
    const float s = std::clamp((t - from) / (to - from), 0.0F, 1.0F);
    return s * s * (3.0F - 2.0F * s);
}

/// Place `s`, 0 to 1, of the way. With a detour the camera first draws back, then goes around, then
/// comes near: so it leaves and arrives along its line of sight.
CameraPose pose_along(const Flight& flight, float s) {
    const bool around = flight.detour > 0.0F;
    const float turn = around ? smoothstep(0.15F, 0.85F, s) : s;
    CameraPose pose;
    pose.target = glm::mix(flight.from.target, flight.to.target, turn);
    pose.yaw = wrapped(flight.from.yaw + turn * wrapped(flight.to.yaw - flight.from.yaw));
    pose.pitch = std::lerp(flight.from.pitch, flight.to.pitch, turn);
    // Distances grow and shrink by ratio: that is how nearness is seen.
    const float distance =
        flight.from.distance * std::pow(flight.to.distance / flight.from.distance, turn);
    const float u = 2.0F * s - 1.0F;
    pose.distance = distance + flight.detour * (1.0F - u * u * u * u);
    return pose;
}

bool contains(const Box& box, const vec3& point) {
    return glm::all(glm::lessThanEqual(box.min, point)) &&
           glm::all(glm::lessThanEqual(point, box.max));
}

/// The boxes, grown by the clearance, that a flight can avoid: neither of its ends lies within.
std::vector<Box> obstacles(const CameraPose& from, const CameraPose& to,
                           std::span<const Box> boxes) {
    std::vector<Box> result;
    for (Box box : boxes) {
        box.min -= c_clearance;
        box.max += c_clearance;
        if (!contains(box, eye_of(from)) && !contains(box, eye_of(to))) {
            result.push_back(box);
        }
    }
    return result;
}

/// How many places of the way lie within an obstacle.
int hits(const Flight& flight, const std::vector<Box>& obstacles) {
    int count = 0;
    for (int i = 0; i <= c_path_samples; ++i) {
        const float s = static_cast<float>(i) / c_path_samples;
        const vec3 eye = eye_of(pose_along(flight, s));
        count += std::any_of(obstacles.begin(), obstacles.end(),
                             [&](const Box& box) { return contains(box, eye); })
                     ? 1
                     : 0;
    }
    return count;
}

/// A short way takes 300 ms, half a turn or the length of the body 1,200.
float duration(const CameraPose& from, const CameraPose& to) {
    const float turn = std::hypot(wrapped(to.yaw - from.yaw), to.pitch - from.pitch);
    const float shift = glm::distance(from.target, to.target);
    const float zoom = std::abs(std::log(to.distance / from.distance));
    return std::clamp(0.3F + 0.25F * turn + 0.4F * shift + 0.2F * zoom, 0.3F, 1.2F);
}

float metres_per_pixel(float distance, const Layout& layout) {
    return 2.0F * std::tan(0.5F * c_fov_y) * distance / std::max(layout.stage.height, 1.0F);
}

/// Depth of a point along the line of sight.
float depth_of(const vec3& point, const CameraPose& pose) {
    return glm::dot(eye_of(pose) - point, axes_of(pose).back);
}

} // namespace

Axes axes_of(const CameraPose& pose) {
    const float sin_yaw = std::sin(pose.yaw);
    const float cos_yaw = std::cos(pose.yaw);
    const float sin_pitch = std::sin(pose.pitch);
    const float cos_pitch = std::cos(pose.pitch);
    return {{cos_yaw, 0.0F, -sin_yaw},
            {-sin_yaw * sin_pitch, cos_pitch, -cos_yaw * sin_pitch},
            {sin_yaw * cos_pitch, sin_pitch, cos_yaw * cos_pitch}};
}

glm::vec3 eye_of(const CameraPose& pose) {
    return pose.target + pose.distance * axes_of(pose).back;
}

Camera camera_of(const CameraPose& pose, const Layout& layout, const Box& model_bounds) {
    Camera camera;
    camera.eye = eye_of(pose);
    camera.target = pose.target;
    camera.up = axes_of(pose).up;
    camera.fov_y = c_fov_y;
    if (!layout.stage.empty()) {
        const vec2 off = layout.free.centre() - layout.stage.centre();
        camera.lens_shift = {2.0F * off.x / layout.stage.width,
                             -2.0F * off.y / layout.stage.height};
    }
    // Without bounds, a body of human size is taken to lie around the target.
    constexpr float c_reach = 2.2F;
    const float reach = model_bounds.empty() ? c_reach
                                             : glm::distance(pose.target, model_bounds.centre()) +
                                                   0.5F * model_bounds.diagonal();
    camera.near_plane = std::max(pose.distance - reach, 0.02F);
    camera.far_plane = pose.distance + reach + 0.1F;
    return camera;
}

Flight plan_flight(const CameraPose& from, const CameraPose& to, std::span<const Box> boxes) {
    Flight best{from, to, duration(from, to), 0.0F};
    const std::vector<Box> avoided = obstacles(from, to, boxes);
    int fewest = hits(best, avoided);
    for (float detour = 0.25F; fewest > 0 && detour <= 8.0F; detour *= 1.5F) {
        const Flight candidate{from, to, best.seconds, detour};
        if (const int count = hits(candidate, avoided); count < fewest) {
            fewest = count;
            best = candidate;
        }
    }
    best.seconds = std::min(best.seconds + 0.1F * best.detour, 1.2F);
    return best;
}

CameraPose pose_at(const Flight& flight, float seconds) {
    if (seconds >= flight.seconds) {
        return flight.to;
    }
    if (seconds <= 0.0F) {
        return flight.from;
    }
    return pose_along(flight, ease_in_out_cubic(seconds / flight.seconds));
}

CameraPose orbit(const CameraPose& pose, const glm::vec3& pivot, glm::vec2 drag_pixels,
                 const Layout& layout) {
    // A drag across the smaller side of the stage is half a turn.
    const float side = std::max(std::min(layout.stage.width, layout.stage.height), 1.0F);
    const vec2 angle = drag_pixels * glm::pi<float>() / side;
    CameraPose turned = pose;
    turned.yaw = wrapped(pose.yaw - angle.x);
    turned.pitch = std::clamp(pose.pitch + angle.y, -glm::half_pi<float>(), glm::half_pi<float>());
    // The pivot keeps its place in the axes of the camera, hence on the screen.
    const Axes before = axes_of(pose);
    const Axes after = axes_of(turned);
    const vec3 from_pivot = pose.target - pivot;
    turned.target = pivot + after.right * glm::dot(from_pivot, before.right) +
                    after.up * glm::dot(from_pivot, before.up) +
                    after.back * glm::dot(from_pivot, before.back);
    return turned;
}

CameraPose pan(const CameraPose& pose, const glm::vec3& depth_point, glm::vec2 drag_pixels,
               const Layout& layout) {
    const float depth = std::max(depth_of(depth_point, pose), 0.01F);
    const vec2 shift = drag_pixels * metres_per_pixel(depth, layout);
    const Axes axes = axes_of(pose);
    CameraPose moved = pose;
    moved.target += axes.up * shift.y - axes.right * shift.x;
    return moved;
}

CameraPose zoom(const CameraPose& pose, const glm::vec3& towards, float steps,
                const Box& model_bounds) {
    CameraPose wanted = pose;
    wanted.distance = pose.distance * std::pow(0.85F, steps);
    const float distance = clamp_pose(wanted, model_bounds).distance;
    // Shrinking everything about a point leaves it where it is on the screen.
    wanted.target = towards + (pose.target - towards) * (distance / pose.distance);
    wanted.distance = distance;
    return wanted;
}

CameraPose clamp_pose(const CameraPose& pose, const Box& model_bounds) {
    constexpr float c_margin = 0.3F; // metres that the target may leave the body
    CameraPose result = pose;
    result.yaw = wrapped(pose.yaw);
    result.pitch = std::clamp(pose.pitch, -glm::half_pi<float>(), glm::half_pi<float>());
    const float size = model_bounds.empty() ? 2.0F : model_bounds.diagonal();
    result.distance = std::clamp(pose.distance, c_nearest_distance,
                                 std::max(16.0F * size, 2.0F * c_nearest_distance));
    if (!model_bounds.empty()) {
        result.target =
            glm::clamp(pose.target, model_bounds.min - c_margin, model_bounds.max + c_margin);
    }
    return result;
}

} // namespace osteon::view
