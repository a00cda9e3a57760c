#include "view/scene.h"

#include <glm/common.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/vec4.hpp>

#include <cmath>

namespace osteon::view {

namespace {

/// Over the hinge at the back of the body, metres: where the front part begins.
constexpr float c_front_begins = -0.002F;
constexpr float c_front_is_free = 0.008F;

} // namespace

glm::vec3 displaced(const Collapse& collapse, bool carried, const glm::vec3& place) {
    const float before = place.z - collapse.hinge_z;
    const float share = carried ? 1.0F
                                : glm::smoothstep(collapse.bottom, collapse.top, place.y) *
                                      glm::smoothstep(c_front_begins, c_front_is_free, before);
    const float tilt = share * collapse.tilt;
    const float above = place.y - collapse.top;
    return {place.x, collapse.top + above * std::cos(tilt) - before * std::sin(tilt),
            collapse.hinge_z + above * std::sin(tilt) + before * std::cos(tilt)};
}

glm::mat4 view_matrix(const Camera& camera) {
    return glm::lookAt(camera.eye, camera.target, camera.up);
}

glm::mat4 projection_matrix(const Camera& camera, float aspect) {
    glm::mat4 projection =
        glm::perspective(camera.fov_y, aspect, camera.near_plane, camera.far_plane);
    // The divisor w is -z: what is added to x and y in proportion to it shifts the whole picture.
    projection[2][0] = -camera.lens_shift.x;
    projection[2][1] = -camera.lens_shift.y;
    return projection;
}

Camera drawn_back(const Camera& camera, float times) {
    Camera far = camera;
    far.eye = camera.target + times * (camera.eye - camera.target);
    far.fov_y = 2.0F * std::atan(std::tan(0.5F * camera.fov_y) / times);
    const float further = glm::distance(far.eye, camera.eye);
    far.near_plane = camera.near_plane + further;
    far.far_plane = camera.far_plane + further;
    return far;
}

glm::vec3 project(const Camera& camera, const Rect& viewport, const glm::vec3& point) {
    const glm::vec4 clip = projection_matrix(camera, viewport.width / viewport.height) *
                           view_matrix(camera) * glm::vec4(point, 1.0F);
    if (clip.w <= 0.0F) {
        return {viewport.centre(), -1.0F};
    }
    const glm::vec3 device = glm::vec3(clip) / clip.w;
    return {viewport.x + viewport.width * 0.5F * (1.0F + device.x),
            viewport.y + viewport.height * 0.5F * (1.0F - device.y), 0.5F * (1.0F + device.z)};
}

glm::vec3 unproject(const Camera& camera, const Rect& viewport, const glm::vec2& pixel,
                    float depth) {
    // By hand rather than by an inverse matrix: near and far may lie apart by a factor of a
    // thousand, and single precision would cost millimetres.
    const glm::vec3 forward = glm::normalize(camera.target - camera.eye);
    const glm::vec3 right = glm::normalize(glm::cross(forward, camera.up));
    const glm::vec3 up = glm::cross(right, forward);
    const float aspect = viewport.width / viewport.height;
    const float half_height = std::tan(0.5F * camera.fov_y);
    const glm::vec2 device{2.0F * (pixel.x - viewport.x) / viewport.width - 1.0F,
                           1.0F - 2.0F * (pixel.y - viewport.y) / viewport.height};
    const float along = camera.near_plane * camera.far_plane /
                        (camera.far_plane - depth * (camera.far_plane - camera.near_plane));
    const glm::vec2 offset =
        (device - camera.lens_shift) * along * glm::vec2(half_height * aspect, half_height);
    return camera.eye + forward * along + right * offset.x + up * offset.y;
}

glm::vec3 offset_of(std::span<const glm::vec3> offsets, std::size_t bone) {
    return bone < offsets.size() ? offsets[bone] : glm::vec3(0.0F);
}

} // namespace osteon::view
