#include "ui/charts_view.h"

#include "view/compose.h"

#include <algorithm>
#include <array>
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
    tell(context, state, row.name, row.number);
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
    draw_whisker(context, row.min, row.max, {track, middle}, length);

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
    tell(context, state, row.name, row.words);
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
        draw_heat_block(context, list, {centre.x - half, centre.y - half},
                        {centre.x + half, centre.y + half}, row.heat, heat_ink(row.heat),
                        context.px(3.0F));
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
    row.note = figure_note(context, figure);
    return row;
}

std::string share_words(const PanelContext& context, double percent, knowledge::Method method,
                        knowledge::Basis basis) {
    const std::string number = context.language().number(figure_text(percent, method)) + "\u202F%";
    return basis == knowledge::Basis::patients ? context.tr("{} of patients", number)
                                               : context.tr("{} of lesions", number);
}

std::string figure_note(const PanelContext& context, const knowledge::SpreadFigure& figure) {
    std::string note = share_words(context, figure.percent, figure.method, figure.basis);
    if (figure.min && figure.max) {
        const auto end = [&](double value) {
            return context.language().number(figure_text(value, knowledge::Method::reported));
        };
        note += "; " + context.tr("range over the series found: {}–{}", end(*figure.min),
                                  end(*figure.max));
    }
    note += std::string("\n") +
            context.tr(meaning_of(mark_of(figure.method, figure.confidence)).meaning);
    if (!figure.note.empty()) {
        note += ": " + figure.note;
    }
    for (const std::string& key : figure.sources) {
        const knowledge::Reference* const source = context.input.world.knowledge.reference(key);
        note += "\n" + (source != nullptr ? source->text : key);
    }
    return note;
}

std::string heat_note(const PanelContext& context, int heat) {
    if (heat < 0) {
        return context.tr("No estimate");
    }
    return context.tr(
        "Estimate: {}",
        context.tr(knowledge::heat_words[static_cast<std::size_t>(std::min(heat, 4))]));
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

ImU32 ink_on(ImU32 ground) {
    return contrast_ratio(IM_COL32_BLACK, ground) >= contrast_ratio(IM_COL32_WHITE, ground)
               ? IM_COL32_BLACK
               : IM_COL32_WHITE;
}

namespace {

/// Dots on a grid turned by 45°, `step` pixels apart.
void draw_dots(ImDrawList* list, ImVec2 min, ImVec2 max, float step, float radius, ImU32 ink) {
    bool odd = false;
    for (float y = min.y + 0.5F * step; y < max.y; y += 0.5F * step, odd = !odd) {
        for (float x = min.x + (odd ? step : 0.5F * step); x < max.x; x += step) {
            list->AddCircleFilled({x, y}, radius, ink, 8);
        }
    }
}

/// Lines at 45°, rising to the right or falling.
void draw_hatching(ImDrawList* list, ImVec2 min, ImVec2 max, float step, bool rising, ImU32 ink,
                   float thick) {
    const float height = max.y - min.y;
    for (float x = min.x - height + 0.5F * step; x < max.x; x += step) {
        list->AddLine({x, rising ? max.y : min.y}, {x + height, rising ? min.y : max.y}, ink,
                      thick);
    }
}

} // namespace

void draw_heat_block(const PanelContext& context, ImDrawList* list, ImVec2 min, ImVec2 max,
                     int step, ImU32 colour, float rounding, ImDrawFlags corners) {
    list->AddRectFilled(min, max, colour, rounding, corners);
    const ImU32 ink = mixed(colour, ink_on(colour), 0.3F);
    const float thick = context.metrics.stroke(1.0F);
    list->PushClipRect(min, max, true);
    switch (step) {
    case 1:
        draw_dots(list, min, max, context.px(9.0F), context.metrics.stroke(1.0F), ink);
        break;
    case 2:
        draw_dots(list, min, max, context.px(5.0F), context.metrics.stroke(1.0F), ink);
        break;
    case 3:
        draw_hatching(list, min, max, context.px(5.0F), true, ink, thick);
        break;
    case 4:
        draw_hatching(list, min, max, context.px(5.0F), true, ink, thick);
        draw_hatching(list, min, max, context.px(5.0F), false, ink, thick);
        break;
    default:
        break;
    }
    list->PopClipRect();
}

void draw_whisker(const PanelContext& context, const std::optional<double>& least,
                  const std::optional<double>& most, ImVec2 track, float width) {
    if (!least || !most) {
        return;
    }
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float from = track.x + width * static_cast<float>(*least / 100.0);
    const float to = track.x + width * static_cast<float>(*most / 100.0);
    const float cap = context.px(5.0F);
    const float thick = context.metrics.stroke(2.0F);
    const ImU32 colour = context.theme.text1;
    list->AddLine({from, track.y}, {to, track.y}, colour, thick);
    list->AddLine({from, track.y - cap}, {from, track.y + cap}, colour, thick);
    list->AddLine({to, track.y - cap}, {to, track.y + cap}, colour, thick);
}

void draw_mark_key(PanelContext& context, std::span<const Icon> marks) {
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float room = content_width();
    const float line = context.px(24.0F);
    const float icon = context.px(20.0F);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    ImVec2 at = start;
    for (const Icon mark : marks) {
        const MarkMeaning& meaning = meaning_of(mark);
        const char* const name = context.tr(meaning.name);
        const float width = icon + measure_text(context, TextRole::caption, name).x;
        if (at.x > start.x && at.x + width > start.x + room) {
            at = {start.x, at.y + line};
        }
        ImGui::SetCursorScreenPos(at);
        ImGui::Dummy({width, line});
        tooltip(context, name, context.tr(meaning.meaning));
        draw_icon(list, mark, {at.x + context.px(7.0F), at.y + 0.5F * line}, context.px(13.0F),
                  context.theme.text2);
        draw_text(context, list, TextRole::caption,
                  {at.x + icon, std::floor(at.y + 0.5F * line - context.px(9.0F))},
                  context.theme.text2, name);
        at.x += width + context.px(14.0F);
    }
    ImGui::SetCursorScreenPos({start.x, marks.empty() ? start.y : at.y + line});
}

void draw_order_switch(PanelContext& context, float taken) {
    const std::array<Segment, 2> orders{
        Segment{context.tr("By size"), Icon::none, context.tr("The largest share first")},
        Segment{context.tr("By body"), Icon::none, context.tr("From head to foot")}};
    const float room = content_width();
    const float width = segmented_width(context, orders);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const bool beside = taken + width + context.px(12.0F) <= room;
    const ImVec2 place = beside ? ImVec2{start.x + room - width, start.y - context.px(41.0F)}
                                : ImVec2{start.x, start.y};
    ImGui::SetCursorScreenPos(place);
    const bool by_body =
        context.input.session.settings.region_order == session::RegionOrder::by_body;
    if (const auto picked = segmented(context, "order", orders, by_body ? 1 : 0)) {
        context.emit(session::SortRegions{*picked == 0 ? session::RegionOrder::by_size
                                                       : session::RegionOrder::by_body});
    }
    ImGui::SetCursorScreenPos(beside ? start : ImVec2{start.x, ImGui::GetCursorScreenPos().y});
    gap(context, beside ? 0.0F : 10.0F);
}

void region_touched(PanelContext& context, std::string_view region, const Touch& touched) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    if (touched.hovered || touched.focused) {
        context.output.pointing.hovered_group = region_bones(region, known);
    }
    if (touched.clicked) {
        context.emit(
            session::Select{region_bones(region, known), session::SelectMode::replace, true});
    }
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
