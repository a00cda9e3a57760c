#include "session/wording.h"
#include "ui/charts_view.h"
#include "ui/compared_chart.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

using knowledge::Primary;
using knowledge::SpreadFigure;

// px at 100 %
constexpr float mirrored_from = 440.0F; ///< width of the page from which bars go outward
constexpr float row_height = 40.0F;
constexpr float stacked_height = 70.0F;
constexpr float names_width = 132.0F;
constexpr float number_width = 58.0F;
constexpr float mark_width = 22.0F;
constexpr float track_height = 10.0F;

/// One side of the comparison.
struct Side {
    const Primary& primary;
    ImU32 colour;
};

/// A page's width of a row, where it stands, and what it tells.
struct RowPlace {
    ImVec2 min;
    ImVec2 max;
    float middle() const { return 0.5F * (min.y + max.y); }
};

/// Why a side has no bar.
std::string gap_words(const PanelContext& context, const ComparedRow& row,
                      const std::vector<ComparedRow>& rows, const ComparedChart& chart) {
    if (!row.other_basis) {
        return context.tr("no figure found");
    }
    return &rows == &chart.patients ? context.tr("counts lesions") : context.tr("counts patients");
}

void draw_bar(const PanelContext& context, const SpreadFigure& figure, ImU32 colour, ImVec2 origin,
              float length) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float half = context.px(0.5F * track_height);
    const float rounding = context.px(3.0F);
    const auto share = static_cast<float>(std::clamp(figure.percent / 100.0, 0.0, 1.0));
    const auto fill = [&](float reach, ImU32 ink) {
        const float end = origin.x + reach;
        list->AddRectFilled({std::min(origin.x, end), origin.y - half},
                            {std::max(origin.x, end), origin.y + half}, ink, rounding);
    };
    fill(length, context.theme.track);
    fill(std::copysign(std::max(context.px(2.0F), share * std::abs(length)), length), colour);
    draw_whisker(context, figure.min, figure.max, origin, length);
}

/// Number and mark of a figure: the mark at the outer edge, the number within, towards the bar.
void draw_number(const PanelContext& context, const SpreadFigure& figure, float outer, float middle,
                 bool left) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const std::string number =
        context.language().number(figure_text(figure.percent, figure.method));
    const ImVec2 size = measure_text(context, TextRole::label_title, number);
    const float icon = context.px(14.0F);
    const float inward = left ? 1.0F : -1.0F;
    draw_icon(list, mark_of(figure.method, figure.confidence),
              {outer + inward * 0.5F * icon, middle}, icon, context.theme.text2);
    const float edge = outer + inward * context.px(mark_width);
    draw_text(context, list, TextRole::label_title,
              {left ? edge : edge - size.x, std::floor(middle - 0.5F * size.y)},
              context.theme.text1, number);
}

/// Half of a row: from the name outward the bar, then number and mark; or why there is none.
void draw_half(const PanelContext& context, const SpreadFigure* figure, ImU32 colour,
               const std::string& why_not, const RowPlace& row, bool left) {
    const float names = context.px(0.5F * names_width);
    const float centre = 0.5F * (row.min.x + row.max.x);
    const float inner = left ? centre - names : centre + names;
    const float outer = left ? row.min.x : row.max.x;
    if (figure == nullptr) {
        ImDrawList* const list = ImGui::GetWindowDrawList();
        const float words = measure_text(context, TextRole::caption, why_not).x;
        draw_text(context, list, TextRole::caption,
                  {std::floor(left ? inner - words : inner), row.middle() - context.px(9.0F)},
                  context.theme.text3, why_not);
        draw_icon(list, Icon::mark_none,
                  {outer + (left ? 1.0F : -1.0F) * context.px(7.0F), row.middle()},
                  context.px(14.0F), context.theme.text3);
        return;
    }
    const float taken = context.px(mark_width + number_width);
    const float length = std::max(0.0F, std::abs(outer - inner) - taken);
    draw_bar(context, *figure, colour, {inner, row.middle()}, left ? -length : length);
    draw_number(context, *figure, outer, row.middle(), left);
}

void draw_mirrored(const PanelContext& context, const ComparedRow& row,
                   const std::array<Side, 2>& sides, const std::string& why_not,
                   const RowPlace& place) {
    const float room = context.px(names_width - 12.0F);
    const float width = std::min(measure_text(context, TextRole::caption, row.name).x, room);
    draw_text_cut(
        context, ImGui::GetWindowDrawList(), TextRole::caption,
        {std::floor(0.5F * (place.min.x + place.max.x - width)), place.middle() - context.px(9.0F)},
        context.theme.text1, row.name, room);
    draw_half(context, row.first, sides[0].colour, why_not, place, true);
    draw_half(context, row.second, sides[1].colour, why_not, place, false);
}

