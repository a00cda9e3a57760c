#include "ui/stage_label.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"
#include "view/markers.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

using view::Marker;

ImVec2 vec(glm::vec2 place) {
    return {place.x, place.y};
}

/// Hit area: the ring or its 36 px target, and the plate.
bool is_over(const PanelContext& context, const Marker& marker, glm::vec2 pointer) {
    const float reach = std::max(marker.radius + context.px(2.0F), context.px(14.0F));
    return glm::distance(pointer, marker.at) <= reach ||
           (!marker.label.empty() && marker.label.contains(pointer));
}

/// The marker under the pointer; where two hit areas meet, the nearer one.
const Marker* marker_at(const PanelContext& context, glm::vec2 pointer) {
    const Marker* best = nullptr;
    for (const Marker& marker : context.input.marks.markers) {
        const bool nearer =
            best == nullptr || glm::distance(pointer, marker.at) < glm::distance(pointer, best->at);
        if (is_over(context, marker, pointer) && nearer) {
            best = &marker;
        }
    }
    return best;
}

void draw_hotspot(const PanelContext& context, ImDrawList* list, const Marker& marker) {
    const Theme& theme = context.theme;
    const ImVec2 at = vec(marker.at);
    // Markers stand on bone, which is pale in both themes: a dark disc with a pale ring.
    const Theme& ink = theme_of(session::ThemeChoice::dark);
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    if (marker.behind && !marker.chosen && !marker.focused) {
        list->AddCircleFilled(at, px(5.0F), faded(ink.window, 0.5F * behind_opacity), 24);
        list->AddCircleFilled(at, px(3.2F), faded(ink.text1, behind_opacity), 24);
        return;
    }
    const float smaller = marker.part ? px(2.0F) : 0.0F;
    const float radius =
        std::max(px(6.0F), marker.radius - smaller) + (marker.hovered ? px(2.0F) : 0.0F);
    if (marker.chosen) {
        list->AddCircle(at, radius + px(6.0F), faded(ink.window, 0.6F), 40, px(4.0F));
        list->AddCircle(at, radius + px(5.0F), theme.accent, 40, px(2.0F));
        list->AddCircleFilled(at, radius, theme.accent, 32);
        draw_icon(list, Icon::check, at, 1.35F * radius, theme.on_accent);
    } else {
        list->AddCircleFilled(at, radius + px(1.0F), faded(ink.window, 0.85F), 32);
        list->AddCircle(at, radius - px(1.0F), ink.text1, 32, px(2.0F));
        list->AddCircleFilled(at, px(3.2F), ink.text1, 20);
    }
    if (marker.focused) {
        list->AddCircle(at, radius + px(9.0F), theme.accent, 40, px(2.0F));
    }
}

StageLabel label_of(const Marker& marker) {
    return {.at = marker.at,
            .plate = marker.label,
            .knee = marker.knee,
            .end = marker.label_end,
            .title = marker.title,
            .subtitle = marker.subtitle,
            .behind = marker.behind,
            .chosen = marker.chosen,
            .hovered = marker.hovered,
            .focused = marker.focused};
}

/// A press and a release on the same marker, without a drag between, chooses its site.
void press_markers(PanelContext& context, StageState& state, const Marker* under) {
    if (under != nullptr && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.pressed_marker = under->site;
    }
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        return;
    }
    if (under != nullptr && under->site == state.pressed_marker && !was_dragged(context)) {
        context.emit(session::ChooseSite{under->site});
    }
    state.pressed_marker.clear();
}

} // namespace

bool draw_markers(PanelContext& context, StageState& state, bool pointer_free) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Marker* const under = pointer_free ? marker_at(context, {mouse.x, mouse.y}) : nullptr;
    if (under != nullptr) {
        context.output.pointing.hovered_site = under->site;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    press_markers(context, state, under);

    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const Rect& stage = context.input.layout.stage;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    for (const Marker& marker : context.input.marks.markers) {
        draw_leader(context, list, label_of(marker));
    }
    for (const Marker& marker : context.input.marks.markers) {
        draw_hotspot(context, list, marker);
    }
    for (const Marker& marker : context.input.marks.markers) {
        draw_label(context, list, label_of(marker));
    }
    list->PopClipRect();
    return under != nullptr;
}

} // namespace osteon::ui
