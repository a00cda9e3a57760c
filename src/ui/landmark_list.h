#pragma once

#include "ui/panel_context.h"

namespace osteon::ui {

/// The landmarks of a bone, a row each, indented by `left` px at 100 %: a click flies there, the
/// chosen one shows its definition. Draws nothing for a bone that has none.
void draw_landmark_list(PanelContext& context, anatomy::BoneIndex bone, float left);

/// The last item's tooltip: a landmark's name, Latin name and definition.
void landmark_tooltip(PanelContext& context, anatomy::LandmarkIndex landmark);

} // namespace osteon::ui
