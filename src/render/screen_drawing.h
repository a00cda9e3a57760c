#pragma once

#include "render/passes.h"
#include "render/visible.h"

namespace osteon::render {

/// Is a bone of these flags opaque? For visible_parts().
bool is_opaque(std::uint16_t bone, std::uint8_t flags);

/// The uniforms that lead from a place in the viewport (0..1) into the scene, for a program in use:
/// u_eye, and directions of unit length along the view, u_ray_corner to the lower left corner,
/// u_ray_across and u_ray_upward from there to the others.
void set_rays(const gl::Program& program, const PassInput& input);

/// Runs the program in use for the pixels of a rectangle. Software drivers take their time for each
/// pixel, whether or not anything is there.
void fill(const PassInput& input, const PixelRect& rect);

/// The same; what the program gives is multiplied with the picture that is there.
void multiply(const PassInput& input, const PixelRect& rect);

} // namespace osteon::render
