#pragma once

#include "render/gl/capabilities.h"
#include "render/gl/handle.h"

namespace osteon::render::gl {

/// What a texel holds, as OpenGL wants to be told.
struct TexelFormat {
    GLint internal;
    GLenum layout;
    GLenum type;
    GLint filter;
};

inline constexpr TexelFormat rgba8{GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, GL_LINEAR};
inline constexpr TexelFormat grey8{GL_R8, GL_RED, GL_UNSIGNED_BYTE, GL_LINEAR};
inline constexpr TexelFormat index16{GL_R16UI, GL_RED_INTEGER, GL_UNSIGNED_SHORT, GL_NEAREST};
inline constexpr TexelFormat depth32{GL_DEPTH_COMPONENT32F, GL_DEPTH_COMPONENT, GL_FLOAT,
                                     GL_NEAREST};
inline constexpr TexelFormat depth24_stencil8{GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL,
                                              GL_UNSIGNED_INT_24_8, GL_NEAREST};
inline constexpr TexelFormat share8{GL_R8, GL_RED, GL_UNSIGNED_BYTE, GL_NEAREST};
inline constexpr TexelFormat table32{GL_RGBA32F, GL_RGBA, GL_FLOAT, GL_NEAREST};

/// A target whose texels add up.
TexelFormat sum_format(Sums sums);

/// A texture without mip levels, clamped at its edges; `data` may be null.
Texture make_texture(const TexelFormat& format, int width, int height, const void* data = nullptr);

/// Makes a texture readable by the sampler of that number.
void bind_texture(int sampler, const Texture& texture);

} // namespace osteon::render::gl
