#include "ui/stage_label.h"

#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>

namespace osteon::ui {
namespace {

ImVec2 vec(glm::vec2 place) {
    return {place.x, place.y};
}

/// How the words of a label are set. Lengths in px at 100 %.
struct Setting {
    TextRole title;
    float side; ///< room beside the words
    float above;
    float rounding;
};

Setting setting_of(view::LabelForm form) {
    return form == view::LabelForm::compact ? Setting{TextRole::caption_strong, 7.0F, 2.0F, 6.0F}
                                            : Setting{TextRole::label_title, 13.0F, 7.0F, 9.0F};
}

/// Labels of what lies behind step back, as long as nobody asks for them.
float opacity_of(const StageLabel& label) {
    return label.behind && !label.hovered && !label.focused ? behind_opacity : 1.0F;
}

} // namespace

glm::vec2 label_size(const Fonts& fonts, const Metrics& metrics, const std::string& title,
                     const std::string& subtitle, view::LabelForm form) {
    const auto width = [&](TextRole role, const std::string& words) {
        const ImFont* const font = fonts.of(role);
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0.0F, words.c_str()).x;
    };
    const Setting setting = setting_of(form);
    glm::vec2 size{width(setting.title, title), fonts.face(setting.title).line_height};
    if (!subtitle.empty()) {
        size.x = std::max(size.x, width(TextRole::caption, subtitle));
        size.y += fonts.face(TextRole::caption).line_height;
    }
    return {std::ceil(size.x) + 2.0F * metrics.px(setting.side),
            size.y + 2.0F * metrics.px(setting.above)};
}

void draw_leader(const PanelContext& context, ImDrawList* list, const StageLabel& label) {
    if (label.plate.empty()) {
        return;
    }
    const Theme& theme = context.theme;
    const float opacity = opacity_of(label);
    const bool thin = label.form == view::LabelForm::compact && !label.hovered;
    const ImU32 colour = label.chosen || label.hovered ? theme.accent : theme.text2;
    const std::array<ImVec2, 3> points = {vec(label.at), vec(label.knee), vec(label.end)};
    const auto count = static_cast<int>(points.size());
    list->AddPolyline(points.data(), count, faded(theme.stage_edge, 0.8F * opacity), 0,
                      context.metrics.stroke(thin ? 2.8F : 3.5F));
    list->AddPolyline(points.data(), count, faded(colour, opacity), 0,
                      context.metrics.stroke(thin ? 1.0F : 1.4F));
}

void draw_label(const PanelContext& context, ImDrawList* list, const StageLabel& label) {
    if (label.plate.empty()) {
        return;
    }
    const Theme& theme = context.theme;
    const Setting setting = setting_of(label.form);
    const Rect& plate = label.plate;
    const ImVec2 min{std::round(plate.x), std::round(plate.y)};
    const ImVec2 max{std::round(plate.right()), std::round(plate.bottom())};
    const float rounding = context.px(setting.rounding);
    const bool steps_back = opacity_of(label) < 1.0F;
    const ImU32 ground = label.chosen    ? theme.accent_ground
                         : label.hovered ? theme.hover
                                         : theme.panel;
    const ImU32 edge = label.chosen                             ? theme.accent
                       : label.form == view::LabelForm::compact ? theme.line
                                                                : theme.line_strong;
    // The words themselves stay legible: only the plate lets the stage through.
    list->AddRectFilled(min, max, faded(ground, steps_back ? 0.6F : 1.0F), rounding);
    list->AddRect(min, max, faded(edge, steps_back ? 0.6F : 1.0F), rounding, 0,
                  context.px(label.chosen ? 2.0F : theme.edge));
    const float x = min.x + context.px(setting.side);
    const float y = min.y + context.px(setting.above);
    const float room = max.x - context.px(setting.side) + 1.0F - x;
    draw_text_cut(context, list, setting.title, {x, y}, steps_back ? theme.text2 : theme.text1,
                  label.title, room);
    if (!label.subtitle.empty()) {
        const float line = context.fonts.face(setting.title).line_height;
        draw_text_cut(context, list, TextRole::caption, {x, y + line}, theme.text2, label.subtitle,
                      room);
    }
    if (label.focused) {
        draw_focus_ring(context, list, min, max, rounding);
    }
}

} // namespace osteon::ui
