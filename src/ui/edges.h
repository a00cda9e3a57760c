#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// What is held at the edges of the panels: 6 px at which drawer and panel are drawn wider, and the
/// tab that brings the folded panel back.
void draw_edges(PanelContext& context);

} // namespace osteon::ui
