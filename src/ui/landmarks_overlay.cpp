#include "ui/stage_label.h"
#include "ui/stage_parts.h"
#include "view/landmark_marks.h"

namespace osteon::ui {
namespace {

using view::LandmarkMark;

constexpr float reach = 9.0F; // px at 100 % around a point that count as on it

/// The landmark under the pointer: its label, or the nearest point within reach.
const LandmarkMark* landmark_at(const PanelContext& context, glm::vec2 pointer) {
    const LandmarkMark* best = nullptr;
    float least = context.px(reach);
    for (const LandmarkMark& mark : context.input.marks.landmarks) {
        if (!mark.label.empty() && mark.label.contains(pointer)) {
            return &mark;
        }
        const float distance = glm::distance(mark.at, pointer);
        if (distance <= least) {
            least = distance;
            best = &mark;
        }
    }
    return best;
}

/// A press and a release on the same landmark, without a drag between, goes to it.
void press_landmarks(PanelContext& context, StageState& state, const LandmarkMark* under) {
    if (under != nullptr && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.pressed_landmark = under->landmark;
    }
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        return;
    }
    if (under != nullptr && under->landmark == state.pressed_landmark && !was_dragged(context)) {
        context.emit(session::SelectLandmark{under->landmark});
    }
    state.pressed_landmark = anatomy::no_landmark;
}

void draw_point(const PanelContext& context, ImDrawList* list, const LandmarkMark& mark) {
    const Theme& theme = context.theme;
    // Points stand on bone, which is pale in both themes: a dark core with a pale ring.
    const Theme& ink = theme_of(session::ThemeChoice::dark);
    const ImVec2 at{mark.at.x, mark.at.y};
    const auto px = [&](float length) { return context.metrics.stroke(length); };
    const float opacity = mark.behind && !mark.chosen ? behind_opacity : 1.0F;
    const float radius = px(mark.hovered || mark.chosen ? 4.6F : 3.4F);
    list->AddCircleFilled(at, radius + px(1.6F), faded(ink.text1, opacity), 24);
    list->AddCircleFilled(at, radius, mark.chosen ? theme.accent : faded(ink.window, opacity), 24);
    if (mark.chosen) {
        list->AddCircle(at, radius + px(4.6F), faded(ink.window, 0.6F), 32, px(4.0F));
        list->AddCircle(at, radius + px(4.6F), theme.accent, 32, px(2.0F));
    }
}

StageLabel label_of(const LandmarkMark& mark) {
    return {.at = mark.at,
            .plate = mark.label,
            .knee = mark.knee,
            .end = mark.label_end,
            .title = mark.title,
            .subtitle = mark.subtitle,
            .behind = mark.behind,
            .chosen = mark.chosen,
            .hovered = mark.hovered};
}

} // namespace

bool draw_landmarks(PanelContext& context, StageState& state, bool pointer_free) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const LandmarkMark* const under =
        pointer_free ? landmark_at(context, {mouse.x, mouse.y}) : nullptr;
    if (under != nullptr) {
        context.output.pointing.hovered_landmark = under->landmark;
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    press_landmarks(context, state, under);

    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const Rect& stage = context.input.layout.stage;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    for (const LandmarkMark& mark : context.input.marks.landmarks) {
        draw_leader(context, list, label_of(mark));
    }
    for (const LandmarkMark& mark : context.input.marks.landmarks) {
        draw_point(context, list, mark);
        draw_label(context, list, label_of(mark));
    }
    list->PopClipRect();
    return under != nullptr;
}

} // namespace osteon::ui
