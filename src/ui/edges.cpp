#include "ui/edges.h"

#include "ui/commands.h"
#include "ui/widgets.h"

#include <fmt/core.h>
#include <imgui_internal.h>

#include <optional>

namespace osteon::ui {

namespace {

/// A strip along an edge at `x`; returns where the pointer drags it to, in pixels.
std::optional<float> drag_edge(PanelContext& context, const char* name, float x,
                               const Rect& panel) {
    const float half = context.px(3.0F);
    const FixedWindow window(name, {x - half, panel.y, 2.0F * half, panel.height},
                             {.on_top = true});
    ImGui::InvisibleButton("edge", {2.0F * half, panel.height});
    const bool held = ImGui::IsItemActive();
    const float lit = context.motion.towards(ImGui::GetItemID(), held || ImGui::IsItemHovered());
    if (held || ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    }
    ImGui::GetWindowDrawList()->AddRectFilled(
        {x - context.px(1.0F), panel.y}, {x + context.px(1.0F), panel.bottom()},
        faded(context.theme.accent, held ? 1.0F : 0.7F * lit));
    if (!held || ImGui::GetIO().MouseDelta.x == 0.0F) {
        return std::nullopt;
    }
    return ImGui::GetIO().MousePos.x;
}

void draw_tab(PanelContext& context, const Rect& tab) {
    const FixedWindow window("panel tab", tab, {});
    const Touch state = touch(context, "unfold", {tab.width, tab.height}, context.px(10.0F));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const Theme& theme = context.theme;
    const float rounding = context.px(10.0F);
    list->AddRectFilled(state.min, state.max, mixed(theme.panel, theme.hover, state.hover_fade),
                        rounding, ImDrawFlags_RoundCornersLeft);
    list->AddRect(state.min, state.max, theme.line_strong, rounding, ImDrawFlags_RoundCornersLeft,
                  context.px(theme.edge));
    const ImVec2 centre{tab.centre().x, tab.centre().y};
    draw_icon(list, Icon::book, {centre.x, centre.y - context.px(14.0F)}, context.px(20.0F),
              theme.text2);
    draw_icon(list, Icon::back, {centre.x, centre.y + context.px(16.0F)}, context.px(16.0F),
              theme.text2);
    tooltip(context,
            context.tr("Unfold the reading panel") + keys_after(context, Command::fold_panel));
    if (state.clicked) {
        context.emit(session::FoldPanel{false});
    }
}

} // namespace

void draw_edges(PanelContext& context) {
    const view::Layout& layout = context.input.layout;
    const float scale = layout.scale;
    if (!layout.panel_tab.empty()) {
        draw_tab(context, layout.panel_tab);
    }
    if (!layout.panel.empty() && !layout.one_column) {
        if (const auto x = drag_edge(context, "panel edge", layout.panel.x, layout.panel)) {
            context.emit(session::SetPanelWidth{(layout.panel.right() - *x) / scale});
        }
    }
    // The matrix of primaries takes what room there is.
    const bool adjusts = context.input.session.settings.drawer != session::Drawer::matrix;
    if (!layout.drawer.empty() && adjusts) {
        if (const auto x =
                drag_edge(context, "drawer edge", layout.drawer.right(), layout.drawer)) {
            context.emit(session::SetDrawerWidth{(*x - layout.drawer.x) / scale});
        }
    }
}

} // namespace osteon::ui
