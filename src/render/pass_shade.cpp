#include "render/bone_drawing.h"
#include "render/screen_drawing.h"

#include <algorithm>
#include <array>

namespace osteon::render {

namespace {

constexpr int longest_side = 2048; ///< a picture of 8192 pixels needs no finer shade

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
    program.set("u_to_clip", input.frame.to_clip);
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
    program.set("u_scale", frame.sample_scale());
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_shade_pixel", map_pixel_radians(frame, *input.shade));
    program.set("u_shade", 0);
    program.set("u_depth", 1);
    gl::bind_texture(0, input.shade->shade);
    gl::bind_texture(1, targets.drawn_solid().depth);
    multiply(input, rect);
}

} // namespace osteon::render
