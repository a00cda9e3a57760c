#pragma once

#include "ui/panel_context.h"

#include <imgui.h>

#include <string>
#include <string_view>

namespace osteon::ui {

/// How much of its ink a mark keeps that lies behind bone.
inline constexpr float behind_opacity = 0.35F;

/// The label of a mark on the stage and the leader to it. Pixels.
struct StageLabel {
    glm::vec2 at{0.0F}; ///< of the mark
    Rect plate;         ///< empty: there is no label
    glm::vec2 knee{0.0F};
    glm::vec2 end{0.0F}; ///< of the leader, at the plate
    std::string_view title;
    std::string_view subtitle; ///< empty: one line
    view::LabelForm form = view::LabelForm::roomy;
    bool behind = false;
    bool chosen = false;
    bool hovered = false;
    bool focused = false;
};

/// The size of a label's plate.
glm::vec2 label_size(const Fonts& fonts, const Metrics& metrics, const std::string& title,
                     const std::string& subtitle, view::LabelForm form);

void draw_leader(const PanelContext& context, ImDrawList* list, const StageLabel& label);
void draw_label(const PanelContext& context, ImDrawList* list, const StageLabel& label);

} // namespace osteon::ui
