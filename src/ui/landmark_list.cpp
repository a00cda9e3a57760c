#include "ui/landmark_list.h"

#include "ui/widgets.h"

namespace osteon::ui {

namespace {

constexpr float row_height = 28.0F; // px at 100 %

void draw_row(PanelContext& context, anatomy::LandmarkIndex index, float left) {
    const anatomy::Landmark& landmark = context.input.world.registry.landmarks[index];
    const bool chosen = context.input.session.stage.landmark == index;
    const Theme& theme = context.theme;
    const ImVec2 size{content_width(), context.px(row_height)};
    if (!ImGui::IsRectVisible(size)) {
        ImGui::Dummy({1.0F, size.y});
        return;
    }
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const Touch state = touch(context, landmark.id.c_str(), size, context.px(9.0F));
    landmark_tooltip(context, index);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled(state.min, state.max,
                        chosen ? theme.accent_ground : faded(theme.hover, state.hover_fade),
                        context.px(9.0F));
    const ImU32 ink = chosen ? theme.accent : theme.text2;
    const float x = state.min.x + context.px(left);
    list->AddCircleFilled({x, 0.5F * (state.min.y + state.max.y)}, context.px(2.4F), ink, 16);
    const float words = x + context.px(11.0F);
    draw_text_cut(context, list, TextRole::caption, {words, state.min.y + context.px(5.0F)}, ink,
                  landmark.name, state.max.x - context.px(8.0F) - words);
    if (state.hovered) {
        context.output.pointing.hovered_landmark = index;
    }
    if (state.clicked) {
        context.emit(session::SelectLandmark{index});
    }
    ImGui::SetCursorScreenPos({start.x, start.y + size.y});
}

/// The Latin name and definition of the chosen landmark, below its row.
void draw_definition(PanelContext& context, const anatomy::Landmark& landmark, float left) {
    const float shift = context.px(left + 11.0F);
    ImGui::Indent(shift);
    const float width = content_width() - context.px(8.0F);
    gap(context, 2.0F);
    wrapped_text(context, TextRole::caption_italic, context.theme.text2, landmark.latin, width);
    wrapped_text(context, TextRole::caption, context.theme.text1, landmark.definition, width);
    gap(context, 8.0F);
    ImGui::Unindent(shift);
}

} // namespace

void draw_landmark_list(PanelContext& context, anatomy::BoneIndex bone, float left) {
    const anatomy::Registry& registry = context.input.world.registry;
    const auto [first, end] = registry.landmarks_of(bone);
    for (anatomy::LandmarkIndex index = first; index < end; ++index) {
        draw_row(context, index, left);
        if (context.input.session.stage.landmark == index) {
            draw_definition(context, registry.landmarks[index], left);
        }
    }
}

void landmark_tooltip(PanelContext& context, anatomy::LandmarkIndex landmark) {
    const anatomy::Landmark& entry = context.input.world.registry.landmarks[landmark];
    tooltip(context, entry.name, entry.latin + "\n" + entry.definition);
}

} // namespace osteon::ui
