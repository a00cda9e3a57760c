#include "ui/charts_view.h"

#include "view/compose.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

// px at 100 %
constexpr float row_height = 32.0F;
constexpr float track_height = 10.0F;
constexpr float number_width = 62.0F;
constexpr float mark_room = 26.0F;

float name_width(const PanelContext& context, float width) {
    return std::min(context.px(136.0F), 0.36F * width);
}

void draw_row_ground(const PanelContext& context, const Touch& row, bool chosen) {
    const float out = context.px(4.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImVec2 min{row.min.x - out, row.min.y};
    const ImVec2 max{row.max.x + out, row.max.y};
    if (chosen) {
        list->AddRectFilled(min, max, context.theme.accent_ground, context.px(9.0F));
    }
    list->AddRectFilled(min, max, faded(context.theme.hover, row.hover_fade), context.px(9.0F));
}

void draw_whisker(const PanelContext& context, const BarRow& row, ImVec2 track, float width) {
    if (!row.min || !row.max) {
        return;
    }
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float left = track.x + width * static_cast<float>(*row.min / 100.0);
    const float right = track.x + width * static_cast<float>(*row.max / 100.0);
    const float cap = context.px(5.0F);
    const float thick = context.metrics.stroke(2.0F);
    const ImU32 colour = context.theme.text1;
    list->AddLine({left, track.y}, {right, track.y}, colour, thick);
    list->AddLine({left, track.y - cap}, {left, track.y + cap}, colour, thick);
    list->AddLine({right, track.y - cap}, {right, track.y + cap}, colour, thick);
}

/// The name of a row, in a smaller face where it would not fit.
void draw_name(const PanelContext& context, const Touch& row, const std::string& name, float room) {
    const bool fits = measure_text(context, TextRole::button, name).x <= room;
    const TextRole role = fits ? TextRole::button : TextRole::caption;
    const float line = context.fonts.face(role).line_height;
    const float top = 0.5F * (row.min.y + row.max.y - line);
    draw_text_cut(context, ImGui::GetWindowDrawList(), role, {row.min.x, std::floor(top)},
                  context.theme.text1, name, room);
}

void draw_mark(const PanelContext& context, const Touch& row, Icon mark) {
    draw_icon(ImGui::GetWindowDrawList(), mark,
              {row.max.x - context.px(8.0F), 0.5F * (row.min.y + row.max.y)}, context.px(14.0F),
              context.theme.text2);
}

Touch begin_row(PanelContext& context, const std::string& name, bool chosen) {
    const Touch row =
        touch(context, name.c_str(), {content_width(), context.px(row_height)}, context.px(9.0F));
    draw_row_ground(context, row, chosen);
    return row;
}

} // namespace

Touch draw_bar_row(PanelContext& context, const BarRow& row) {
    const Theme& theme = context.theme;
    const Touch state = begin_row(context, row.name, row.chosen);
    tooltip(context, row.name, row.note);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = 0.5F * (state.min.y + state.max.y);
    const float width = state.max.x - state.min.x;
    const float names = name_width(context, width);
    draw_name(context, state, row.name, names);

    const float track = state.min.x + names + context.px(8.0F);
    const float end = state.max.x - context.px(number_width + mark_room);
    const float length = std::max(0.0F, end - track);
    const float half = context.px(0.5F * track_height);
    const float rounding = context.px(3.0F);
    list->AddRectFilled({track, middle - half}, {end, middle + half}, theme.track, rounding);
    const float share = static_cast<float>(std::clamp(row.percent / 100.0, 0.0, 1.0));
    const float bar = std::max(context.px(2.0F), share * length);
    list->AddRectFilled({track, middle - half}, {track + bar, middle + half}, row.colour, rounding);
    draw_whisker(context, row, {track, middle}, length);

    const ImVec2 number = measure_text(context, TextRole::label_title, row.number);
    draw_text(context, list, TextRole::label_title,
              {state.max.x - context.px(mark_room) - number.x, middle - 0.5F * number.y},
              theme.text1, row.number);
    draw_mark(context, state, row.mark);
    return state;
}

Touch draw_word_row(PanelContext& context, const WordRow& row) {
    const Theme& theme = context.theme;
    const Touch state = begin_row(context, row.name, false);
    tooltip(context, row.name, row.note);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float middle = 0.5F * (state.min.y + state.max.y);
    const float right = state.max.x - context.px(mark_room);
    const float room = std::max(0.0F, right - state.min.x);
    const float block = row.heat < 0 ? 0.0F : context.px(22.0F);
    const float words =
        std::min(measure_text(context, TextRole::caption, row.words).x, 0.66F * room);
    draw_name(context, state, row.name, room - words - block - context.px(8.0F));
    const float left = right - words;
    if (row.heat >= 0) {
        const float half = context.px(6.0F);
        const ImVec2 centre{left - context.px(14.0F), middle};
        list->AddRectFilled({centre.x - half, centre.y - half}, {centre.x + half, centre.y + half},
                            heat_ink(row.heat), context.px(3.0F));
    }
    draw_text_cut(context, list, TextRole::caption, {left, middle - context.px(9.0F)}, theme.text2,
                  row.words, words);
    draw_mark(context, state, row.mark);
    return state;
}

BarRow bar_of(const PanelContext& context, std::string name, const knowledge::SpreadFigure& figure,
              ImU32 colour) {
    BarRow row;
    row.name = std::move(name);
    row.percent = figure.percent;
    row.min = figure.min;
    row.max = figure.max;
    row.number = context.language().number(figure_text(figure.percent, figure.method));
    row.mark = mark_of(figure.method, figure.confidence);
    row.colour = colour;
    row.note = context.tr(mark_word(row.mark));
    if (!figure.note.empty()) {
        row.note += ": " + figure.note;
    }
    for (const std::string& key : figure.sources) {
        const knowledge::Reference* const source = context.input.world.knowledge.reference(key);
        row.note += "\n" + (source != nullptr ? source->text : key);
    }
    return row;
}

std::string estimate_words(const PanelContext& context, int heat) {
    if (heat < 0) {
        return context.tr("no figure found");
    }
    return context.tr(
        "no figure found; estimate: {}",
        context.tr(knowledge::heat_words[static_cast<std::size_t>(std::min(heat, 4))]));
}

ImU32 heat_ink(int step) {
    const auto colour = view::heat_colour(step);
    return IM_COL32(colour[0], colour[1], colour[2], 255);
}

void dashed_rule(PanelContext& context) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = content_width();
    const float dash = context.px(4.0F);
    const float thick = std::max(1.0F, context.px(1.0F));
    ImDrawList* const list = ImGui::GetWindowDrawList();
    for (float x = 0.0F; x < width; x += 2.0F * dash) {
        list->AddRectFilled({start.x + x, start.y},
                            {start.x + std::min(x + dash, width), start.y + thick},
                            context.theme.line_strong);
    }
    ImGui::Dummy({width, thick});
}

} // namespace osteon::ui
