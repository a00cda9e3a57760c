#include "render/screen_drawing.h"

namespace osteon::render {

namespace {

constexpr float lowest_eye = 0.02F; ///< metres above the floor, from where it is seen

/// The pixels that the floor under the feet may cover.
PixelRect covered_floor(const Frame& frame, const Box& feet) {
    const glm::vec2 size(frame.size);
    glm::vec2 low(size);
    glm::vec2 high(0.0F);
    for (const float x : {feet.min.x, feet.max.x}) {
        for (const float z : {feet.min.z, feet.max.z}) {
            const glm::vec4 clip = frame.to_clip * glm::vec4(x, 0.0F, z, 1.0F);
            if (clip.w <= 0.0F) {
                return {{0, 0}, frame.size};
            }
            const glm::vec2 pixel = (0.5F + 0.5F * glm::vec2(clip) / clip.w) * size;
            low = glm::min(low, pixel);
            high = glm::max(high, pixel);
        }
    }
    return {glm::ivec2(glm::max(glm::floor(low), 0.0F)),
            glm::ivec2(glm::min(glm::ceil(high), size))};
}

} // namespace

bool shows_floor(const PassInput& input) {
    // An empty background has no floor; nor does a film.
    return !input.scene.backdrop.transparent && !input.scene.film && !input.scene.scan &&
           input.frame.eye.y >= lowest_eye;
}

void draw_floor_shadow(const PassInput& input, const Targets& targets,
                       const FinishedPicture& picture) {
    if (!shows_floor(input) || input.footprint == nullptr || !input.footprint->subject) {
        return;
    }
    const Frame& frame = input.frame;
    const Box& feet = input.footprint->subject->feet;
    const PixelRect rect = covered_floor(frame, feet);
    if (rect.empty()) {
        return;
    }
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    const gl::Program& program = input.programs.floor_shadow;
    program.use();
    set_rays(program, input);
    program.set("u_size", glm::vec2(frame.size));
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_low", glm::vec2(feet.min.x, feet.min.z));
    program.set("u_high", glm::vec2(feet.max.x, feet.max.z));
    program.set("u_footprint", 0);
    program.set("u_solid", 1);
    gl::bind_texture(0, input.footprint->soft);
    gl::bind_texture(1, targets.drawn_solid().colour);
    multiply(input, rect);
}

} // namespace osteon::render
