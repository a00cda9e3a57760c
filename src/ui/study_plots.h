#pragma once

#include "ui/panel_context.h"

#include <optional>
#include <span>
#include <string>

namespace osteon::ui {

/// A column of a plot.
struct PlotColumn {
    float value = 0.0F;        ///< 0 and more; of a share 0..1
    std::optional<float> part; ///< of the value, drawn in the colour of what is right
    std::string label;         ///< below it; may be empty
    std::string title;         ///< of its tooltip
    std::string note;          ///< of its tooltip
    bool absent = false;       ///< there is nothing to show on this day
    bool lit = false;          ///< today
};

/// Bars over a base line, as wide as the content, each with its number above it where there is
/// room.
void draw_bar_plot(PanelContext& context, const char* id, std::span<const PlotColumn> columns);

/// Shares 0..1 as points joined by a line, with a dashed line at the share that is aimed at.
void draw_share_plot(PanelContext& context, const char* id, std::span<const PlotColumn> columns,
                     float aim);

} // namespace osteon::ui
