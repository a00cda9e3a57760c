#pragma once

#include "view/layout.h"

namespace osteon::view {

/// Pixels per px of the audience's window where it is 1080 high. A window narrower than 4:3 is
/// measured by its width, so that words and picture keep their room beside each other.
float lecture_unit(float window_width, float window_height);

/// Pixels per px at 100 % in the audience's window: captions of 13 px are 32 px high where it is
/// 1080 high, which is 24 pt.
float lecture_scale(float window_width, float window_height);

/// What the audience of a tour sees: words at the left, the skeleton right of the centre, nothing
/// of the program around them. What is `shown` may need a legend.
Layout lecture_layout(float window_width, float window_height, const session::Stage& shown);

/// The layout of a session's window: the audience's while a tour is shown to a room, else that of
/// compute_layout().
Layout layout_of(const session::Session& session, float window_width, float window_height,
                 float scale);

} // namespace osteon::view