/// Where the page is narrow: the name, and below it both bars on one axis.
void draw_stacked(const PanelContext& context, const ComparedRow& row,
                  const std::array<Side, 2>& sides, const std::string& why_not,
                  const RowPlace& place) {
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const float names = context.px(70.0F);
    draw_text(context, list, TextRole::button, {place.min.x, place.min.y + context.px(4.0F)},
              context.theme.text1, row.name);
    const std::array figures{row.first, row.second};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const float middle =
            place.min.y + context.px(36.0F) + context.px(22.0F) * static_cast<float>(i);
        const ImVec2 start{place.min.x + names, middle};
        draw_text_cut(context, list, TextRole::caption, {place.min.x, middle - context.px(9.0F)},
                      context.theme.text2, sides[i].primary.short_name, names - context.px(6.0F));
        if (figures[i] == nullptr) {
            draw_text(context, list, TextRole::caption, {start.x, middle - context.px(9.0F)},
                      context.theme.text3, why_not);
            draw_icon(list, Icon::mark_none, {place.max.x - context.px(7.0F), middle},
                      context.px(14.0F), context.theme.text3);
            continue;
        }
        const float length = place.max.x - context.px(mark_width + number_width) - start.x;
        draw_bar(context, *figures[i], sides[i].colour, start, std::max(0.0F, length));
        draw_number(context, *figures[i], place.max.x, middle, false);
    }
}

std::string row_note(const PanelContext& context, const ComparedRow& row,
                     const std::array<Side, 2>& sides, const std::string& why_not) {
    std::string note;
    const std::array figures{row.first, row.second};
    const std::array heats{row.first_heat, row.second_heat};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        note += (note.empty() ? "" : "\n\n") + sides[i].primary.name + "\n" +
                heat_note(context, heats[i]) + "\n" +
                (figures[i] != nullptr ? figure_note(context, *figures[i]) : why_not);
    }
    return note;
}

void draw_rows(PanelContext& context, const ComparedChart& chart,
               const std::vector<ComparedRow>& rows, const std::array<Side, 2>& sides) {
    const bool mirrored = content_width() >= context.px(mirrored_from);
    for (const ComparedRow& row : rows) {
        const float height = context.px(mirrored ? row_height : stacked_height);
        const Touch touched =
            touch(context, row.region.c_str(), {content_width(), height}, context.px(9.0F));
        const float out = context.px(4.0F);
        ImGui::GetWindowDrawList()->AddRectFilled(
            {touched.min.x - out, touched.min.y}, {touched.max.x + out, touched.max.y},
            faded(context.theme.hover, touched.hover_fade), context.px(9.0F));
        const std::string why_not = gap_words(context, row, rows, chart);
        tooltip(context, row.name, row_note(context, row, sides, why_not));
        region_touched(context, row.region, touched);
        (mirrored ? draw_mirrored : draw_stacked)(context, row, sides, why_not,
                                                  {touched.min, touched.max});
    }
}

/// What one side is: the bar of its colour, its name, how often it reaches bone, and what it makes.
void draw_card(PanelContext& context, ReadingPanelState& state, const Side& side, float width) {
    const Primary& primary = side.primary;
    const Card card(context, {.width = width, .padding = 14.0F, .bar = side.colour});
    wrapped_text(context, TextRole::card_title, context.theme.text1, primary.name,
                 card.inner_width());
    if (is_shown(context, primary.rate)) {
        gap(context, 4.0F);
        draw_sourced(context, state, TextRole::caption, context.theme.text2,
                     context.tr("Reaches bone: {} {}", primary.rate.value, primary.rate.what),
                     primary.rate.sources, card.inner_width());
    }
    if (is_shown(context, primary.lesion)) {
        gap(context, 4.0F);
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("Lesions: {}", primary.lesion_word.empty() ? primary.lesion.value
                                                                           : primary.lesion_word),
                     card.inner_width());
    }
}

void draw_cards(PanelContext& context, ReadingPanelState& state, const std::array<Side, 2>& sides) {
    const float space = context.px(12.0F);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = std::floor(0.5F * (content_width() - space));
    float bottom = start.y;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        ImGui::SetCursorScreenPos({start.x + (width + space) * static_cast<float>(i), start.y});
        ImGui::PushID(static_cast<int>(i));
        draw_card(context, state, sides[i], width);
        ImGui::PopID();
        bottom = std::max(bottom, ImGui::GetCursorScreenPos().y);
    }
    ImGui::SetCursorScreenPos({start.x, bottom});
    gap(context, 12.0F);
}

