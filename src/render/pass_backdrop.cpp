#include "render/screen_drawing.h"

namespace osteon::render {

namespace {

void draw_backdrop(const PassInput& input, const FinishedPicture& picture) {
    const Frame& frame = input.frame;
    const view::Backdrop& backdrop = input.scene.backdrop;
    const gl::Program& program = input.programs.backdrop;
    glBindFramebuffer(GL_FRAMEBUFFER, picture.empty_framebuffer.id());
    glViewport(0, 0, frame.size.x, frame.size.y);
    program.use();
    program.set("u_origin", glm::vec2(frame.origin));
    program.set("u_viewport", glm::vec2(frame.viewport));
    program.set("u_centre", backdrop.gradient ? backdrop.centre : backdrop.edge);
    program.set("u_edge", backdrop.edge);
    program.set("u_opacity", backdrop.transparent ? 0.0F : 1.0F);
    program.set("u_dither", backdrop.gradient && !backdrop.transparent);
    fill(input, {{0, 0}, frame.size});
}

} // namespace

void lay_backdrop(const PassInput& input, FinishedPicture& picture) {
    const FinishedPicture::Backdrop wanted{input.scene.backdrop, input.frame.origin,
                                           input.frame.viewport};
    if (picture.backdrop != wanted) {
        picture.backdrop.reset(); // until it is drawn
        draw_backdrop(input, picture);
        picture.backdrop = wanted;
    }
    const glm::ivec2 size = picture.size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.empty_framebuffer.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, picture.framebuffer.id());
    glBlitFramebuffer(0, 0, size.x, size.y, 0, 0, size.x, size.y, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

} // namespace osteon::render
