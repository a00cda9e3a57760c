#pragma once

#include "knowledge/tour.h"
#include "ui/panel_context.h"

namespace osteon::ui {

/// What goes out of the program, as items of an open menu: the stage as a picture in a size and
/// with what is wanted of its words, and the sheet to take home for what is chosen.
void draw_output_items(PanelContext& context);

/// A quiet button that opens the menu of what a tour can be written as, one of the user's own also
/// as a file to share. `size` in px at 100 %.
void draw_tour_export(PanelContext& context, const knowledge::Tour& tour, bool own, float size);

} // namespace osteon::ui
