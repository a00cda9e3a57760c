#include "render/bone_drawing.h"
#include "render/lesion_table.h"
#include "render/screen_drawing.h"

#include <algorithm>
#include <array>

namespace osteon::render {

namespace {

void set_shading(const gl::Program& program, const PassInput& input) {
    set_light_uniforms(program, input.frame);
    program.set("u_occlusion_strength", input.frame.occlusion_strength);
    program.set("u_exposure", input.scene.backdrop.exposure);
    program.set("u_rim", input.scene.backdrop.rim);
    program.set("u_samples", input.frame.effort.samples);
}

/// Draws the opaque bones with or without lesions; each kind pays for no more than it shows.
void draw_kind(const PassInput& input, bool with_lesions) {
    const std::vector<view::Lesion>& lesions = input.scene.lesions;
    const DrawLists lists =
        visible_parts(input.skeleton.parts, input.scene, input.frame,
                      [&](std::uint16_t bone, std::uint8_t flags) {
                          return is_opaque(bone, flags) &&
                                 std::ranges::binary_search(lesions, bone, {},
                                                            &view::Lesion::bone) == with_lesions;
                      });
    if (lists.empty()) {
        return;
    }
    const gl::Texture table = with_lesions ? lesion_table(lesions) : gl::Texture();
    BoneNeeds needs = needs_of(input.scene);
    needs.lesions = with_lesions;
    const gl::Program& program = input.programs.solid.meeting(needs);
    program.use();
    set_bone_uniforms(program, input);
    set_shading(program, input);
    if (with_lesions) {
        program.set("u_lesions", 1);
        gl::bind_texture(1, table);
    }
    draw_lists(input.skeleton, lists);
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
    glEnable(GL_DEPTH_TEST);
    draw_kind(input, false);
    if (!input.scene.lesions.empty()) {
        draw_kind(input, true);
    }
    glDisable(GL_DEPTH_TEST);
}

} // namespace osteon::render
