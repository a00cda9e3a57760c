#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// What the mouse does, every command with its key and state, and what Osteon is.
void draw_help(PanelContext& context);

} // namespace osteon::ui
