#pragma once

#include "base/error.h"

namespace osteon::render::gl {

/// What a target can hold whose texels add up, from the best to what every driver offers. OpenGL
/// 3.3 has all of them; OpenGL ES 3.0 has floats by EXT_color_buffer_float (to be blended by
/// EXT_float_blend) and EXT_color_buffer_half_float.
enum class Sums {
    singles, ///< one 32-bit float
    halves,  ///< one 16-bit float
    bytes,   ///< fixed point in four bytes: shaders/sums.glsl
};

/// What the current context's driver can do.
struct Capabilities {
    Sums sums = Sums::singles;
    int largest_side = 0; ///< of a target, pixels
};

/// Asks the driver, once. `best` spares drivers what they could do, to prove what replaces it. An
/// error where bones cannot be drawn at all.
Result<Capabilities> probe_capabilities(Sums best = Sums::singles);

/// The driver has reset the graphics card, and the current context with it. Always false where it
/// has neither GL_KHR_robustness nor GL_ARB_robustness to tell.
bool context_lost();

} // namespace osteon::render::gl
