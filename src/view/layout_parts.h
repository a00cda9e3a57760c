#pragma once

#include "view/layout.h"

namespace osteon::view {

// What the arrangement of the window and of the furniture on the stage share. Lengths are px at
// 100 %.

inline constexpr float c_stage_minimum = 480.0F;
inline constexpr float c_edge = 24.0F;       ///< between furniture and the stage's edge
inline constexpr float c_bar_height = 40.0F; ///< breadcrumb, looks and options
inline constexpr float c_bar_gap = 12.0F;    ///< between a bar and the skeleton
inline constexpr float c_options_gap = 8.0F; ///< between options and looks
inline constexpr float c_bar_top = 20.0F;    ///< of the uppermost furniture
inline constexpr float c_note_height = 56.0F;

/// To whole pixels, edge by edge, so that neighbours stay neighbours.
Rect to_pixels(const Rect& rect, float scale);
Rect to_units(const Rect& rect, float scale);

inline constexpr float c_stage_furnished = 240.0F; ///< the least stage that has room for furniture
inline constexpr float c_stage_seen = 120.0F;      ///< the least that shows a skeleton

/// The stage without what floats over it, in pixels; all of it where less than `least` would be
/// left, px at 100 %.
Rect uncovered_stage(const Layout& layout, float least = c_stage_furnished);

/// The bedside: list, stage and words; where that is too narrow, the panel has both in turn. In px
/// at 100 %.
Layout arrange_bedside(float width, float height);

/// Width of the plate with the options of what is shown; 0 where there is nothing to set.
float options_width(const session::Stage& shown);

} // namespace osteon::view
