#pragma once

#include "render/gl/texture.h"

#include <initializer_list>
#include <optional>
#include <stdexcept>

namespace osteon::render::gl {

/// The driver cannot make a target, for want of memory as a rule: capabilities.h asks at the start
/// whether it can make one of that kind.
class TargetError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A framebuffer, bound, that draws into these textures: colours in the order of the shader's
/// outputs, and depth where there is one, or depth and stencil. None if the driver cannot.
std::optional<Framebuffer> try_framebuffer(std::initializer_list<const Texture*> colours,
                                           const Texture* depth = nullptr,
                                           GLenum depth_point = GL_DEPTH_ATTACHMENT);

/// The same, or a TargetError.
Framebuffer make_framebuffer(std::initializer_list<const Texture*> colours,
                             const Texture* depth = nullptr,
                             GLenum depth_point = GL_DEPTH_ATTACHMENT);

} // namespace osteon::render::gl
