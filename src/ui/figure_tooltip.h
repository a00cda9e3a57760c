#pragma once

#include "ui/panel_context.h"

#include <string_view>

namespace osteon::ui {

/// The tooltip of a figure to which the keyboard has come: at once, its lower edge at `place`.
/// `along` 0..1: which part of that edge is there, from left to right.
void figure_tooltip(PanelContext& context, std::string_view title, std::string_view text,
                    ImVec2 place, float along);

} // namespace osteon::ui
