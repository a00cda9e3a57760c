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
    bool drawer_floats = false; ///< the drawer lies over the stage
    bool panel_floats = false;  ///< the panel lies over the stage, as a sheet
    bool one_column = false;    ///< stage and panel in turn
    bool operator==(const Layout&) const = default;
};

/// Room that furniture takes on the stage, within what floating panels leave of it and 24 px from
/// the edges; the interface draws within, markers and labels keep out. No two places overlap.
struct Furniture {
    Rect breadcrumb; ///< top left
    Rect looks;      ///< bottom centre
    Rect legend;     ///< bottom left, above the looks where there is no room beside; may be empty
    Rect options;    ///< above the looks: what the look that is shown can be set to; may be empty
    Rect compass;    ///< orientation figure and, below it, zoom: bottom right
    bool compact_legend = false; ///< the scale of colours alone, without the marks
    bool operator==(const Furniture&) const = default;
};

/// The furniture around what is `shown`: a chosen primary needs a legend (but a film
/// has no colours to explain), a site more breadcrumb.
Furniture furniture(const Layout& layout, const session::Stage& shown);

/// `scale` is the resolved interface scale (never 0).
Layout compute_layout(float window_width, float window_height, float scale,
                      const session::Settings& settings);

} // namespace osteon::view
