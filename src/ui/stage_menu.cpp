#include "ui/commands.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <string>

namespace osteon::ui {
namespace {

constexpr const char* menu = "bone menu";

/// A right click without a drag over a bone opens the menu: of the whole selection where the bone
/// belongs to it, else of the bone alone.
void open_on_click(PanelContext& context, StageState& state, bool pointer_free) {
    const ImGuiIO& io = ImGui::GetIO();
    const float guard = context.px(4.0F);
    const bool clicked = ImGui::IsMouseReleased(ImGuiMouseButton_Right) &&
                         io.MouseDragMaxDistanceSqr[ImGuiMouseButton_Right] < guard * guard;
    const anatomy::BoneIndex bone = context.input.pointing.hovered_bone;
    if (!pointer_free || !clicked || bone == anatomy::no_bone) {
        return;
    }
    const std::vector<anatomy::BoneIndex>& selection = context.input.session.stage.selection;
    const bool selected = std::binary_search(selection.begin(), selection.end(), bone);
    state.menu_bones = selected ? selection : std::vector{bone};
    ImGui::OpenPopup(menu);
}

std::string title_of(const PanelContext& context, const std::vector<anatomy::BoneIndex>& bones) {
    const anatomy::Registry& registry = context.input.world.registry;
    if (bones.size() == 1 && bones.front() < registry.bones.size()) {
        return registry.bones[bones.front()].name;
    }
    return context.tr("{} bones", bones.size());
}

template <class Action>
void item(PanelContext& context, const char* words, Icon icon, const std::string& keys,
          Action action) {
    ListRow row;
    row.title = words;
    row.icon = icon;
    row.value = keys;
    row.height = 40.0F;
    if (list_row(context, words, row).clicked) {
        context.emit(std::move(action));
        ImGui::CloseCurrentPopup();
    }
}

void draw_items(PanelContext& context, const std::vector<anatomy::BoneIndex>& bones) {
    using session::SelectMode;
    item(context, context.tr("Select"), Icon::check, "",
         session::Select{bones, SelectMode::replace, false});
    item(context, context.tr("Frame"), Icon::frame, "",
         session::Select{bones, SelectMode::replace, true});
    item(context, context.tr("Hide"), Icon::eye_off, keys_of(context, Command::hide),
         session::Hide{bones});
    item(context, context.tr("Show only this"), Icon::isolate, keys_of(context, Command::isolate),
         session::Isolate{bones});
    ListRow row;
    row.title = context.tr("Fade the rest");
    row.icon = Icon::fade;
    const std::string fade_keys = keys_of(context, Command::fade);
    row.value = fade_keys;
    row.height = 40.0F;
    if (list_row(context, "fade", row).clicked) {
        context.emit(session::Select{bones, SelectMode::replace, false});
        context.emit(session::FadeRest{true});
        ImGui::CloseCurrentPopup();
    }
    const anatomy::Registry& registry = context.input.world.registry;
    const auto [first, end] = registry.landmarks_of(bones.front());
    if (bones.size() == 1 && first < end) {
        const bool shown = context.input.session.settings.show_landmarks;
        item(context, shown ? context.tr("Hide landmarks") : context.tr("Show landmarks"),
             Icon::landmark, keys_of(context, Command::landmarks), session::ShowLandmarks{!shown});
    }
}

} // namespace

void draw_bone_menu(PanelContext& context, StageState& state, bool pointer_free) {
    open_on_click(context, state, pointer_free);
    const float width = context.px(248.0F);
    ImGui::SetNextWindowSize({width, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    if (ImGui::BeginPopup(menu)) {
        const float room = content_width() - context.px(24.0F);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({start.x + context.px(12.0F), start.y + context.px(4.0F)});
        wrapped_text(context, TextRole::caption_strong, context.theme.text2,
                     title_of(context, state.menu_bones), room);
        ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y + context.px(4.0F)});
        draw_items(context, state.menu_bones);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace osteon::ui
