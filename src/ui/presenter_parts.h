#pragma once

#include "knowledge/tour.h"
#include "ui/presenter.h"

#include <imgui.h>

namespace osteon::ui {

// The parts of the presenter's window, each in an area of it.

/// Room at the sides of every part, px at 100 %.
inline constexpr float c_presenter_padding = 28.0F;

/// The largest rectangle of a shape at the top left of an area.
Rect shaped(const Rect& area, const glm::ivec2& shape);
/// A texture in a rounded frame, or its empty ground where there is none: 0.
void draw_framed(const PanelContext& context, const Rect& area, std::uint32_t texture,
                 bool rows_from_bottom, float rounding);

/// Top bar: the tour, where it is, the time against the plan, the time of day.
void draw_presenter_top(PanelContext& context, const Rect& area, const knowledge::Tour& tour,
                        const PresenterView& view);
/// What the room sees, with the tools under it.
void draw_presenter_room(PanelContext& context, const Rect& area, const PresenterView& view);
/// The next stop, small, and the notes of this one.
void draw_presenter_notes(PanelContext& context, PresenterState& state, const Rect& area,
                          const knowledge::Tour& tour, const PresenterView& view);
/// Bottom bar: the steps through the tour, and a strip of all stops.
void draw_presenter_bottom(PanelContext& context, const Rect& area, const knowledge::Tour& tour);

} // namespace osteon::ui
