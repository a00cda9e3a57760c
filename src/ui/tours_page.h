#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// In the room of lectures, in the place of the reading panel: all tours, each with what it is
/// about, how long it takes, and the button that starts it.
void draw_tours_page(PanelContext& context);

/// "8 stops, 6 min".
std::string length_of(const PanelContext& context, const knowledge::Tour& tour);

} // namespace osteon::ui
