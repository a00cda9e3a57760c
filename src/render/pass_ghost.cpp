#include "render/bone_drawing.h"

#include <array>

namespace osteon::render {

bool draw_ghosts(const PassInput& input, Targets& targets) {
    const DrawLists lists = visible_parts(
        input.skeleton.parts, input.scene, input.frame,
        [](std::uint16_t, std::uint8_t flags) { return (flags & view::bone_ghost) != 0; });
    if (lists.empty() && !has_organs(input)) {
        return false;
    }
    const glm::ivec2 size = targets.size();
    const GLuint ghosts = targets.ghost().framebuffer.id();
    // Starting from the opaque bones' depths, what they hide is never drawn, and of the rest only
    // the nearest layer stays: see-through bones do not add up to fog.
    glBindFramebuffer(GL_READ_FRAMEBUFFER, targets.solid().framebuffer.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, ghosts);
    glBlitFramebuffer(0, 0, size.x, size.y, 0, 0, size.x, size.y, GL_DEPTH_BUFFER_BIT, GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, ghosts);
    glViewport(0, 0, size.x, size.y);
    const std::array<float, 4> nothing{0.0F, 0.0F, 0.0F, 0.0F};
    const std::array<GLuint, 4> no_bone{Targets::no_index, 0, 0, 0};
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    glClearBufferuiv(GL_COLOR, 1, no_bone.data());

    const gl::Program& program = input.programs.ghost.meeting(needs_of(input.scene));
    program.use();
    set_bone_uniforms(program, input);
    program.set("u_ghost", input.scene.backdrop.ghost);
    program.set("u_opacity", input.scene.ghost_opacity);
    glEnable(GL_DEPTH_TEST);
    draw_lists(input.skeleton, lists);
    glDisable(GL_DEPTH_TEST);
    if (has_organs(input)) {
        draw_organs(input);
    }
    return true;
}

} // namespace osteon::render