/// Whether the two may be compared, and how far.
void draw_verdict(PanelContext& context, std::size_t patients, std::size_t lesions) {
    const bool any = patients + lesions > 0;
    const Card card(context, {.padding = 14.0F});
    const ImVec2 start = ImGui::GetCursorScreenPos();
    draw_icon(ImGui::GetWindowDrawList(), any ? Icon::info : Icon::warn,
              {start.x + context.px(9.0F), start.y + context.px(10.0F)}, context.px(18.0F),
              any ? context.theme.text2 : context.theme.warning);
    const float indent = context.px(30.0F);
    const float width = card.inner_width() - indent;
    const auto line = [&](TextRole role, ImU32 ink, const std::string& words) {
        ImGui::SetCursorScreenPos({start.x + indent, ImGui::GetCursorScreenPos().y});
        wrapped_text(context, role, ink, words, width);
    };
    line(TextRole::secondary_strong, context.theme.text1,
         any ? context.tr("Comparable in {} of {} places", patients + lesions,
                          knowledge::spread_regions.size())
             : context.tr("No axis in common"));
    line(TextRole::secondary, context.theme.text2,
         any ? context.tr("Where both bars stand, both count the same thing and share an axis. The "
                          "series differ in method: compare the order, not the decimals.")
             : context.tr("No place has a figure of both that counts the same thing, so nothing "
                          "here may be compared bar by bar."));
}

/// Places without a figure of either: the two estimates.
void draw_estimates(PanelContext& context, const std::vector<ComparedRow>& rows,
                    const std::array<Side, 2>& sides) {
    for (const ComparedRow& row : rows) {
        const auto word = [&](int heat) {
            return heat < 0 ? context.tr("no figure found")
                            : context.tr(knowledge::heat_words.at(static_cast<std::size_t>(heat)));
        };
        WordRow words;
        words.name = row.name;
        words.words =
            context.tr("{}: {}; {}: {}", sides[0].primary.short_name, word(row.first_heat),
                       sides[1].primary.short_name, word(row.second_heat));
        words.mark = Icon::mark_estimate;
        words.note = context.tr(meaning_of(words.mark).meaning);
        region_touched(context, row.region, draw_word_row(context, words));
    }
}

void draw_chart(PanelContext& context, const ComparedChart& chart,
                const std::array<Side, 2>& sides) {
    if (!chart.patients.empty()) {
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("Of patients with bone metastases of each cancer, those who have "
                                "this region involved, in\u00A0%. Whiskers: range over the series "
                                "found"));
        gap(context, 6.0F);
        draw_rows(context, chart, chart.patients, sides);
    }
    if (!chart.lesions.empty()) {
        gap(context, 8.0F);
        dashed_rule(context);
        gap(context, 8.0F);
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("Share of lesions, in\u00A0%. Another basis: not to be compared "
                                "with shares of patients"));
        gap(context, 6.0F);
        ImGui::PushID("lesions");
        draw_rows(context, chart, chart.lesions, sides);
        ImGui::PopID();
    }
    if (!chart.without.empty()) {
        gap(context, 8.0F);
        dashed_rule(context);
        gap(context, 8.0F);
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("No figure found for either. Estimates, for teaching"));
        gap(context, 4.0F);
        draw_estimates(context, chart.without, sides);
    }
}

void draw_doors(PanelContext& context, const std::array<Side, 2>& sides) {
    for (const Side& side : sides) {
        ListRow row;
        row.title = side.primary.name;
        row.subtitle = context.tr("Its own page; ends the comparison");
        row.icon = Icon::origin;
        row.icon_tile = true;
        row.chevron = true;
        row.inset = 0.0F;
        if (list_row(context, side.primary.id.c_str(), row).clicked) {
            context.emit(session::ComparePrimary{});
            context.emit(session::ChoosePrimary{side.primary.id});
        }
    }
}

} // namespace

void draw_compare_page(PanelContext& context, ReadingPanelState& state, const Primary& first,
                       const Primary& second) {
    const session::Settings& settings = context.input.session.settings;
    const std::array<Side, 2> sides{Side{first, context.theme.compared_first},
                                    Side{second, context.theme.compared_second}};
    const ComparedChart chart = compared_chart(first, second, context.input.world.knowledge,
                                               settings.show_unchecked, settings.region_order);
    page_title(context,
               context.tr("{} and {}", first.short_name,
                          session::within_sentence(second.short_name, context.language())));
    draw_cards(context, state, sides);
    draw_verdict(context, rows_in_common(chart.patients), rows_in_common(chart.lesions));
    const char* const title = context.tr("Where they go");
    page_section(context, state, title, "where-it-goes");
    draw_order_switch(context, measure_text(context, TextRole::section, title).x);
    draw_chart(context, chart, sides);
    gap(context, 10.0F);
    std::vector<Icon> marks;
    std::ranges::transform(mark_meanings(), std::back_inserter(marks), &MarkMeaning::mark);
    draw_mark_key(context, marks);
    page_section(context, state, context.tr("Read on"), "read-on");
    draw_doors(context, sides);
    gap(context, 12.0F);
    teaching_note(context);
}

} // namespace osteon::ui
