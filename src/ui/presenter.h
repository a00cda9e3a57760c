#pragma once

#include "knowledge/document.h"
#include "ui/panel_context.h"
#include "ui/reading_panel.h"

#include <glm/vec2.hpp>

#include <cstdint>
#include <string>

namespace osteon::ui {

/// What the presenter's window shows beside the session.
struct PresenterView {
    std::uint32_t room = 0;      ///< texture of what the room sees, rows from the bottom; 0: none
    glm::ivec2 room_size{16, 9}; ///< of it, pixels
    double elapsed = 0.0;        ///< seconds since the tour began
    std::string clock;           ///< the time of day, "14:26"
};

/// What the presenter's window remembers between frames.
struct PresenterState {
    std::string notes;            ///< of the stop that was shown last, Markdown
    knowledge::Document document; ///< of them
    ReadingPanelState reading;
};

/// The presenter's window: what the room sees, small, with the tools over it; the next stop, the
/// notes, the clock and the time against the plan; a strip of all stops.
void draw_presenter(PanelContext& context, PresenterState& state, const PresenterView& view);

} // namespace osteon::ui
