#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The card of the first start: how to turn the skeleton, choose a site, and go on. Draws nothing
/// where it is not wanted or has been seen. `step` is the step that it shows, from 0.
void draw_first_steps(PanelContext& context, int& step);

} // namespace osteon::ui
