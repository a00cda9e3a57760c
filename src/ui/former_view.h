#pragma once

#include <cstdint>

namespace osteon::ui {

/// Lays a former picture of the window, a texture with rows from the bottom, over the stage and
/// under all else of the interface; opacity 0..1. Between the begin of a frame and the drawing of
/// its panels.
void draw_former_view(std::uint32_t texture, float opacity);

} // namespace osteon::ui
