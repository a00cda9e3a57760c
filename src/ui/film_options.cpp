#include "ui/options_plate.h"
#include "ui/stage_parts.h"
#include "ui/widgets.h"

#include <cmath>
#include <string>

namespace osteon::ui {
namespace {

/// A quiet word and its value at the cursor's height; returns where they end.
float draw_value(PanelContext& context, ImVec2 place, const char* word, float share) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_text(context, list, TextRole::caption, place, context.theme.text2, word);
    place.x += measure_text(context, TextRole::caption, word).x + context.px(6.0F);
    // As wide as the widest value, so that nothing moves while the values change.
    draw_text(context, list, TextRole::caption_strong, place, context.theme.text1,
              percent_words(share));
    return place.x + measure_text(context, TextRole::caption_strong, "200 %").x + context.px(12.0F);
}

} // namespace

void draw_film_options(PanelContext& context, const Rect& area) {
    const session::WindowLevel film = context.input.session.stage.film;
    const FixedWindow window("film", area, {.stays_behind = true});
    ImDrawList* const list = ImGui::GetWindowDrawList();
    draw_plate(context, list, {area.x, area.y}, {area.right(), area.bottom()}, context.px(10.0F),
               false);
    ImGui::SetCursorScreenPos({area.x, area.y});
    const float button_size = context.px(36.0F);
    ImGui::Dummy({area.width - button_size, area.height});
    tooltip(context, context.tr("Window and level"),
            context.tr(
                "Contrast and brightness of the film. On the skeleton: Shift+drag sideways for the "
                "window, up and down for the level."));
    const float line = context.fonts.face(TextRole::caption).line_height;
    const float y = std::floor(area.y + 0.5F * (area.height - line));
    float x = area.x + context.px(14.0F);
    x = draw_value(context, {x, y}, context.tr("Window"), film.window);
    draw_value(context, {x, y}, context.tr("Level"), film.level);
    ImGui::SetCursorScreenPos({area.right() - button_size - context.px(2.0F),
                               area.y + std::floor(0.5F * (area.height - button_size))});
    const bool changed = film != session::WindowLevel{};
    if (icon_button(context, "reset film", Icon::undo,
                    changed ? context.tr("Back to the usual window and level")
                            : context.tr("Window and level are the usual ones"),
                    {.enabled = changed})) {
        context.emit(session::SetWindowLevel{});
    }
}

} // namespace osteon::ui
