#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// What goes out of the program, as items of an open menu: the stage as a picture in a size and
/// with what is wanted of its words, and the sheet to take home for what is chosen.
void draw_output_items(PanelContext& context);

} // namespace osteon::ui
