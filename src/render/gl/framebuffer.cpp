#include "render/gl/framebuffer.h"

#include <array>
#include <utility>

namespace osteon::render::gl {

namespace {

void attach(GLenum point, const Texture& texture) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture.id(), 0);
}

} // namespace

std::optional<Framebuffer> try_framebuffer(std::initializer_list<const Texture*> colours,
                                           const Texture* depth, GLenum depth_point) {
    auto framebuffer = Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.id());
    std::array<GLenum, 4> outputs{}; // OpenGL ES 3.0 promises four
    GLsizei count = 0;
    for (const Texture* colour : colours) {
        const GLenum point = GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(count);
        attach(point, *colour);
        outputs.at(static_cast<std::size_t>(count)) = point;
        ++count;
    }
    glDrawBuffers(count, outputs.data());
    if (depth != nullptr) {
        attach(depth_point, *depth);
    }
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        return std::nullopt;
    }
    return framebuffer;
}

Framebuffer make_framebuffer(std::initializer_list<const Texture*> colours, const Texture* depth,
                             GLenum depth_point) {
    auto framebuffer = try_framebuffer(colours, depth, depth_point);
    if (!framebuffer) {
        throw TargetError("the graphics driver has no memory for a picture of this size");
    }
    return std::move(*framebuffer);
}

} // namespace osteon::render::gl
