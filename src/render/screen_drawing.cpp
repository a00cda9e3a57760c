#include "render/screen_drawing.h"

#include <cmath>

namespace osteon::render {

namespace {

/// The direction from the eye through a point of the viewport (-1..1), of unit length along the
/// view.
glm::vec3 ray_through(const Frame& frame, const view::Camera& camera, glm::vec2 device) {
    const glm::vec2 viewport(frame.viewport);
    const float half_height = std::tan(0.5F * camera.fov_y);
    const glm::vec2 offset = (device - camera.lens_shift) *
                             glm::vec2(half_height * viewport.x / viewport.y, half_height);
    return -frame.back + frame.right * offset.x + frame.up * offset.y;
}

} // namespace

bool is_opaque(std::uint16_t /*bone*/, std::uint8_t flags) {
    return (flags & view::bone_ghost) == 0;
}

void set_rays(const gl::Program& program, const PassInput& input) {
    const view::Camera& camera = input.scene.camera;
    const glm::vec3 corner = ray_through(input.frame, camera, {-1.0F, -1.0F});
    program.set("u_eye", input.frame.eye);
    program.set("u_ray_corner", corner);
    program.set("u_ray_across", ray_through(input.frame, camera, {1.0F, -1.0F}) - corner);
    program.set("u_ray_upward", ray_through(input.frame, camera, {-1.0F, 1.0F}) - corner);
}

void fill(const PassInput& input, const PixelRect& rect) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(rect.min.x, rect.min.y, rect.size().x, rect.size().y);
    glBindVertexArray(input.no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glBindVertexArray(0);
    glDisable(GL_SCISSOR_TEST);
}

void multiply(const PassInput& input, const PixelRect& rect) {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFuncSeparate(GL_DST_COLOR, GL_ZERO, GL_ZERO, GL_ONE);
    fill(input, rect);
    glDisable(GL_BLEND);
}

} // namespace osteon::render
