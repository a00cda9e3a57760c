#pragma once

#include "knowledge/document.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

namespace osteon::ui {

/// A picture of a text at the cursor, as wide as the content, with its caption. A click brings the
/// stage to what it shows. While it is not drawn yet its words stand in its place.
void draw_live_picture(PanelContext& context, ReadingPanelState& state,
                       const knowledge::Block& block);

} // namespace osteon::ui
