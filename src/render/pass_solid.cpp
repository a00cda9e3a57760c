#include "render/bone_drawing.h"
#include "render/lesion_table.h"

#include <array>

namespace osteon::render {

namespace {

void set_shading(const gl::Program& program, const PassInput& input) {
    set_light_uniforms(program, input.frame);
    program.set("u_occlusion_strength", input.frame.occlusion_strength);
    program.set("u_exposure", input.scene.backdrop.exposure);
    program.set("u_rim", input.scene.backdrop.rim);
}

} // namespace

void draw_solids(const PassInput& input, Targets& targets) {
    glBindFramebuffer(GL_FRAMEBUFFER, targets.solid().framebuffer.id());
    glViewport(0, 0, targets.size().x, targets.size().y);
    const std::array<float, 4> nothing{0.0F, 0.0F, 0.0F, 0.0F};
    const std::array<GLuint, 4> no_bone{Targets::no_index, 0, 0, 0};
    const float far_away = 1.0F;
    glClearBufferfv(GL_COLOR, 0, nothing.data());
    glClearBufferuiv(GL_COLOR, 1, no_bone.data());
    glClearBufferfv(GL_DEPTH, 0, &far_away);

    const DrawLists lists =
        visible_parts(input.skeleton.parts, input.scene, input.frame,
                      [](std::uint8_t flags) { return (flags & view::bone_ghost) == 0; });
    if (lists.empty()) {
        return;
    }
    const gl::Texture lesions = lesion_table(input.scene.lesions);
    const gl::Program& program = input.scene.cut ? input.programs.cut_solid : input.programs.solid;
    program.use();
    set_bone_uniforms(program, input);
    set_shading(program, input);
    program.set("u_lesions", 1);
    gl::bind_texture(1, lesions);
    glEnable(GL_DEPTH_TEST);
    draw_lists(input.skeleton, lists);
    glDisable(GL_DEPTH_TEST);
}

} // namespace osteon::render
