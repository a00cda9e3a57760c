#include "render/bone_drawing.h"

#include <array>

namespace osteon::render {

namespace {

/// A face is seen from the side that is cut away alone; from the other, bone hides it.
bool faces_viewer(const PassInput& input) {
    const view::Plane& plane = input.scene.cut->plane;
    return glm::dot(plane.normal, input.frame.eye) > plane.distance;
}

void set_plane(const gl::Program& program, const PassInput& input) {
    program.use();
    program.set("u_to_clip", input.frame.to_clip);
    program.set("u_eye", input.frame.eye);
    program.set("u_cut_normal", input.scene.cut->plane.normal);
}

/// Whose face lies under each sample: the triangles of a group count its windings in the stencil,
/// then each cover writes its bone where they are not 0, and leaves 0.
void draw_bones_of_faces(const PassInput& input, Targets& targets) {
    glBindFramebuffer(GL_FRAMEBUFFER, targets.faces().framebuffer.id());
    glViewport(0, 0, targets.size().x, targets.size().y);
    const std::array<GLuint, 4> no_bone{Targets::no_index, 0, 0, 0};
    glClearBufferuiv(GL_COLOR, 0, no_bone.data());
    glClearBufferfi(GL_DEPTH_STENCIL, 0, 1.0F, 0);
    set_plane(input.programs.face_bone, input);
    glBindVertexArray(input.faces->corner_array.id());
    glEnable(GL_STENCIL_TEST);
    glFrontFace(GL_CCW);
    for (const CutFaces::Group& group : input.faces->groups) {
        glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_FALSE);
        glStencilFunc(GL_ALWAYS, 0, 0xFF);
        glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, GL_INCR_WRAP);
        glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, GL_DECR_WRAP);
        glDrawArrays(GL_TRIANGLES, group.first_winding, group.windings);
        glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
        glStencilFunc(GL_NOTEQUAL, 0, 0xFF);
        glStencilOp(GL_ZERO, GL_ZERO, GL_ZERO);
        glDrawArrays(GL_TRIANGLES, group.first_cover, group.covers);
    }
    glDisable(GL_STENCIL_TEST);
    glBindVertexArray(0);
}

void draw_rims(const PassInput& input, Targets& targets) {
    glBindFramebuffer(GL_FRAMEBUFFER, targets.faces().rim_framebuffer.id());
    const std::array<float, 4> within{1.0F, 1.0F, 1.0F, 1.0F};
    glClearBufferfv(GL_COLOR, 0, within.data());
    const gl::Program& program = input.programs.face_rim;
    set_plane(program, input);
    program.set("u_faces", 0);
    gl::bind_texture(0, targets.faces().bones);
    glEnable(GL_BLEND);
    glBlendEquation(GL_MIN);
    glBindVertexArray(input.faces->segment_array.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, input.faces->segment_count);
    glBindVertexArray(0);
    glBlendEquation(GL_FUNC_ADD);
    glDisable(GL_BLEND);
}

void draw_sheet(const PassInput& input) {
    glEnable(GL_DEPTH_TEST);
    glBindVertexArray(input.faces->corner_array.id());
    glDrawArrays(GL_TRIANGLES, input.faces->first_sheet, 6);
    glBindVertexArray(0);
}

} // namespace

void draw_faces(const PassInput& input, Targets& targets) {
    if (input.faces == nullptr || input.faces->empty() || !faces_viewer(input)) {
        return;
    }
    draw_bones_of_faces(input, targets);
    draw_rims(input, targets);
    glBindFramebuffer(GL_FRAMEBUFFER, targets.solid().framebuffer.id());
    const gl::Program& program = input.programs.face;
    set_plane(program, input);
    set_light_uniforms(program, input.frame);
    program.set("u_exposure", input.scene.backdrop.exposure);
    program.set("u_faces", 0);
    program.set("u_rims", 1);
    program.set("u_looks", 2);
    program.set("u_tissues", 3);
    gl::bind_texture(0, targets.faces().bones);
    gl::bind_texture(1, targets.faces().rims);
    gl::bind_texture(2, input.looks);
    gl::bind_texture(3, input.faces->tissues);
    draw_sheet(input);
    glDisable(GL_DEPTH_TEST);
}

void draw_face_indices(const PassInput& input, const Targets& targets) {
    if (input.faces == nullptr || input.faces->empty() || !faces_viewer(input)) {
        return;
    }
    const gl::Program& program = input.programs.face_index;
    set_plane(program, input);
    program.set("u_faces", 0);
    program.set("u_looks", 1);
    gl::bind_texture(0, targets.drawn_faces().bones);
    gl::bind_texture(1, input.looks);
    draw_sheet(input);
}

} // namespace osteon::render
