#include "render/bone_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::render {

namespace {

bool is_outlined(std::uint16_t /*bone*/, std::uint8_t flags) {
    return (flags & (view::bone_selected | view::bone_hovered)) != 0;
}

/// The rectangle with a border, within the picture. Lines look beyond their own rectangle, where
/// indices of an earlier picture must not stand.
PixelRect widened(const PixelRect& rect, int border, const glm::ivec2& size) {
    return {glm::max(rect.min - border, glm::ivec2(0)), glm::min(rect.max + border, size)};
}

void draw_indices(const PassInput& input, Targets& targets, const PixelRect& rect) {
    const int samples = input.frame.effort.samples;
    glBindFramebuffer(GL_FRAMEBUFFER, targets.outlined().framebuffer.id());
    glViewport(0, 0, targets.outline_size().x, targets.outline_size().y);
    glScissor(samples * rect.min.x, samples * rect.min.y, samples * rect.size().x,
              samples * rect.size().y);
    const std::array<GLuint, 4> no_bone{Targets::no_index, 0, 0, 0};
    const float far_away = 1.0F;
    glClearBufferuiv(GL_COLOR, 0, no_bone.data());
    glClearBufferfv(GL_DEPTH, 0, &far_away);
    const gl::Program& program = input.programs.index.meeting(needs_of(input.scene));
    program.use();
    set_bone_uniforms(program, input);
    glEnable(GL_DEPTH_TEST);
    draw_lists(input.skeleton,
               visible_parts(input.skeleton.parts, input.scene, input.frame, is_outlined));
    draw_face_indices(input, targets);
    glDisable(GL_DEPTH_TEST);
}

void draw_lines(const PassInput& input, Targets& targets, bool ghosts,
                const FinishedPicture& picture, const PixelRect& rect) {
    const Frame& frame = input.frame;
    const gl::Program& program = input.programs.outline;
    glBindFramebuffer(GL_FRAMEBUFFER, picture.framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    glScissor(rect.min.x, rect.min.y, rect.size().x, rect.size().y);
    program.use();
    program.set("u_samples", frame.effort.samples);
    program.set("u_resolution", frame.sample_scale() / static_cast<float>(frame.effort.samples));
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_unit", input.scene.pixels_per_unit);
    program.set("u_colour", input.scene.backdrop.outline);
    program.set("u_has_ghosts", ghosts);
    program.set("u_outlined", 0);
    program.set("u_solid_index", 1);
    program.set("u_ghost_index", 2);
    program.set("u_looks", 3);
    gl::bind_texture(0, targets.outlined().index);
    gl::bind_texture(1, targets.drawn_solid().index);
    gl::bind_texture(2, ghosts ? targets.drawn_ghost().index : targets.drawn_solid().index);
    gl::bind_texture(3, input.looks);
    // Everything is premultiplied until a picture leaves the renderer.
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDisable(GL_BLEND);
}

} // namespace

void draw_outlines(const PassInput& input, Targets& targets, bool ghosts,
                   const FinishedPicture& picture) {
    const float reach = 2.0F + 2.0F * input.scene.pixels_per_unit;
    const PixelRect rect =
        covered(input.skeleton.parts, input.scene, input.frame, is_outlined, reach);
    if (rect.empty()) {
        return;
    }
    glEnable(GL_SCISSOR_TEST);
    draw_indices(input, targets,
                 widened(rect, static_cast<int>(std::ceil(reach)), input.frame.size));
    draw_lines(input, targets, ghosts, picture, rect);
    glDisable(GL_SCISSOR_TEST);
}

} // namespace osteon::render
