#pragma once

#include "knowledge/tour.h"
#include "ui/drawer_tours.h"

namespace osteon::ui {

// What is written of a tour of the user's own. Every letter changes the tour at once.

/// Title and summary of the whole.
void draw_tour_words(PanelContext& context, ToursState& state, const knowledge::Tour& tour);
/// The open stop: its buttons, words and time.
void draw_stop_editor(PanelContext& context, ToursState& state, const knowledge::Tour& tour);

} // namespace osteon::ui
