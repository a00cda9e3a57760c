#pragma once

#include "ui/bedside.h"
#include "ui/widgets.h"

#include <string>
#include <string_view>

namespace osteon::ui {

// Large widgets for fingers: no hover tells anything, and a swipe over them is no tap.

/// A length that is drawn for 1920 px, in pixels of this window.
float bedside_px(const PanelContext& context, float length);
/// The same for what is touched: never under 44 px at 100 %.
float target_px(const PanelContext& context, float length);

/// A part that scrolls by wheel, scrollbar and swipe, with its bar in sight while there is more.
/// `area` in pixels; the content keeps `padding` from its sides.
class SwipeArea {
public:
    SwipeArea(PanelContext& context, const char* id, const Rect& area, float padding);
    ~SwipeArea();
    SwipeArea(const SwipeArea&) = delete;
    SwipeArea& operator=(const SwipeArea&) = delete;
};

/// A large row; its words wrap.
struct BigRow {
    std::string_view title = {};
    std::string_view subtitle = {};
    Icon icon = Icon::none;
    Icon end = Icon::none; ///< at the right
    bool chosen = false;   ///< filled with the accent colour
    bool quiet = false;    ///< without edge and ground
    bool enabled = true;
    float height = 76.0F; ///< the least, as drawn for 1920 px
    float width = 0.0F;   ///< pixels; 0: the content's
};
/// At the cursor; whether it was tapped.
bool big_row(PanelContext& context, const char* id, const BigRow& row);

/// A button in a place of its own: its icon left of its words, above them, or, where there is
/// little room, left out. The words wrap.
struct BigButton {
    std::string_view words = {};
    Icon icon = Icon::none;
    bool icon_above = false;
    bool chosen = false;
    bool filled = false; ///< the one to press
    bool plate = true;   ///< with ground and edge of its own
    bool enabled = true;
    TextRole role = TextRole::button;
};
bool big_button(PanelContext& context, const char* id, const Rect& area, const BigButton& look);

/// A card of one colour with a heading and a text.
void telling_card(PanelContext& context, Icon icon, ImU32 ground, ImU32 ink,
                  std::string_view heading, std::string_view words);

/// The name of a site as people call it.
const std::string& plain_name(const PanelContext& context, const knowledge::Site& site);

/// Goes to the start of the bedside and forgets the talk.
void clear_talk(PanelContext& context, BedsideState& state);

/// Shows a page of the words, also where list and words take turns.
void turn_to(BedsideState& state, BedsidePage page);

/// "A spot in the right hip bone", and "A spot" alone.
std::string title_of_mark(const PanelContext& context, const session::LesionMark& mark);
const char* kind_of_mark(const PanelContext& context, const session::LesionMark& mark);

/// The names of the marked bones, with leaders, behind all windows.
void draw_mark_labels(const PanelContext& context);

/// What a mark may be, as large buttons.
void draw_bedside_kinds(PanelContext& context, const session::LesionMark& mark);

// The pages beside the words of a place. Each draws at the cursor, as wide as the content.
void draw_bedside_questions(PanelContext& context, const BedsideState& state);
void draw_bedside_article(PanelContext& context, BedsideState& state);
void draw_bedside_places(PanelContext& context);
void draw_bedside_sheet(PanelContext& context, BedsideState& state);
void draw_bedside_cancers(PanelContext& context, BedsideState& state);
void draw_bedside_rooms(PanelContext& context);

} // namespace osteon::ui
