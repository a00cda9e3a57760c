#pragma once

#include "render/gl/handle.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <optional>

namespace osteon::render {

/// What a window shows, as a texture that its own and other contexts can draw: rows from the
/// bottom. Needs a current context that shares its objects while it lives.
class FrameCopy {
public:
    /// Takes what is drawn into the framebuffer of the window whose context is current.
    void take(int width, int height);

    /// 0 before the first frame was taken.
    std::uint32_t texture() const { return texture_ ? texture_->id() : 0; }
    glm::ivec2 size() const { return size_; }

private:
    std::optional<gl::Texture> texture_;
    glm::ivec2 size_{0};
};

} // namespace osteon::render
