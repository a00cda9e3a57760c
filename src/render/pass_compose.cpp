#include "render/passes.h"

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

} // namespace

void compose(const PassInput& input, const Targets& targets, bool ghosts,
             const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    const view::Backdrop& backdrop = input.scene.backdrop;
    const gl::Program& program = program_for(input, ghosts);
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    program.use();
    program.set("u_samples", frame.effort.samples);
    program.set("u_size", glm::vec2(frame.size));
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_centre", backdrop.gradient ? backdrop.centre : backdrop.edge);
    program.set("u_edge", backdrop.edge);
    program.set("u_opacity", backdrop.transparent ? 0.0F : 1.0F);
    program.set("u_dither", backdrop.gradient && !backdrop.transparent);
    program.set("u_silhouette", backdrop.silhouette ? input.scene.pixels_per_unit : 0.0F);
    program.set("u_ghost_line", backdrop.ghost);
    program.set("u_solid", 0);
    program.set("u_ghosts", 1);
    program.set("u_ghost_index", 2);
    gl::bind_texture(0, targets.drawn_solid().colour);
    const Targets::Layer& ghost = ghosts ? targets.drawn_ghost() : targets.drawn_solid();
    gl::bind_texture(1, ghost.colour);
    gl::bind_texture(2, ghost.index);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
}

} // namespace osteon::render
