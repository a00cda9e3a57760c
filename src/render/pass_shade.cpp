#include "render/bone_drawing.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::render {

namespace {

constexpr int longest_side = 2048; ///< a picture of 8192 pixels needs no finer shade

bool is_opaque(std::uint8_t flags) {
    return (flags & view::bone_ghost) == 0;
}

/// The direction from the eye through a point of the viewport (-1..1), of unit length along the
/// view.
glm::vec3 ray_through(const Frame& frame, const view::Camera& camera, glm::vec2 device) {
    const glm::vec2 viewport(frame.viewport);
    const float half_height = std::tan(0.5F * camera.fov_y);
    const glm::vec2 offset = (device - camera.lens_shift) *
                             glm::vec2(half_height * viewport.x / viewport.y, half_height);
    return -frame.back + frame.right * offset.x + frame.up * offset.y;
}

/// How wide a pixel of the map is, seen from the eye.
float map_pixel_radians(const Frame& frame, const ShadeMap& shade) {
    return static_cast<float>(frame.viewport.y) /
           (frame.pixels_per_radian * static_cast<float>(shade.size.y));
}

/// What shaders/depth.glsl asks for.
void set_depth_uniforms(const gl::Program& program, const Frame& frame) {
    const float near = frame.planes.x;
    const float far = frame.planes.y;
    program.set("u_planes", glm::vec3(near * far, far, far - near));
    program.set("u_depth_range", frame.depth_range);
}

void set_rays(const gl::Program& program, const PassInput& input) {
    const view::Camera& camera = input.scene.camera;
    const glm::vec3 corner = ray_through(input.frame, camera, {-1.0F, -1.0F});
    program.set("u_eye", input.frame.eye);
    program.set("u_ray_corner", corner);
    program.set("u_ray_across", ray_through(input.frame, camera, {1.0F, -1.0F}) - corner);
    program.set("u_ray_upward", ray_through(input.frame, camera, {-1.0F, 1.0F}) - corner);
    program.set("u_to_clip", input.frame.to_clip);
}

/// Draws the whole screen with the program in use, but only within the rectangle.
void fill(const PassInput& input, const PixelRect& rect) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(rect.min.x, rect.min.y, rect.size().x, rect.size().y);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDisable(GL_SCISSOR_TEST);
}

/// The places of the map that opaque bones may cover, and a few around them.
PixelRect covered_places(const PassInput& input, const ShadeMap& shade) {
    const PixelRect pixels =
        covered(input.skeleton.parts, input.scene, input.frame, is_opaque, 0.0F);
    const glm::vec2 scale = glm::vec2(shade.size) / glm::vec2(input.frame.viewport);
    return {glm::max(glm::ivec2(glm::vec2(pixels.min) * scale) - 3, glm::ivec2(0)),
            glm::min(glm::ivec2(glm::vec2(pixels.max) * scale) + 4, shade.size)};
}

void clear(const gl::Framebuffer& framebuffer) {
    const std::array<float, 4> no_shade{1.0F, 1.0F, 1.0F, 1.0F};
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
    glClearBufferfv(GL_COLOR, 0, no_shade.data());
}

} // namespace

glm::ivec2 shade_size(const Frame& frame) {
    const int longest = std::max(frame.viewport.x, frame.viewport.y);
    const int pixels =
        std::max(frame.effort.shade_pixels, (longest + longest_side - 1) / longest_side);
    return glm::max((frame.viewport + pixels - 1) / pixels, glm::ivec2(1));
}

void draw_shade(const PassInput& input, const gl::Texture& depth, ShadeMap& shade) {
    glViewport(0, 0, shade.size.x, shade.size.y);
    clear(shade.framebuffer);
    clear(shade.rough_framebuffer);
    const PixelRect rect = covered_places(input, shade);
    if (rect.empty()) {
        return;
    }
    const float map_pixel = map_pixel_radians(input.frame, shade);
    const gl::Program& program = input.programs.shade;
    program.use();
    set_depth_uniforms(program, input.frame);
    set_light_uniforms(program, input.frame);
    set_rays(program, input);
    program.set("u_size", glm::vec2(shade.size));
    program.set("u_pixel", map_pixel);
    program.set("u_depth", 0);
    gl::bind_texture(0, depth);
    fill(input, rect);

    glBindFramebuffer(GL_FRAMEBUFFER, shade.framebuffer.id());
    const gl::Program& blur = input.programs.shade_blur;
    blur.use();
    set_depth_uniforms(blur, input.frame);
    blur.set("u_size", glm::vec2(shade.size));
    blur.set("u_pixel", map_pixel);
    blur.set("u_shade", 0);
    gl::bind_texture(0, shade.rough);
    fill(input, rect);
}

void apply_shade(const PassInput& input, const Targets& targets, const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    const PixelRect rect = covered(input.skeleton.parts, input.scene, frame, is_opaque, 1.0F);
    if (rect.empty()) {
        return;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    const gl::Program& program = input.programs.shade_apply;
    program.use();
    set_depth_uniforms(program, frame);
    program.set("u_samples", frame.effort.samples);
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_shade_pixel", map_pixel_radians(frame, *input.shade));
    program.set("u_shade", 0);
    program.set("u_depth", 1);
    gl::bind_texture(0, input.shade->shade);
    gl::bind_texture(1, targets.drawn_solid().depth);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_DST_COLOR, GL_ZERO, GL_ZERO, GL_ONE);
    fill(input, rect);
    glDisable(GL_BLEND);
}

} // namespace osteon::render
