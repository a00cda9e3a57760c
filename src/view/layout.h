#pragma once

#include "base/geometry.h"
#include "session/session.h"

#include <array>

namespace osteon::view {

/// Where everything stands in the window, in framebuffer pixels (../shared look: rail, drawer,
/// stage, panel, status). Pure: the same window and settings give the same layout.
struct Layout {
    session::Mode mode = session::Mode::explore;
    float scale = 1.0F;   ///< pixels per px at 100 %
    float measure = 1.0F; ///< of the bedside's type and furniture, times what is drawn for it
    Rect window;
    Rect rail;
    Rect drawer; ///< empty: closed
    Rect stage;
    Rect panel;     ///< empty: folded
    Rect panel_tab; ///< the tab at the edge while the panel is folded, else empty
    Rect status;
    Rect free;      ///< of the stage: what furniture and label columns leave to the skeleton
    Rect furnished; ///< the stage that furniture stands on, where `stage` is a part of it too;
                    ///< empty: there is no furniture
    Rect words;     ///< what the audience of a tour reads; empty: none is shown
    Rect dots;      ///< below it: the stops of the tour
    bool rail_words = true;     ///< words under the rail's icons
    bool drawer_floats = false; ///< the drawer lies over the stage
    bool panel_floats = false;  ///< the panel lies over the stage, as a sheet
    bool one_column = false;    ///< stage and panel in turn
    bool operator==(const Layout&) const = default;
};

/// How much of the legend there is room for.
enum class LegendForm {
    whole,
    compact, ///< the scale of colours alone, without the marks
    strip,   ///< the same in one row
};

/// Room that furniture takes on the stage, within what floating panels leave of it and 24 px from
/// the edges; the interface draws within, markers and labels keep out. No two places overlap.
struct Furniture {
    Rect breadcrumb;        ///< top left
    Rect modes;             ///< top right: the rooms; empty where there is no room
    bool mode_words = true; ///< the modes have words beside their icons
    Rect looks;             ///< bottom centre
    Rect legend;  ///< bottom left, above the looks where there is no room beside; may be empty
    Rect options; ///< above the looks: what the look that is shown can be set to; may be empty
    Rect compass; ///< orientation figure and, below it, zoom: bottom right
    Rect note;    ///< below what stands at the top left: what an illustration shows; empty where
                  ///< there is none, and where the options of a bone scan tell it
    LegendForm legend_form = LegendForm::whole;
    std::array<Rect, 2> titles; ///< of the two panes while primaries are compared; else empty
    Rect question; ///< of study mode, top centre; empty: none is open. Then none of the above but
                   ///< the compass stands, until it is answered the modes neither
    Rect answers;  ///< its choices, at the left or in rows at the foot; empty: a bone is clicked
    Rect verdict;  ///< bottom centre: hint and end, or what came of the answer
    Rect today;    ///< bottom left: how many were right; empty where there is no room
    bool operator==(const Furniture&) const = default;
};

/// Lesions are drawn on the bones, or a bone scan is shown, which are no patient's; stage and
/// pictures say so.
bool is_illustration(const session::Stage& shown);

/// Whether the course of one lesion is shown; a bone scan is of one moment, and shows none.
bool has_course(const session::Stage& shown);

/// The furniture around what is `shown`: a chosen primary needs a legend (but a film
/// has no colours to explain), a site more breadcrumb.
Furniture furniture(const Layout& layout, const session::Stage& shown);

/// `scale` is the resolved interface scale (never 0). What is shown may need options, for which
/// the free area makes room.
Layout compute_layout(float window_width, float window_height, float scale,
                      const session::Settings& settings, const session::Stage& shown = {});

/// Whether the stage is wide enough for two pictures side by side.
bool has_room_for_two(const Layout& layout);

/// The layout with the left and with the right half of what is open of the stage, each with a free
/// area of its own. What floats over the stage lies over them too.
std::array<Layout, 2> halves_of(const Layout& layout);

} // namespace osteon::view
