#include "ui/charts_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

namespace osteon::ui {
namespace {

using knowledge::Site;

/// Pointing at a row of a primary chooses nothing; a click opens its pattern.
void primary_row_touched(PanelContext& context, const PrimaryRow& row, const Touch& touched) {
    if (touched.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (touched.clicked) {
        context.emit(session::ChoosePrimary{row.primary->id});
    }
}

void draw_bars(PanelContext& context, const std::vector<PrimaryRow>& rows, const char* basis) {
    if (rows.empty()) {
        return;
    }
    wrapped_text(context, TextRole::caption, context.theme.text2, basis);
    gap(context, 4.0F);
    const std::string& chosen = context.input.session.stage.primary;
    for (const PrimaryRow& row : rows) {
        BarRow bar = bar_of(context, row.primary->short_name, *row.figure, context.theme.bar);
        bar.chosen = row.primary->id == chosen;
        primary_row_touched(context, row, draw_bar_row(context, bar));
    }
}

void draw_without(PanelContext& context, const std::vector<PrimaryRow>& rows) {
    for (const PrimaryRow& row : rows) {
        WordRow words;
        words.name = row.primary->short_name;
        words.words = estimate_words(context, row.heat);
        words.mark = row.heat < 0 ? Icon::mark_none : Icon::mark_estimate;
        words.heat = row.heat;
        words.note =
            context.tr("No figure was found in the sources. The estimate is ours, for teaching.");
        primary_row_touched(context, row, draw_word_row(context, words));
    }
}

std::vector<std::string> sources_of(const RegionChart& chart) {
    std::vector<std::string> keys;
    for (const auto* const rows : {&chart.patients, &chart.lesions}) {
        for (const PrimaryRow& row : *rows) {
            keys.insert(keys.end(), row.figure->sources.begin(), row.figure->sources.end());
        }
    }
    return keys;
}

void draw_parts(PanelContext& context, ReadingPanelState& state, const Site& site) {
    const std::vector<const Site*> parts = context.input.world.knowledge.parts(site.id);
    if (parts.empty()) {
        return;
    }
    page_section(context, state, context.tr("Parts"), "parts");
    for (const Site* const part : parts) {
        ListRow row;
        row.title = part->name;
        row.subtitle = part->subtitle.empty() ? part->latin : part->subtitle;
        row.icon = Icon::site;
        row.icon_tile = true;
        row.chevron = true;
        row.inset = 0.0F;
        row.chosen = part->id == context.input.session.stage.site;
        const Touch touched = list_row(context, part->id.c_str(), row);
        if (touched.hovered) {
            context.output.pointing.hovered_group = part->bones;
        }
        if (touched.clicked) {
            context.emit(session::ChooseSite{part->id});
        }
    }
}

} // namespace

void draw_who_spreads_here(PanelContext& context, ReadingPanelState& state, const Site& site) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    const RegionChart chart =
        region_chart(site.region, known, context.input.session.settings.show_unchecked);
    if (chart.patients.empty() && chart.lesions.empty() && chart.without.empty()) {
        return;
    }
    page_section(context, state, context.tr("Who spreads here"), "who-spreads-here");
    const std::string counted = region_name(site.region, known);
    if (counted != site.name) {
        wrapped_text(context, TextRole::caption, context.theme.text2,
                     context.tr("The sources count this place under: {}", counted));
        gap(context, 6.0F);
    }
    draw_bars(
        context, chart.patients,
        context.tr(
            "Of patients with bone metastases of each cancer, those who have it here, in\u00A0%"));
    if (!chart.lesions.empty()) {
        gap(context, 8.0F);
        dashed_rule(context);
        gap(context, 8.0F);
        ImGui::PushID("lesions");
        draw_bars(
            context, chart.lesions,
            context.tr(
                "Of all lesions counted, those found here, in\u00A0%. Another basis: not to be "
                "compared "
                "with the bars above"));
        ImGui::PopID();
    }
    if (!chart.without.empty()) {
        gap(context, 8.0F);
        dashed_rule(context);
        gap(context, 8.0F);
        draw_without(context, chart.without);
    }
    const std::vector<std::string> sources = sources_of(chart);
    if (!sources.empty()) {
        gap(context, 8.0F);
        source_line(context, state, context.tr("Sources:"), sources);
    }
}

void draw_site_page(PanelContext& context, ReadingPanelState& state, const Site& site) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    std::vector<Crumb> crumbs;
    if (const Site* const parent = known.site(site.parent)) {
        crumbs.push_back({parent->name, parent->id});
    }
    crumbs.push_back({site.name, {}});
    draw_crumbs(context, context.tr("Site"), crumbs);
    page_title(context, site.name, site.latin);

    const knowledge::Article* const article = known.article(site.article);
    if (article != nullptr) {
        article_text(context, state, *article, true);
    } else {
        wrapped_text(context, TextRole::body, context.theme.text2,
                     context.tr("No text is written for this site yet."));
    }
    draw_who_spreads_here(context, state, site);
    draw_parts(context, state, site);
    if (article != nullptr) {
        review_line(context, *article);
    }
    teaching_note(context);
}

} // namespace osteon::ui
