#pragma once

#include "base/error.h"
#include "render/renderer.h"

#include <memory>

namespace osteon::render {

/// An OpenGL 3.3 core context without a window or display (EGL surfaceless), current while it
/// lives, with one framebuffer of its own.
class OffscreenContext {
public:
    /// A debug context's driver checks more and reports at once: Renderer::complaints().
    static Result<OffscreenContext> create(bool debug = false);
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;
    ~OffscreenContext();

    static Renderer::Loader loader();

private:
    struct Parts;
    explicit OffscreenContext(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

/// A framebuffer with colour and depth, to draw the interface into for pictures.
class Canvas {
public:
    static Result<Canvas> create(int width, int height);
    Canvas(Canvas&&) noexcept;
    Canvas& operator=(Canvas&&) noexcept;
    ~Canvas();
    std::uint32_t framebuffer() const;

private:
    struct Parts;
    explicit Canvas(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::render
