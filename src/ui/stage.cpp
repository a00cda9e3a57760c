#include "ui/stage.h"

#include "ui/stage_parts.h"
#include "view/layout.h"

namespace osteon::ui {
namespace {

constexpr float narrowest_looks = 180.0F; // px at 100 %

/// Is the pointer over the bare stage: no window, no popup, no running drag of a control?
bool pointer_over_bare_stage(const view::Layout& layout) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const bool inside = ImGui::IsMousePosValid() && layout.stage.contains({mouse.x, mouse.y});
    const bool window = ImGui::IsWindowHovered(ImGuiHoveredFlags_AnyWindow |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool popup = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    return inside && !window && !popup && !ImGui::IsAnyItemActive();
}

/// Furniture that a floating drawer or panel covers is not drawn.
bool is_free(const view::Layout& layout, const Rect& area) {
    return !area.empty() && !area.overlaps(layout.panel) && !area.overlaps(layout.drawer) &&
           area.y >= layout.stage.y && area.bottom() <= layout.stage.bottom();
}

/// Keeps the looks bar and the legend apart: the bar stands between legend and compass where that
/// leaves it room, else the legend stands above the bar.
void part_looks_and_legend(const PanelContext& context, view::Furniture& room) {
    const float space = context.px(12.0F);
    if (!room.legend.overlaps(room.looks)) {
        return;
    }
    const Rect between{room.legend.right() + space, room.looks.y,
                       room.compass.x - room.legend.right() - 2.0F * space, room.looks.height};
    const bool free = is_free(context.input.layout, between);
    if (free && between.width >= context.px(narrowest_looks)) {
        room.looks = between;
    } else {
        room.legend.y = room.looks.y - space - room.legend.height;
    }
}

} // namespace

void draw_stage(PanelContext& context, StageState& state) {
    const view::Layout& layout = context.input.layout;
    if (layout.stage.empty()) {
        return;
    }
    const bool bare = pointer_over_bare_stage(layout);
    const bool on_marker = draw_markers(context, state, bare);
    context.output.pointer_on_stage = bare && !on_marker;

    const bool primary = !context.input.session.stage.primary.empty();
    view::Furniture room = view::furniture(layout);
    if (primary) {
        part_looks_and_legend(context, room);
    }
    if (is_free(layout, room.breadcrumb)) {
        draw_breadcrumb(context, room.breadcrumb);
    }
    if (primary && is_free(layout, room.legend)) {
        draw_legend(context, room.legend);
    }
    if (is_free(layout, room.looks)) {
        draw_looks_bar(context, room.looks);
    }
    if (is_free(layout, room.compass)) {
        draw_orientation_figure(context, state, room.compass);
    }
    draw_bone_menu(context, state, context.output.pointer_on_stage);
}

} // namespace osteon::ui
