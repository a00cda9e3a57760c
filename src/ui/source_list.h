#pragma once

#include "ui/panel_context.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

/// The sources that the page cites, at its end: each in full, how it is found, whether it was
/// looked up, and the way back to the mark that led to it. Draws nothing where none is cited.
void draw_source_list(PanelContext& context, ReadingPanelState& state);

} // namespace osteon::ui
