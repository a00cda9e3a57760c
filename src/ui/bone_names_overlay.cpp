#include "ui/stage_label.h"
#include "ui/stage_parts.h"
#include "view/bone_labels.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using view::BoneMark;

/// The name whose plate is under the pointer.
const BoneMark* name_at(const PanelContext& context, glm::vec2 pointer) {
    const auto& names = context.input.marks.bones;
    const auto found = std::ranges::find_if(
        names, [&](const BoneMark& mark) { return mark.label.contains(pointer); });
    return found == names.end() ? nullptr : &*found;
}

/// A press and a release on the same name, without a drag between, selects what it stands for; with
/// Shift or Ctrl it adds to the selection or takes away from it.
void press_names(PanelContext& context, StageState& state, const BoneMark* under) {
    if (under != nullptr && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        state.pressed_name = under->bones;
    }
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) {
        return;
    }
    if (under != nullptr && under->bones == state.pressed_name && !was_dragged(context)) {
        const ImGuiIO& io = ImGui::GetIO();
        context.emit(session::Select{.bones = under->bones,
                                     .mode = io.KeyCtrl || io.KeyShift
                                                 ? session::SelectMode::toggle
                                                 : session::SelectMode::replace,
                                     .frame = false});
    }
    state.pressed_name.clear();
}

void draw_dot(const PanelContext& context, ImDrawList* list, const BoneMark& mark) {
    // Dots stand on bone, which is pale in both themes: a dark core with a pale ring.
    const Theme& ink = theme_of(session::ThemeChoice::dark);
    const float opacity = mark.behind && !mark.hovered ? behind_opacity : 1.0F;
    const float radius = context.metrics.stroke(mark.hovered ? 3.0F : 2.0F);
    const ImVec2 at{mark.at.x, mark.at.y};
    list->AddCircleFilled(at, radius + context.metrics.stroke(1.0F), faded(ink.text1, opacity), 16);
    list->AddCircleFilled(at, radius, faded(ink.window, opacity), 16);
}

StageLabel label_of(const BoneMark& mark) {
    return {.at = mark.at,
            .plate = mark.label,
            .knee = mark.knee,
            .end = mark.label_end,
            .title = mark.title,
            .subtitle = mark.subtitle,
            .form = mark.subtitle.empty() ? view::LabelForm::compact : view::LabelForm::roomy,
            .behind = mark.behind,
            .chosen = mark.chosen,
            .hovered = mark.hovered};
}

} // namespace

bool point_at_names(PanelContext& context, StageState& state, bool pointer_free) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const BoneMark* const under = pointer_free ? name_at(context, {mouse.x, mouse.y}) : nullptr;
    if (under != nullptr) {
        if (under->bones.size() == 1) {
            context.output.pointing.hovered_bone = under->bone;
        } else {
            context.output.pointing.hovered_group = under->bones;
        }
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    press_names(context, state, under);
    return under != nullptr;
}

void draw_names(const PanelContext& context) {
    ImDrawList* const list = ImGui::GetBackgroundDrawList();
    const Rect& stage = context.input.layout.stage;
    list->PushClipRect({stage.x, stage.y}, {stage.right(), stage.bottom()}, true);
    for (const BoneMark& mark : context.input.marks.bones) {
        draw_leader(context, list, label_of(mark));
    }
    for (const BoneMark& mark : context.input.marks.bones) {
        draw_dot(context, list, mark);
        draw_label(context, list, label_of(mark));
    }
    list->PopClipRect();
}

} // namespace osteon::ui
