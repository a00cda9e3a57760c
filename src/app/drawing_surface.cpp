#include "app/drawing_surface.h"

namespace osteon::app {

Result<DrawingSurface> DrawingSurface::create() {
    DrawingSurface surface;
    Result<render::OffscreenContext> offscreen = render::OffscreenContext::create();
    if (offscreen) {
        surface.offscreen_ = std::move(*offscreen);
        return surface;
    }
    Result<Window> window = Window::open({.width = 64, .height = 64, .visible = false});
    if (window) {
        surface.window_ = std::move(*window);
        return surface;
    }
    return fail(offscreen.error()); // says more than the missing display does
}

render::Renderer::Loader DrawingSurface::loader() const {
    return offscreen_ ? render::OffscreenContext::loader() : Window::loader();
}

} // namespace osteon::app
