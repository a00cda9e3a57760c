#include "ui/figure_tooltip.h"
#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>

namespace osteon::ui {

namespace {

constexpr float rest_before_tooltip = 0.4F; // seconds
constexpr float widest = 320.0F;            // px at 100 %

/// Seconds that the last item has had the keyboard's focus; it is told in each frame.
float focused_for(const PanelContext& context) {
    const ImGuiID item = ImGui::GetItemID();
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    int& focused = *kept.GetIntRef(ImHashStr("tooltip item"));
    float& since = *kept.GetFloatRef(ImHashStr("tooltip since"));
    const auto now = static_cast<float>(context.now);
    if (focused != static_cast<int>(item)) {
        focused = static_cast<int>(item);
        since = now;
    }
    return now - since;
}

/// Has the pointer rested on the last item, or the keyboard's focus?
bool is_wanted(PanelContext& context) {
    if (ImGui::IsItemFocused() && ImGui::GetIO().NavVisible &&
        ImGui::GetCurrentContext()->NavDisableMouseHover) {
        if (focused_for(context) >= rest_before_tooltip) {
            return true;
        }
        context.motion.ask_for_frame();
        return false;
    }
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

/// The plate of a tooltip with its lines.
void draw_tooltip(PanelContext& context, std::string_view title, std::string_view text) {
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

} // namespace

void tooltip(PanelContext& context, std::string_view text) {
    tooltip(context, {}, text);
}

void tooltip(PanelContext& context, std::string_view title, std::string_view text) {
    if ((title.empty() && text.empty()) || !is_wanted(context)) {
        return;
    }
    draw_tooltip(context, title, text);
}

void figure_tooltip(PanelContext& context, std::string_view title, std::string_view text,
                    ImVec2 place, float along) {
    ImGui::SetNextWindowPos(place, ImGuiCond_Always, {along, 1.0F});
    draw_tooltip(context, title, text);
}

} // namespace osteon::ui
