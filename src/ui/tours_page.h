#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// In the room of lectures, in the place of the reading panel: all tours, each with what it is
/// about, how long it takes, and the button that starts it.
void draw_tours_page(PanelContext& context);

/// Whether the last changes of a tour of the user's own could not be written.
bool is_unsaved(const PanelContext& context, const knowledge::Tour& tour);
/// "8 stops, 6 min", and that it is not saved.
std::string facts_of(const PanelContext& context, const knowledge::Tour& tour);
/// The button that starts a tour; above it, where it was left midway, one that goes on there.
void draw_tour_start(PanelContext& context, const knowledge::Tour& tour);

} // namespace osteon::ui
