#pragma once

#include "ui/charts.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"
#include "ui/widgets.h"

#include <optional>
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
/// "no figure found; estimate: common".
std::string estimate_words(const PanelContext& context, int heat);
/// The colour of a heat step 0..4 for the draw list.
ImU32 heat_ink(int step);

/// A dashed rule across the content: what is below it is on another basis.
void dashed_rule(PanelContext& context);

} // namespace osteon::ui
