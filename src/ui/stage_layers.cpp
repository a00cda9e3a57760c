#include "ui/commands.h"
#include "ui/output_menu.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <string>

namespace osteon::ui {
namespace {

constexpr const char* menu = "layers menu";

/// One layer: a check where it is shown, its key at the right; why not, where it cannot be shown.
template <class Action>
void layer(PanelContext& context, const char* words, const char* note, bool on,
           const std::string& keys, Action action) {
    ListRow row;
    row.title = words;
    row.subtitle = note;
    row.icon = on ? Icon::check : Icon::none;
    row.value = keys;
    row.chosen = on;
    row.height = *note == '\0' ? 40.0F : 56.0F;
    if (list_row(context, words, row).clicked) {
        context.emit(std::move(action));
    }
}

void draw_items(PanelContext& context) {
    const session::Session& session = context.input.session;
    const session::Stage& stage = session.stage;
    const bool primary = !stage.primary.empty();
    const char* const first = primary ? "" : context.tr("Choose a primary to see them");
    layer(context, context.tr("Lesions"),
          primary ? context.tr("An illustration by the pattern") : first, stage.lesions,
          keys_of(context, Command::lesions), session::ShowLesions{!stage.lesions});
    layer(context, context.tr("Way to bone"),
          primary ? context.tr("Organ, vessels and travelling cells") : first, stage.route,
          keys_of(context, Command::route), session::ShowRoute{!stage.route});
    layer(context, context.tr("Names of the bones"), "", stage.bone_labels,
          keys_of(context, Command::bone_labels), session::ShowBoneLabels{!stage.bone_labels});
    layer(context, context.tr("Landmarks"), context.tr("Of the selected bone"),
          session.settings.show_landmarks, keys_of(context, Command::landmarks),
          session::ShowLandmarks{!session.settings.show_landmarks});
    using session::LesionCourse;
    const auto course = [&](const char* words, LesionCourse which) {
        const bool on = stage.course == which;
        layer(context, words, context.tr("From first deposit, an illustration"), on, "",
              session::SetLesionCourse{on ? LesionCourse::none : which, 0.35F});
    };
    course(context.tr("A lesion in the femur"), LesionCourse::femur);
    course(context.tr("A lesion in a vertebra"), LesionCourse::vertebra);
    ImGui::Separator();
    draw_output_items(context);
}

} // namespace

void draw_layers_button(PanelContext& context) {
    const session::Stage& stage = context.input.session.stage;
    const bool any = stage.lesions || stage.route || stage.bone_labels ||
                     stage.course != session::LesionCourse::none;
    if (icon_button(context, "layers", Icon::layers, context.tr("Lesions, way to bone, names"),
                    {.size = 36.0F,
                     .chosen = any || ImGui::IsPopupOpen(menu),
                     .colour = any ? context.theme.accent : 0})) {
        ImGui::OpenPopup(menu);
    }
    ImGui::SetNextWindowSize({context.px(292.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    if (ImGui::BeginPopup(menu)) {
        draw_items(context);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace osteon::ui
