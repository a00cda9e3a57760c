#include "ui/widgets.h"

#include <GLFW/glfw3.h>
#include <imgui_stdlib.h>

namespace osteon::ui {

namespace {

/// The bare input of a field, between its icon and the button that clears it.
void draw_input(PanelContext& context, const char* hint, std::string& value, float width,
                bool take_focus, TextField& field) {
    ImFont* const font = context.fonts.of(TextRole::button);
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0U);
    ImGui::PushStyleColor(ImGuiCol_FrameBgHovered, 0U);
    ImGui::PushStyleColor(ImGuiCol_FrameBgActive, 0U);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, context.theme.text3);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0.0F);
    const float space = std::floor(0.5F * (context.px(44.0F) - font->FontSize));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0.0F, space});
    ImGui::SetNextItemWidth(width);
    if (take_focus) {
        ImGui::SetKeyboardFocusHere();
        context.motion.ask_for_frame();
    }
    const std::string before = value;
    field.entered = ImGui::InputTextWithHint("##input", hint, &value,
                                             ImGuiInputTextFlags_EnterReturnsTrue |
                                                 ImGuiInputTextFlags_AutoSelectAll);
    field.changed = value != before;
    field.focused = ImGui::IsItemActive();
    field.escaped =
        (field.focused || ImGui::IsItemDeactivated()) && ImGui::IsKeyPressed(GLFW_KEY_ESCAPE);
    ImGui::PopStyleVar(2);
    ImGui::PopStyleColor(4);
    ImGui::PopFont();
}

} // namespace

TextField text_field(PanelContext& context, const char* id, Icon icon, const char* hint,
                     std::string& value, bool take_focus) {
    const Theme& theme = context.theme;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const ImVec2 size{content_width(), context.px(44.0F)};
    const ImVec2 end{start.x + size.x, start.y + size.y};
    const float rounding = context.px(9.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled(start, end, theme.raised, rounding);

    ImGui::PushID(id);
    TextField field;
    const float left = context.px(icon == Icon::none ? 14.0F : 42.0F);
    const float right = context.px(40.0F);
    ImGui::SetCursorScreenPos({start.x + left, start.y});
    draw_input(context, hint, value, size.x - left - right, take_focus, field);
    if (!value.empty()) {
        ImGui::SetCursorScreenPos({end.x - context.px(40.0F), start.y + context.px(4.0F)});
        if (icon_button(context, "clear", Icon::close, context.tr("Clear"), {.icon = 16.0F})) {
            value.clear();
            field.changed = true;
        }
    }
    ImGui::PopID();

    if (icon != Icon::none) {
        draw_icon(list, icon, {start.x + context.px(22.0F), 0.5F * (start.y + end.y)},
                  context.px(18.0F), theme.text2);
    }
    list->AddRect(start, end, field.focused ? theme.accent : theme.control_edge, rounding, 0,
                  context.px(field.focused ? 2.0F : theme.edge));
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy(size);
    return field;
}

} // namespace osteon::ui
