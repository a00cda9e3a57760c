#include "render/bone_drawing.h"

#include <glm/trigonometric.hpp>

#include <array>
#include <cmath>

namespace osteon::render {

namespace {

/// A direction towards a light, by its angles from the viewer: to the left and up.
glm::vec3 light_direction(const Frame& frame, float left_degrees, float up_degrees) {
    const float left = glm::radians(left_degrees);
    const float up = glm::radians(up_degrees);
    return std::cos(up) * (std::cos(left) * frame.back - std::sin(left) * frame.right) +
           std::sin(up) * frame.up;
}

void set_light(const gl::Program& program, const PassInput& input) {
    const Frame& frame = input.frame;
    program.set("u_right", frame.right);
    program.set("u_up", frame.up);
    program.set("u_key_direction", light_direction(frame, 38.0F, 42.0F));
    program.set("u_fill_direction", light_direction(frame, -125.0F, 12.0F));
    program.set("u_occlusion_strength", frame.occlusion_strength);
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
    input.programs.solid.use();
    set_bone_uniforms(input.programs.solid, input);
    set_light(input.programs.solid, input);
    glEnable(GL_DEPTH_TEST);
    draw_lists(input.skeleton, lists);
    glDisable(GL_DEPTH_TEST);
}

} // namespace osteon::render
