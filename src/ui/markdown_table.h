#pragma once

#include "knowledge/document.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

/// Draws a table as a card at the cursor: columns where they fit, and one group of lines a row
/// where the panel is too narrow for them.
void draw_table(PanelContext& context, ReadingPanelState& state, const knowledge::Block& table);

} // namespace osteon::ui
