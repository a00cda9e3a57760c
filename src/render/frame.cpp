#include "render/frame.h"

#include <glm/gtc/matrix_transform.hpp>

#include <algorithm>
#include <cmath>

namespace osteon::render {

namespace {

/// Nearest and farthest of the box along the view, in metres before the eye.
glm::vec2 depth_range_of(const Box& bounds, const glm::vec3& eye, const glm::vec3& back) {
    if (bounds.empty()) {
        return {0.0F, 1.0F};
    }
    const float middle = glm::dot(eye - bounds.centre(), back);
    const float reach = 0.5F * glm::dot(bounds.size(), glm::abs(back));
    return {middle - reach, middle + std::max(reach, 0.001F)};
}

} // namespace

Frame frame_of(const view::Scene& scene, const Box& bounds, const Effort& effort) {
    const view::Camera& camera = scene.camera;
    Frame frame;
    frame.effort = effort;
    frame.viewport =
        glm::max(glm::ivec2(std::lround(scene.viewport.width), std::lround(scene.viewport.height)),
                 glm::ivec2(1));
    frame.size = frame.viewport;
    const float aspect =
        static_cast<float>(frame.viewport.x) / static_cast<float>(frame.viewport.y);
    const glm::mat4 view = view::view_matrix(camera);
    frame.to_clip = view::projection_matrix(camera, aspect) * view;
    frame.eye = camera.eye;
    frame.right = {view[0][0], view[1][0], view[2][0]};
    frame.up = {view[0][1], view[1][1], view[2][1]};
    frame.back = {view[0][2], view[1][2], view[2][2]};
    frame.pixels_per_radian =
        static_cast<float>(frame.viewport.y) / (2.0F * std::tan(0.5F * camera.fov_y));
    frame.planes = {camera.near_plane, camera.far_plane};
    frame.depth_range = depth_range_of(bounds, camera.eye, frame.back);
    // Whole body in view: full strength; 0.35 m and less: half.
    const float height =
        2.0F * std::tan(0.5F * camera.fov_y) * glm::length(camera.eye - camera.target);
    frame.occlusion_strength = glm::mix(0.5F, 1.0F, glm::smoothstep(0.35F, 1.4F, height));
    return frame;
}

glm::ivec2 Frame::sample_size() const {
    const glm::ivec2 samples = size * effort.samples;
    return glm::ivec2(glm::ceil(glm::vec2(samples) * effort.resolution));
}

int affordable_samples(int wanted, glm::ivec2 viewport, int largest_side) {
    constexpr long most = 40'000'000; // some 10 bytes each, for solid bones and again for ghosts
    int samples = wanted;
    while (samples > 1 && (samples * std::max(viewport.x, viewport.y) > largest_side ||
                           long{samples} * samples * viewport.x * viewport.y > most)) {
        samples /= 2;
    }
    return samples;
}

Frame window_of(const Frame& whole, glm::ivec2 origin, glm::ivec2 size) {
    Frame frame = whole;
    frame.origin = origin;
    frame.size = size;
    // Clip space of the window: the viewport's, moved and stretched so that the window fills it.
    const glm::vec2 stretch = glm::vec2(whole.viewport) / glm::vec2(size);
    const glm::vec2 centre =
        (2.0F * glm::vec2(origin) + glm::vec2(size)) / glm::vec2(whole.viewport) - 1.0F;
    const glm::mat4 crop = glm::scale(glm::mat4(1.0F), glm::vec3(stretch, 1.0F)) *
                           glm::translate(glm::mat4(1.0F), glm::vec3(-centre, 0.0F));
    frame.to_clip = crop * whole.to_clip;
    return frame;
}

} // namespace osteon::render
