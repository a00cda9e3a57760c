#pragma once

#include "ui/panel_context.h"

#include <string>
#include <string_view>

namespace osteon::ui {

/// A cell of the matrix of primaries.
struct MatrixCell {
    const knowledge::Primary& primary;
    std::string_view region;
    const knowledge::SpreadFigure* figure; ///< of either basis; nullptr: none is shown
    int heat;
};

/// All that is known of a cell: estimate, figure with its basis and sources, and what sources only
/// count together with other places.
std::string matrix_cell_note(const PanelContext& context, const MatrixCell& cell);

/// A cell between two corners: its estimate or its share; where there is none, an empty frame.
void draw_matrix_cell(const PanelContext& context, ImDrawList* list, const MatrixCell& cell,
                      session::MatrixFigures shown, ImVec2 min, ImVec2 max);

} // namespace osteon::ui
