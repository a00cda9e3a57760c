#pragma once

#include "app/window.h"
#include "render/offscreen.h"

#include <optional>

namespace osteon::app {

/// A current OpenGL context without anything on the screen: EGL surfaceless where it works, else a
/// hidden window.
class DrawingSurface {
public:
    static Result<DrawingSurface> create();

    render::Renderer::Loader loader() const;

private:
    std::optional<Window> window_;
    std::optional<render::OffscreenContext> offscreen_;
};

} // namespace osteon::app
