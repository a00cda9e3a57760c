#pragma once

#include "render/renderer.h"

namespace osteon::tests {

/// How far two pictures of one size lie apart to the eye, in units of CIE 1976 ΔE over squares of
/// 4 x 4 pixels. A just noticeable difference is about 2.3.
struct PictureDifference {
    double mean = 0.0;
    double share_seen = 0.0; ///< of squares that differ by more than `seen`
    static constexpr double seen = 5.0;
};

/// Pictures with alpha are compared over white.
PictureDifference difference(const render::Image& a, const render::Image& b);

} // namespace osteon::tests
