#pragma once

#include "ui/icons.h"
#include "ui/panel_context.h"

#include <imgui.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace osteon::ui {

// Positions and sizes are framebuffer pixels. Items follow each other without spacing: `gap` makes
// room where it is wanted.

// Text.

/// Size of a text in the face of its role; wraps at `wrap_width` where that is above 0. The height
/// is whole lines of the role.
ImVec2 measure_text(const PanelContext& context, TextRole role, std::string_view text,
                    float wrap_width = 0.0F);
/// Draws one line with its line box's top left at `place`; takes no room in the layout.
void draw_text(const PanelContext& context, ImDrawList* list, TextRole role, ImVec2 place,
               ImU32 colour, std::string_view text);
/// One line, cut off with an ellipsis where it is wider than `width`. Returns the width drawn.
float draw_text_cut(const PanelContext& context, ImDrawList* list, TextRole role, ImVec2 place,
                    ImU32 colour, std::string_view text, float width);
/// One line at the cursor.
void text(PanelContext& context, TextRole role, ImU32 colour, std::string_view text);
/// Lines at the cursor, wrapped at `width` (0: what is left of the window's content).
void wrapped_text(PanelContext& context, TextRole role, ImU32 colour, std::string_view text,
                  float width = 0.0F);
/// Pixels from the cursor to the right edge of the content, inside a card to its padding.
float content_width();
/// A heading at the cursor, with the room above and below it.
void section_heading(PanelContext& context, std::string_view text);
/// Moves the cursor down by `length` px at 100 %.
void gap(PanelContext& context, float length);
/// A rule of one line across the content.
void rule(PanelContext& context);

// Behaviour common to all widgets.

/// What the pointer and keyboard do with a widget just now.
struct Touch {
    bool clicked = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;    ///< has the keyboard's focus, and the ring shows
    float hover_fade = 0.0F; ///< 0..1
    ImVec2 min;
    ImVec2 max;
};
/// An invisible, focusable button of a size at the cursor; draws the focus ring.
Touch touch(PanelContext& context, const char* id, ImVec2 size, float rounding,
            bool enabled = true);
/// A ring of the accent colour around a rectangle.
void draw_focus_ring(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                     float rounding);
/// What is said aloud of a part while it has the keyboard's focus: its words and, if any, its
/// state or figure.
void tell(PanelContext& context, const Touch& touched, std::string_view words,
          std::string_view more = {});
/// The last item's tooltip: after the pointer, or the keyboard's focus, has rested on it for 400
/// ms.
void tooltip(PanelContext& context, std::string_view text);
/// A tooltip with a strong title line over its text.
void tooltip(PanelContext& context, std::string_view title, std::string_view text);

// Widgets. Each returns what the user did to it in this frame.

enum class ButtonStyle { primary, outlined, quiet };
struct ButtonLook {
    ButtonStyle style = ButtonStyle::outlined;
    Icon icon = Icon::none;
    float width = 0.0F;   ///< pixels; 0: as wide as its words need
    float height = 40.0F; ///< px at 100 %
    bool enabled = true;
    bool chosen = false;      ///< quiet buttons only: stays lit
    const char* id = nullptr; ///< of a button whose words change; null: the words
};
bool button(PanelContext& context, const char* label, const ButtonLook& look = {});
/// Width that a button with this label and look takes, in pixels.
float button_width(const PanelContext& context, const char* label, const ButtonLook& look = {});

struct IconButtonLook {
    float size = 36.0F; ///< px at 100 %
    float icon = 20.0F; ///< px at 100 %
    bool enabled = true;
    bool chosen = false;
    ImU32 colour = 0; ///< 0: text 2
};
bool icon_button(PanelContext& context, const char* id, Icon icon, std::string_view tip,
                 const IconButtonLook& look = {});

/// Exclusive choices side by side; returns the index of the one chosen now.
struct Segment {
    const char* label = "";
    Icon icon = Icon::none;
    std::string_view tip = {};
};
std::optional<std::size_t> segmented(PanelContext& context, const char* id,
                                     std::span<const Segment> segments, std::size_t chosen,
                                     float width = 0.0F);
