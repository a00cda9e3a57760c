#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// All primaries by site as a table in `area` of the drawer: a switch between estimates and the
/// figures of either basis, below it cells that lead to their primary and site. The heads of rows
/// and columns stay in sight while the cells scroll.
void draw_matrix(PanelContext& context, const Rect& area);

} // namespace osteon::ui
