#include "ui/stage_label.h"

#include "ui/widgets.h"

#include <array>
#include <cmath>

namespace osteon::ui {
namespace {

ImVec2 vec(glm::vec2 place) {
    return {place.x, place.y};
}

} // namespace

void draw_leader(const PanelContext& context, ImDrawList* list, const StageLabel& label) {
    if (label.plate.empty()) {
        return;
    }
    const Theme& theme = context.theme;
    const float opacity = label.behind ? behind_opacity : 1.0F;
    const ImU32 colour = label.chosen ? theme.accent : theme.text2;
    const std::array<ImVec2, 3> points = {vec(label.at), vec(label.knee), vec(label.end)};
    const auto count = static_cast<int>(points.size());
    list->AddPolyline(points.data(), count, faded(theme.stage_edge, 0.8F * opacity), 0,
                      context.metrics.stroke(3.5F));
    list->AddPolyline(points.data(), count, faded(colour, opacity), 0,
                      context.metrics.stroke(1.4F));
}

void draw_label(const PanelContext& context, ImDrawList* list, const StageLabel& label) {
    if (label.plate.empty()) {
        return;
    }
    const Theme& theme = context.theme;
    const Rect& plate = label.plate;
    const ImVec2 min{std::round(plate.x), std::round(plate.y)};
    const ImVec2 max{std::round(plate.right()), std::round(plate.bottom())};
    const float rounding = context.px(9.0F);
    list->AddRectFilled(min, max,
                        label.chosen    ? theme.accent_ground
                        : label.hovered ? theme.hover
                                        : theme.panel,
                        rounding);
    list->AddRect(min, max, label.chosen ? theme.accent : theme.line_strong, rounding, 0,
                  context.px(label.chosen ? 2.0F : theme.edge));
    const float x = min.x + context.px(13.0F);
    const float y = min.y + context.px(7.0F);
    const float room = max.x - context.px(12.0F) - x;
    draw_text_cut(context, list, TextRole::label_title, {x, y}, theme.text1, label.title, room);
    if (!label.subtitle.empty()) {
        const float line = context.fonts.face(TextRole::label_title).line_height;
        draw_text_cut(context, list, TextRole::caption, {x, y + line}, theme.text2, label.subtitle,
                      room);
    }
    if (label.focused) {
        draw_focus_ring(context, list, min, max, rounding);
    }
}

} // namespace osteon::ui
