#include "render/frame_copy.h"

#include "render/gl/texture.h"

namespace osteon::render {

void FrameCopy::take(int width, int height) {
    if (!texture_ || size_ != glm::ivec2(width, height)) {
        texture_ = gl::make_texture(gl::rgba8, width, height);
        size_ = {width, height};
    }
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glReadBuffer(GL_BACK);
    glBindTexture(GL_TEXTURE_2D, texture_->id());
    glCopyTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
    glBindTexture(GL_TEXTURE_2D, 0);
    glFlush(); // before another context draws it
}

} // namespace osteon::render
