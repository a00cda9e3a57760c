#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The keys, what the mouse does, and what Osteon is.
void draw_help(PanelContext& context);

} // namespace osteon::ui
