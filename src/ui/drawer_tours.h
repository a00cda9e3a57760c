#pragma once

#include "ui/panel_context.h"

#include <cstddef>
#include <optional>
#include <string>

namespace osteon::ui {

/// What the drawer of tours remembers between frames.
struct ToursState {
    std::string open;                ///< id of the tour that is looked at; empty: the list
    std::optional<std::size_t> stop; ///< of it, whose words are written
    std::string edited;              ///< the field that is typed in; empty: none
    std::string draft;               ///< what stands in it
    std::string field;               ///< names the stay in it, as session::PutTour has it
};

/// All tours; one of the user's own is recorded here: stop by stop from the stage, with its words,
/// its order and its times.
void draw_tours_drawer(PanelContext& context, ToursState& state);

} // namespace osteon::ui
