#pragma once

#include "ui/charts.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"
#include "ui/widgets.h"

#include <optional>
#include <span>
#include <string>

namespace osteon::ui {

/// A bar of a chart whose axis runs from 0 to 100 %.
struct BarRow {
    std::string name;
    double percent = 0.0;
    std::optional<double> min; ///< ends of the whisker
    std::optional<double> max;
    std::string number;
    Icon mark = Icon::mark_none;
    std::string note; ///< tooltip: how the figure came about, and its source
    ImU32 colour = 0;
    bool chosen = false;
};
/// One bar, 32 px high, as wide as the content: name, track, number, mark.
Touch draw_bar_row(PanelContext& context, const BarRow& row);

/// A row without a bar: name, what is said of it, and a mark.
struct WordRow {
    std::string name;
    std::string words;
    Icon mark = Icon::mark_none;
    std::string note;
    int heat = -1; ///< draws a block of its colour before the words
};
Touch draw_word_row(PanelContext& context, const WordRow& row);

/// The bar of a figure, with its note.
BarRow bar_of(const PanelContext& context, std::string name, const knowledge::SpreadFigure& figure,
              ImU32 colour);
/// "62.2 % of patients", "≥ 50.6 % of lesions".
std::string share_words(const PanelContext& context, double percent, knowledge::Method method,
                        knowledge::Basis basis);
/// All that is known of a figure, for a tooltip: share, range, how it came about, sources.
std::string figure_note(const PanelContext& context, const knowledge::SpreadFigure& figure);
/// "Estimate: common"; "No estimate" below 0.
std::string heat_note(const PanelContext& context, int heat);
/// "no figure found; estimate: common".
std::string estimate_words(const PanelContext& context, int heat);
/// The colour of a heat step 0..4 for the draw list.
ImU32 heat_ink(int step);
/// A block of a heat step in `colour`, with the pattern of the step: none, sparse dots, dense dots,
/// hatching, cross-hatching. The order of the steps is seen without colours too.
void draw_heat_block(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                     int step, ImU32 colour, float rounding,
                     ImDrawFlags corners = ImDrawFlags_RoundCornersAll);
/// Black or white, whichever is read better on a ground.
ImU32 ink_on(ImU32 ground);
/// The whisker of a range on a track that runs from 0 to 100 % over `width` pixels; a negative
/// width runs to the left.
void draw_whisker(const PanelContext& context, const std::optional<double>& least,
                  const std::optional<double>& most, ImVec2 track, float width);
/// What the marks of a chart say, each with a tooltip; wraps at the content's width.
void draw_mark_key(PanelContext& context, std::span<const Icon> marks);
/// The switch between the orders of regions, at the right edge of the line at the cursor where
/// there is room beside `taken` pixels, else below.
void draw_order_switch(PanelContext& context, float taken);
/// A touched row of a region: its bones light up while it has the pointer or the keyboard, and a
/// click has the camera frame them.
void region_touched(PanelContext& context, std::string_view region, const Touch& touched);

/// A dashed rule across the content: what is below it is on another basis.
void dashed_rule(PanelContext& context);

} // namespace osteon::ui
