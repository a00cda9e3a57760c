#pragma once

#include "session/lecture.h"
#include "ui/panel_context.h"

#include <glm/vec2.hpp>

#include <optional>

namespace osteon::ui {

/// What the audience of a tour sees over the skeleton: title and text of the stop, where its
/// figures come from, and the row of stops; above all of it ink, spotlight and blank. Takes the
/// pen.
void draw_audience(PanelContext& context);

/// Draws with the pen in `area`, the room's picture or a small one of it, while the left button is
/// held. `free`: the pointer is over nothing else.
void take_pen(PanelContext& context, const Rect& area, bool free);

/// Where a pixel lies in an area, in shares of it; nothing beside it.
std::optional<glm::vec2> share_in(const Rect& area, glm::vec2 pixel);

} // namespace osteon::ui
