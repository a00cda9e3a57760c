#include "ui/compare_menu.h"

#include "ui/widgets.h"

#include <string>

namespace osteon::ui {
namespace {

constexpr const char* menu = "compare menu";

void draw_choices(PanelContext& context, const knowledge::Primary& primary) {
    const std::string& compared = context.input.session.stage.compared;
    for (const knowledge::Primary& other : context.input.world.knowledge.primaries) {
        if (other.id == primary.id) {
            continue;
        }
        ListRow row;
        row.title = other.short_name;
        row.chosen = other.id == compared;
        row.height = 40.0F;
        if (list_row(context, other.id.c_str(), row).clicked) {
            if (context.input.session.stage.primary != primary.id) {
                context.emit(session::ChoosePrimary{primary.id});
            }
            context.emit(session::ComparePrimary{other.id});
            ImGui::CloseCurrentPopup();
        }
    }
}

} // namespace

const char* why_not_compared(const PanelContext& context) {
    return view::has_room_for_two(context.input.layout)
               ? ""
               : context.tr("The stage is too narrow for two skeletons: widen the window");
}

void draw_compare_button(PanelContext& context, const knowledge::Primary* primary) {
    const char* const reason = primary != nullptr ? why_not_compared(context)
                                                  : context.tr("Choose the first primary below");
    if (button(context, context.tr("Compare with…"),
               {.icon = Icon::compare, .height = 36.0F, .enabled = *reason == '\0'})) {
        ImGui::OpenPopup(menu);
    }
    tooltip(context, *reason != '\0' ? reason : context.tr("Two primaries side by side"));
    if (session::is_compared(context.input.session.stage)) {
        const ButtonLook quiet{.style = ButtonStyle::quiet, .height = 36.0F};
        const float wanted = button_width(context, context.tr("End"), quiet);
        ImGui::SameLine(0.0F, context.px(8.0F));
        if (content_width() < wanted) {
            ImGui::NewLine();
        }
        if (button(context, context.tr("End"), quiet)) {
            context.emit(session::ComparePrimary{});
        }
    }
    ImGui::SetNextWindowSize({context.px(248.0F), 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, context.metrics.px(8.0F, 8.0F));
    if (ImGui::BeginPopup(menu)) {
        draw_choices(context, *primary);
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

} // namespace osteon::ui