float segmented_width(const PanelContext& context, std::span<const Segment> segments);

/// A labelled switch across the content; returns its new state.
std::optional<bool> toggle(PanelContext& context, const char* label, bool on,
                           std::string_view explanation = {});

/// A slider across the content with its value beside it; double click to type. While it is dragged
/// the value follows the pointer in `draft`; the result comes on release, so that a change of scale
/// does not move the slider under the pointer.
struct SliderRange {
    float min = 0.0F;
    float max = 1.0F;
    float step = 0.1F;
    const char* unit = "%"; ///< values are shown times 100
};
struct SliderDraft {
    ImGuiID active = 0;
    float value = 0.0F;
    bool typing = false;
    bool focus_wanted = false;
    std::string typed;
};
std::optional<float> slider(PanelContext& context, const char* label, float value,
                            const SliderRange& range, SliderDraft& draft);

/// A slider at the cursor, `width` pixels wide and 36 px high, without words; the new value comes
/// with every step of a drag or of the wheel.
std::optional<float> inline_slider(PanelContext& context, const char* id, float value,
                                   const SliderRange& range, float width, std::string_view tip);

/// A text field of 44 px with an icon, a hint while it is empty and a button that clears it.
struct TextField {
    bool focused = false; ///< has the keyboard
    bool changed = false;
    bool entered = false; ///< Enter was pressed
    bool escaped = false; ///< Escape was pressed, which also takes the keyboard from it
};
TextField text_field(PanelContext& context, const char* id, Icon icon, const char* hint,
                     std::string& value, bool take_focus);

bool chip(PanelContext& context, const char* label, bool chosen = false, Icon icon = Icon::none);
float chip_width(const PanelContext& context, const char* label, Icon icon = Icon::none);

/// A row of a list: 44 px, or 60 with a second line.
struct ListRow {
    std::string_view title = {};
    std::string_view subtitle = {};
    std::string_view value = {};      ///< at the right, text 2
    std::string_view value_note = {}; ///< under the value, caption
    std::string_view latin = {};      ///< after the title, italic
    Icon icon = Icon::none;
    bool icon_tile = false; ///< the icon stands on a raised tile
    bool chevron = false;
    bool chosen = false;
    bool focused = false; ///< lit by Up and Down of a search field
    bool subtitle_italic = false;
    float inset = 12.0F; ///< px at 100 %, left of the words; right of them at most 12
    float height = 0.0F; ///< px at 100 %; 0: 44 or 60
};
Touch list_row(PanelContext& context, const char* id, const ListRow& row);

/// A card: raised ground and a line around what is drawn until it goes out of scope. The cursor is
/// inside the padding; lines begin at its left edge.
class Card {
public:
    struct Options {
        float width = 0.0F;    ///< pixels; 0: the content's width
        float height = 0.0F;   ///< pixels, the least; 0: what the content needs
        float padding = 16.0F; ///< px at 100 %
        ImU32 ground = 0;      ///< 0: raised
        ImU32 edge = 0;        ///< 0: line
        ImU32 bar = 0;         ///< a 4 px bar at the left; 0: none
    };
    Card(PanelContext& context, const Options& options);
    explicit Card(PanelContext& context);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    /// Width of the content inside, in pixels.
    float inner_width() const { return inner_width_; }

private:
    PanelContext& context_;
    Options options_;
    ImVec2 start_;
    float width_ = 0.0F;
    float inner_width_ = 0.0F;
    ImDrawListSplitter splitter_;
};

/// Underlined words that act as a button, in the face of a role.
bool link(PanelContext& context, const char* id, TextRole role, std::string_view text);

/// A small plate with a key's name, as in "Enter"; returns its width.
float draw_key(const PanelContext& context, ImDrawList* list, ImVec2 place, std::string_view key);

/// A plate that floats over the stage: three soft shadows, panel ground, strong line.
void draw_plate(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                float rounding, bool shadow);

/// A progress bar of 6 px; `share` 0..1, or below 0: unknown length, a band that moves.
void draw_progress(PanelContext& context, ImDrawList* list, ImVec2 min, float width, float share);

} // namespace osteon::ui
