#include "render/bone_drawing.h"

#include "render/lesion_table.h"

#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace osteon::render {

namespace {

/// IEC 61966-2-1.
float linear_of(std::uint8_t byte) {
    const float encoded = static_cast<float>(byte) / 255.0F;
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

/// A direction towards a light, by its angles from the viewer: to the left and up.
glm::vec3 light_direction(const Frame& frame, float left_degrees, float up_degrees) {
    const float left = glm::radians(left_degrees);
    const float up = glm::radians(up_degrees);
    return std::cos(up) * (std::cos(left) * frame.back - std::sin(left) * frame.right) +
           std::sin(up) * frame.up;
}

void draw_list(const DrawList& list) {
    if (!list.empty()) {
        glMultiDrawElements(GL_TRIANGLES, list.counts.data(), GL_UNSIGNED_INT, list.offsets.data(),
                            static_cast<GLsizei>(list.counts.size()));
    }
}

} // namespace

gl::Texture look_table(const view::Scene& scene) {
    const int rows = static_cast<int>(scene.bones.size()) / look_table_width + 1;
    const auto count = static_cast<std::size_t>(rows * look_table_width);
    std::vector<glm::vec4> texels(2 * count);
    for (std::size_t i = 0; i < count; ++i) {
        const view::BoneLook look = i < scene.bones.size() ? scene.bones[i] : view::BoneLook{};
        texels[i] = {linear_of(look.colour[0]), linear_of(look.colour[1]),
                     linear_of(look.colour[2]),
                     static_cast<float>(look.flags |
                                        lesion_bits(scene.lesions, static_cast<std::uint16_t>(i)))};
        texels[count + i] =
            glm::vec4(view::offset_of(scene.offsets, i), static_cast<float>(look.pattern));
    }
    return gl::make_texture(gl::table32, look_table_width, 2 * rows, texels.data());
}

BoneNeeds needs_of(const view::Scene& scene) {
    return {.cut = scene.cut.has_value(), .lesions = false, .collapse = scene.collapse.has_value()};
}

void set_bone_uniforms(const gl::Program& program, const PassInput& input) {
    const Frame& frame = input.frame;
    program.set("u_to_clip", frame.to_clip);
    program.set("u_position_offset", input.skeleton.position_offset);
    program.set("u_position_scale", input.skeleton.position_scale);
    program.set("u_eye", frame.eye);
    program.set("u_back", frame.back);
    program.set("u_depth_range", frame.depth_range);
    if (input.scene.cut) {
        const view::Plane& plane = input.scene.cut->plane;
        program.set("u_cut_normal", plane.normal);
        program.set("u_cut_reach", plane.distance - glm::dot(plane.normal, frame.eye));
    }
    if (input.scene.collapse) {
        const view::Collapse& collapse = *input.scene.collapse;
        program.set("u_collapsed", int{collapse.bone});
        program.set("u_body", glm::vec2(collapse.bottom, collapse.top));
        program.set("u_hinge", glm::vec2(collapse.top, collapse.hinge_z));
        program.set("u_tilt", collapse.tilt);
    }
    program.set("u_looks", 0);
    gl::bind_texture(0, input.looks);
}

void set_light_uniforms(const gl::Program& program, const Frame& frame) {
    program.set("u_up", frame.up);
    program.set("u_key_direction", light_direction(frame, 38.0F, 42.0F));
    program.set("u_fill_direction", light_direction(frame, -125.0F, 12.0F));
}

void draw_lists(const Skeleton& skeleton, const DrawLists& lists) {
    glBindVertexArray(skeleton.array.id());
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    glFrontFace(GL_CCW);
    draw_list(lists.closed);
    glDisable(GL_CULL_FACE);
    draw_list(lists.open);
    glBindVertexArray(0);
}

void draw_both_faces(const Skeleton& skeleton, const DrawList& list) {
    glBindVertexArray(skeleton.array.id());
    glFrontFace(GL_CCW);
    draw_list(list);
    glBindVertexArray(0);
}

} // namespace osteon::render
