#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The narrow rail at the left: opens and closes the drawers.
void draw_rail(PanelContext& context);

} // namespace osteon::ui
