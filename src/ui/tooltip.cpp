#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>

namespace osteon::ui {

namespace {

constexpr float rest_before_tooltip = 0.4F; // seconds
constexpr float widest = 320.0F;            // px at 100 %

/// Has the pointer rested on the last item, or has the keyboard come to it?
bool is_wanted(PanelContext& context) {
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) {
        return false;
    }
    if (ImGui::GetCurrentContext()->HoveredIdTimer < rest_before_tooltip) {
        context.motion.ask_for_frame();
        return false;
    }
    return true;
}

void draw_lines(PanelContext& context, std::string_view title, std::string_view words) {
    const float room = context.px(widest - 24.0F);
    if (!title.empty()) {
        const float width = measure_text(context, TextRole::caption_strong, title, room).x;
        wrapped_text(context, TextRole::caption_strong, context.theme.text1, title, width);
    }
    if (!words.empty()) {
        const float width = measure_text(context, TextRole::caption, words, room).x;
        wrapped_text(context, TextRole::caption, context.theme.text1, words, width);
    }
}

} // namespace

void tooltip(PanelContext& context, std::string_view text) {
    tooltip(context, {}, text);
}

void tooltip(PanelContext& context, std::string_view title, std::string_view text) {
    if ((title.empty() && text.empty()) || !is_wanted(context)) {
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(12.0F, 8.0F));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, context.px(8.0F));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, context.px(8.0F));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, context.px(context.theme.edge));
    ImGui::PushStyleColor(ImGuiCol_Border, context.theme.line_strong);
    ImGui::BeginTooltip();
    if (ImGui::IsWindowAppearing()) { // ImGui measures it in this frame and shows it in the next
        context.motion.ask_for_frame();
    }
    draw_lines(context, title, text);
    ImGui::EndTooltip();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

} // namespace osteon::ui
