#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The messages at the foot of the stage, the newest lowest, and what is being loaded.
void draw_toasts(PanelContext& context);

} // namespace osteon::ui
