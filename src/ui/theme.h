#pragma once

#include "session/action.h"

#include <imgui.h>

#include <array>
#include <cmath>

namespace osteon::ui {

/// Every colour of the interface, sRGB. No other file names a colour.
struct Theme {
    bool light = false;
    bool contrast = false;
    ImU32 window;          ///< behind all
    ImU32 stage_centre;    ///< of the stage's radial gradient
    ImU32 stage_edge;      ///<
    ImU32 panel;           ///< rail, drawer, panel, status, floating bars
    ImU32 raised;          ///< cards, inputs, segmented tracks
    ImU32 hover;           ///< hovered rows, chosen quiet segments
    ImU32 line;            ///< rules
    ImU32 line_strong;     ///< edges of plates and buttons
    ImU32 control_edge;    ///< toggles, empty fields
    ImU32 text1;           ///< titles, body
    ImU32 text2;           ///< secondary
    ImU32 text3;           ///< captions; never on the bare light stage
    ImU32 accent;          ///< chosen, links, focus, progress
    ImU32 accent_ground;   ///< chosen rows
    ImU32 on_accent;       ///< text on a filled button
    ImU32 warning;         ///< "same day" boxes
    ImU32 warning_ground;  ///<
    ImU32 error;           ///< errors only
    ImU32 good;            ///< saved, right answer
    ImU32 track;           ///< of bars and sliders
    ImU32 bar;             ///< charts without heat
    ImU32 vein;            ///< vessels of a route
    ImU32 artery;          ///<
    ImU32 portal;          ///<
    ImU32 lymph;           ///<
    ImU32 vessel_edge;     ///< around them, and around what travels
    ImU32 cell;            ///< what travels
    ImU32 organ;           ///< where a route starts
    ImU32 compared_first;  ///< the two primaries of a comparison; never heat
    ImU32 compared_second; ///<
    ImU32 scrim;           ///< behind dialogs
    ImU32 ink;             ///< what is drawn on bone, which is pale in every theme
    ImU32 ink_warning;     ///<
    ImU32 ink_highlight;   ///<
    ImU32 ink_edge;        ///< around ink and marks, where the stage beside the bones is dark
    ImU32 mark_hole;       ///< marks of lesions: bone lost
    ImU32 mark_dense;      ///< bone added
    float edge = 1.0F;     ///< width of control edges, px at 100 %
};

/// The tokens of a theme.
const Theme& theme_of(session::ThemeChoice choice);

/// Lengths: px at 100 % to whole framebuffer pixels.
struct Metrics {
    float scale = 1.0F;
    float px(float length) const { return std::round(length * scale); }
    ImVec2 px(float x, float y) const { return {px(x), px(y)}; }
    /// For strokes and curves, which need no whole pixels.
    float stroke(float width) const { return width * scale; }
};

/// Sets the colours and measures of Dear ImGui's own widgets (text fields, scrollbars, popups).
void apply_style(const Theme& theme, const Metrics& metrics, ImGuiStyle& style);

/// The colour with its opacity multiplied by `opacity` (0..1).
ImU32 faded(ImU32 colour, float opacity);
/// From `from` to `to`, linear in sRGB; t 0..1.
ImU32 mixed(ImU32 from, ImU32 to, float t);
ImVec4 to_vec4(ImU32 colour);

/// Contrast ratio of two opaque colours by WCAG 2.1, 1 to 21.
double contrast_ratio(ImU32 text, ImU32 ground);

} // namespace osteon::ui
