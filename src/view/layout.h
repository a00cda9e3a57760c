#pragma once

#include "base/geometry.h"
#include "session/session.h"

namespace osteon::view {

/// Where everything stands in the window, in framebuffer pixels (../shared look: rail, drawer,
/// stage, panel, status). Pure: the same window and settings give the same layout.
struct Layout {
    float scale = 1.0F; ///< pixels per px at 100 %
    Rect window;
    Rect rail;
    Rect drawer; ///< empty: closed
    Rect stage;
    Rect panel;     ///< empty: folded
    Rect panel_tab; ///< the tab at the edge while the panel is folded, else empty
    Rect status;
    Rect free; ///< of the stage: what furniture and label columns leave to the skeleton
    bool rail_words = true;     ///< words under the rail's icons
    bool mode_words = true;     ///< words in the stage's bars
    bool drawer_floats = false; ///< the drawer lies over the stage
    bool panel_floats = false;  ///< the panel lies over the stage, as a sheet
    bool one_column = false;    ///< stage and panel in turn
    bool operator==(const Layout&) const = default;
};

/// Room on the stage that its furniture may take, 24 px from the edges; the interface draws within,
/// markers and labels keep out. Empty: not there in this window.
struct Furniture {
    Rect breadcrumb; ///< top left
    Rect modes;      ///< top right
    Rect looks;      ///< bottom centre
    Rect legend;     ///< bottom left; only there while a primary is chosen
    Rect compass;    ///< orientation figure and, below it, zoom: bottom right
    bool operator==(const Furniture&) const = default;
};
Furniture furniture(const Layout& layout);

/// `scale` is the resolved interface scale (never 0).
Layout compute_layout(float window_width, float window_height, float scale,
                      const session::Settings& settings);

} // namespace osteon::view
