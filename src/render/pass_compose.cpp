#include "render/screen_drawing.h"

namespace osteon::render {

namespace {

const gl::Program& program_for(const PassInput& input, bool ghosts) {
    const Programs& programs = input.programs;
    if (input.frame.effort.samples > 2) {
        return ghosts ? programs.compose_still_ghosts : programs.compose_still;
    }
    if (input.scene.backdrop.silhouette) {
        return ghosts ? programs.compose_ghosts_lines : programs.compose_lines;
    }
    return ghosts ? programs.compose_ghosts : programs.compose;
}

/// The pixels that bones or organs may cover, with their silhouettes.
PixelRect covered_by_all(const PassInput& input) {
    if (has_organs(input)) {
        return {{0, 0}, input.frame.size};
    }
    return covered(
        input.skeleton.parts, input.scene, input.frame,
        [](std::uint16_t, std::uint8_t) { return true; }, 2.0F + input.scene.pixels_per_unit);
}

} // namespace

void compose(const PassInput& input, const Targets& targets, bool ghosts,
             const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    const view::Backdrop& backdrop = input.scene.backdrop;
    const PixelRect rect = covered_by_all(input);
    if (rect.empty()) {
        return;
    }
    const gl::Program& program = program_for(input, ghosts);
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    program.use();
    program.set("u_samples", frame.effort.samples);
    program.set("u_scale", frame.sample_scale());
    program.set("u_size", glm::vec2(frame.size));
    program.set("u_silhouette", backdrop.silhouette ? input.scene.pixels_per_unit : 0.0F);
    program.set("u_ghost_line", backdrop.ghost);
    program.set("u_solid", 0);
    program.set("u_ghosts", 1);
    program.set("u_ghost_index", 2);
    gl::bind_texture(0, targets.drawn_solid().colour);
    const Targets::Layer& ghost = ghosts ? targets.drawn_ghost() : targets.drawn_solid();
    gl::bind_texture(1, ghost.colour);
    gl::bind_texture(2, ghost.index);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    fill(input, rect);
    glDisable(GL_BLEND);
}

} // namespace osteon::render
