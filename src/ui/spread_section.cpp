#include "ui/charts_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <vector>

namespace osteon::ui {
namespace {

using knowledge::GroupFigure;
using knowledge::Primary;

void draw_region_bars(PanelContext& context, const std::vector<SpreadRow>& rows) {
    for (const SpreadRow& row : rows) {
        const ImU32 colour = row.heat >= 0 ? heat_ink(row.heat) : context.theme.bar;
        BarRow bar = bar_of(context, row.name, *row.figure, colour);
        bar.note = heat_note(context, row.heat) + '\n' + bar.note;
        region_touched(context, row.region, draw_bar_row(context, bar));
    }
}

/// A figure for several regions together: all of them light up and are framed.
void group_touched(PanelContext& context, const GroupFigure& group, const Touch& touched) {
    if (!touched.hovered && !touched.focused && !touched.clicked) {
        return;
    }
    std::vector<anatomy::BoneIndex> bones;
    for (const std::string& region : group.regions) {
        const auto more = region_bones(region, context.input.world.knowledge);
        bones.insert(bones.end(), more.begin(), more.end());
    }
    if (touched.clicked) {
        context.emit(session::Select{bones, session::SelectMode::replace, true});
    }
    context.output.pointing.hovered_group = std::move(bones);
}

void draw_groups(PanelContext& context, const std::vector<const GroupFigure*>& groups) {
    for (const GroupFigure* const group : groups) {
        ImGui::PushID(group); // names may repeat: several sources count the spine as a whole
        WordRow row;
        row.name = group->name;
        row.words = share_words(context, group->percent, group->method, group->basis);
        row.mark = mark_of(group->method, group->confidence);
        row.note = context.tr("{}. The source counts these places together",
                              context.tr(meaning_of(row.mark).meaning)) +
                   (group->note.empty() ? "" : ": " + group->note);
        group_touched(context, *group, draw_word_row(context, row));
        ImGui::PopID();
    }
}

void draw_without(PanelContext& context, const std::vector<SpreadRow>& rows) {
    for (const SpreadRow& row : rows) {
        WordRow words;
        words.name = row.name;
        words.words = estimate_words(context, row.heat);
        words.heat = row.heat;
        words.mark = row.heat < 0 ? Icon::mark_none : Icon::mark_estimate;
        words.note = context.tr(meaning_of(words.mark).meaning);
        region_touched(context, row.region, draw_word_row(context, words));
    }
}

void part_off(PanelContext& context, const std::string& words) {
    gap(context, 8.0F);
    dashed_rule(context);
    gap(context, 8.0F);
    wrapped_text(context, TextRole::caption, context.theme.text2, words);
    gap(context, 4.0F);
}

void draw_bases(PanelContext& context, const SpreadChart& chart) {
    if (!chart.patients.empty()) {
        wrapped_text(
            context, TextRole::caption, context.theme.text2,
            context.tr(
                "Of patients with bone metastases, those who have this region involved, in\u00A0%. "
                "Whiskers: range over the series found. Colours: the estimate of how often"));
        gap(context, 6.0F);
        draw_region_bars(context, chart.patients);
    }
    if (!chart.lesions.empty()) {
        part_off(
            context,
            context.tr(
                "Share of lesions, in\u00A0%. Another basis: not to be compared with shares of "
                "patients"));
        ImGui::PushID("lesions");
        draw_region_bars(context, chart.lesions);
        ImGui::PopID();
    }
}

void draw_chart_sources(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    std::vector<std::string> keys;
    for (const knowledge::SpreadFigure& figure : primary.figures) {
        if (figure.preferred) {
            keys.insert(keys.end(), figure.sources.begin(), figure.sources.end());
        }
    }
    for (const GroupFigure& group : primary.groups) {
        keys.insert(keys.end(), group.sources.begin(), group.sources.end());
    }
    if (!keys.empty()) {
        gap(context, 8.0F);
        source_line(context, state, context.tr("Sources:"), keys);
    }
}

} // namespace

void draw_spread_section(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    const session::Settings& settings = context.input.session.settings;
    const SpreadChart chart = spread_chart(primary, context.input.world.knowledge,
                                           settings.show_unchecked, settings.region_order);
    const char* const title = context.tr("Where it goes");
    page_section(context, state, title, "where-it-goes");
    draw_order_switch(context, measure_text(context, TextRole::section, title).x);
    draw_bases(context, chart);
    if (!chart.groups.empty()) {
        part_off(context, context.tr("Counted together by the source, not to be split"));
        draw_groups(context, chart.groups);
    }
    if (!chart.without.empty()) {
        part_off(context, context.tr("No figure found. The colour is an estimate, for teaching"));
        draw_without(context, chart.without);
    }
    gap(context, 10.0F);
    draw_mark_key(context, marks_in(chart));
    draw_chart_sources(context, state, primary);
}

} // namespace osteon::ui
