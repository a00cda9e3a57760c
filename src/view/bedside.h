#pragma once

#include "view/layout.h"

namespace osteon::view {

/// The least side of whatever is touched at the bedside, px at 100 %.
inline constexpr float c_touch_least = 44.0F;

/// A length that is drawn for 1920 px, by the layout's measure, px at 100 %.
float bedside_length(const Layout& layout, float length);
/// The same for what is touched: never under 44 px.
float bedside_target(const Layout& layout, float length);

/// Room on the bedside's stage for the few things that stand there, in framebuffer pixels. No two
/// places overlap.
struct BedsideFurniture {
    Rect tools;                 ///< top centre: turn, mark, draw, undo, clear
    int tool_columns = 5;       ///< of five; fewer on a narrow stage
    Rect zoom;                  ///< at the right, nearer and further
    Rect actions;               ///< bottom centre: the whole body; clear and close
    bool actions_below = false; ///< one under the other
    bool operator==(const BedsideFurniture&) const = default;
};

BedsideFurniture bedside_furniture(const Layout& layout);

/// Whether list and words stand in one panel, in turn.
bool takes_turns(const Layout& layout);

} // namespace osteon::view
