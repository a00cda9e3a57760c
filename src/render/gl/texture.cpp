#include "render/gl/texture.h"

namespace osteon::render::gl {

TexelFormat sum_format(Sums sums) {
    switch (sums) {
    case Sums::singles:
        return {GL_R32F, GL_RED, GL_FLOAT, GL_NEAREST};
    case Sums::halves:
        return {GL_R16F, GL_RED, GL_HALF_FLOAT, GL_NEAREST};
    case Sums::bytes:
        break;
    }
    return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, GL_NEAREST};
}

Texture make_texture(const TexelFormat& format, int width, int height, const void* data) {
    auto texture = Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture.id());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1); // rows of single bytes may have any length
    glTexImage2D(GL_TEXTURE_2D, 0, format.internal, width, height, 0, format.layout, format.type,
                 data);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, format.filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, format.filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    return texture;
}

void bind_texture(int sampler, const Texture& texture) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(sampler));
    glBindTexture(GL_TEXTURE_2D, texture.id());
}

} // namespace osteon::render::gl
