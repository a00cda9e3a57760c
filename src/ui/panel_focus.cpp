#include "ui/panel_focus.h"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <array>

namespace osteon::ui {

namespace {

/// The panels of all rooms, then what stands on their stages, from the top.
constexpr auto panels = std::to_array<const char*>({"rail",
                                                    "drawer",
                                                    "study home",
                                                    "reading panel",
                                                    "bedside list",
                                                    "bedside words",
                                                    "panel tab",
                                                    "first steps",
                                                    "today",
                                                    "question",
                                                    "choices",
                                                    "question actions",
                                                    "verdict",
                                                    "summary",
                                                    "breadcrumb",
                                                    "modes",
                                                    "bedside tools",
                                                    "bedside zoom",
                                                    "bedside actions",
                                                    "first title",
                                                    "second title",
                                                    "link",
                                                    "note editor",
                                                    "note",
                                                    "legend",
                                                    "options",
                                                    "film",
                                                    "looks",
                                                    "orientation",
                                                    "toast 0"});

/// Dear ImGui looks for the first part in one frame and shows it in the next.
constexpr int c_frames_to_enter = 2;

/// Asks Dear ImGui for the next part of the window that has the keyboard, or the one before; from
/// the last it goes to the first. By itself it would stop at text fields alone.
void walk_parts(int way) {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    if (context.NavWindow == nullptr) {
        return;
    }
    ImGui::NavMoveRequestSubmit(ImGuiDir_None, way < 0 ? ImGuiDir_Up : ImGuiDir_Down,
                                ImGuiNavMoveFlags_Tabbing | ImGuiNavMoveFlags_FocusApi,
                                ImGuiScrollFlags_KeepVisibleEdgeX |
                                    ImGuiScrollFlags_KeepVisibleEdgeY);
    context.NavTabbingDir = way;
    context.NavTabbingResultFirst.Clear();
    context.NavTabbingCounter = -1;
    context.NavDisableHighlight = false;
}

bool is_drawn(const char* name) {
    const ImGuiWindow* const window = ImGui::FindWindowByName(name);
    return window != nullptr && window->WasActive;
}

} // namespace

void PanelFocus::begin_frame(bool covered) {
    ImGuiIO& io = ImGui::GetIO();
    const bool navigates = asks_ != nullptr || (in_panels() && !covered);
    if (navigates) {
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    } else {
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    }
    io.KeyMap[ImGuiKey_Tab] = -1; // see walk_parts(); outside the panels Tab walks the sites
    navigates_ = navigates;
    had_menu_ = ImGui::GetCurrentContext()->OpenPopupStack.Size > 0;
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
    frames_to_enter_ = c_frames_to_enter;
}

bool PanelFocus::enter() {
    if (in_panels() && frames_to_enter_ == 0 && asks_ == nullptr &&
        !is_drawn(panels[static_cast<std::size_t>(panel_)])) {
        leave(); // it went with its room, and its keys go back to what came
    }
    const ImGuiIO& io = ImGui::GetIO();
    if (navigates_ && !io.KeyCtrl && !io.KeyAlt && ImGui::IsKeyPressed(GLFW_KEY_TAB)) {
        walk_parts(io.KeyShift ? -1 : 1);
        return true;
    }
    if (frames_to_enter_ == 0) {
        return false;
    }
    if (frames_to_enter_ == c_frames_to_enter) {
        ImGuiContext& context = *ImGui::GetCurrentContext();
        ImGui::SetWindowFocus(asks_ != nullptr ? asks_ : panels[static_cast<std::size_t>(panel_)]);
        ImGui::NavInitWindow(context.NavWindow, true);
        context.NavDisableHighlight = false;
    }
    --frames_to_enter_;
    return true;
}

void PanelFocus::ask(const char* window) {
    if (window != nullptr && asks_ == nullptr) {
        frames_to_enter_ = c_frames_to_enter;
    } else if (window == nullptr && asks_ != nullptr) {
        frames_to_enter_ = 0;
        uncover();
    }
    asks_ = window;
}

void PanelFocus::uncover() {
    ImGui::SetWindowFocus(in_panels() ? panels[static_cast<std::size_t>(panel_)] : nullptr);
}

void PanelFocus::leave() {
    panel_ = -1;
    frames_to_enter_ = 0;
    ImGui::SetWindowFocus(nullptr);
}

} // namespace osteon::ui
