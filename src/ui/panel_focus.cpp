#include "ui/panel_focus.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <array>

namespace osteon::ui {

namespace {

constexpr std::array<const char*, 3> panels = {"rail", "drawer", "reading panel"};

bool is_drawn(const char* name) {
    const ImGuiWindow* const window = ImGui::FindWindowByName(name);
    return window != nullptr && window->WasActive;
}

} // namespace

void PanelFocus::begin_frame() {
    ImGuiIO& io = ImGui::GetIO();
    if (in_panels()) {
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    } else {
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    }
    // Outside the panels Tab walks the sites on the skeleton.
    io.KeyMap[ImGuiKey_Tab] = in_panels() ? GLFW_KEY_TAB : -1;
}

void PanelFocus::next() {
    const int count = static_cast<int>(panels.size());
    do {
        ++panel_;
    } while (panel_ < count && !is_drawn(panels[static_cast<std::size_t>(panel_)]));
    if (panel_ >= count) {
        leave();
        return;
    }
    ImGui::SetWindowFocus(panels[static_cast<std::size_t>(panel_)]);
    ImGui::NavInitWindow(ImGui::GetCurrentContext()->NavWindow, true);
    ImGui::GetCurrentContext()->NavDisableHighlight = false;
}

void PanelFocus::leave() {
    panel_ = -1;
    ImGui::SetWindowFocus(nullptr);
}

} // namespace osteon::ui
