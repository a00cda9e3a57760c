#pragma once

#include "render/gl/handle.h"
#include "render/renderer.h"

#include <cstdint>

namespace osteon::render {

/// A picture where the graphics card has it, for the interface to show. Needs a current context
/// while it lives.
class ShownPicture {
public:
    explicit ShownPicture(const Image& image);
    std::uint32_t texture() const { return texture_.id(); }

private:
    gl::Texture texture_;
};

} // namespace osteon::render
