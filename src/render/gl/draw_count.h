#pragma once

#include <cstddef>

namespace osteon::render::gl {

/// Puts counting functions in the place of those that draw. To be called after each loading of
/// OpenGL's functions.
void count_draw_calls();

/// Draw calls of this process so far. One for all contexts, as OpenGL's function pointers are.
std::size_t draw_calls();

} // namespace osteon::render::gl
