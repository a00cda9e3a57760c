#include "ui/panel_context.h"

#include <imgui_internal.h>

namespace osteon::ui {

std::string keys_of(const PanelContext& context, Command command) {
    return keys_in(context.language(), context.keys.text_of(command));
}

std::string keys_after(const PanelContext& context, Command command) {
    const std::string keys = keys_of(context, command);
    return keys.empty() ? keys : " (" + keys + ")";
}

FixedWindow::FixedWindow(const char* name, const Rect& area, const Options& options) {
    ImGui::SetNextWindowPos({area.x, area.y});
    ImGui::SetNextWindowSize({area.width, area.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, options.rounding);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, options.ground);
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;
    if (options.ground == 0) {
        flags |= ImGuiWindowFlags_NoBackground;
    }
    if (options.scrolls) {
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    }
    if (!options.takes_input) {
        flags |= ImGuiWindowFlags_NoInputs;
    }
    if (options.stays_behind) {
        flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    }
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (options.on_top && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) {
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    }
}

FixedWindow::~FixedWindow() {
    ImGui::End();
}

ScrollArea::ScrollArea(PanelContext& context, const char* id, ImVec2 size, ImVec2 padding) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const bool hovered = ImGui::IsMouseHoveringRect(start, {start.x + size.x, start.y + size.y});
    const ImU32 grab = hovered ? context.theme.line_strong : 0U;
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, grab);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::BeginChild(id, size, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

ScrollArea::~ScrollArea() {
    ImGui::EndChild();
}

} // namespace osteon::ui
