#include "ui/charts_view.h"
#include "ui/compare_menu.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

using knowledge::Primary;

void draw_cards(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    const float room = content_width();
    const float space = context.px(12.0F);
    const bool rate = is_shown(context, primary.rate);
    const bool lesion = is_shown(context, primary.lesion);
    const bool beside = rate && lesion && room >= context.px(340.0F);
    const float width = beside ? std::floor(0.5F * (room - space)) : room;
    const std::string& word =
        primary.lesion_word.empty() ? primary.lesion.value : primary.lesion_word;
    const float height =
        beside ? std::max(statement_card_height(context, primary.rate.value, primary.rate, width),
                          statement_card_height(context, word, primary.lesion, width))
               : 0.0F;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    if (rate) {
        statement_card(context, state, context.tr("Reaches bone"), primary.rate.value, primary.rate,
                       {width, height});
    }
    if (lesion) {
        if (beside) {
            ImGui::SetCursorScreenPos({start.x + width + space, start.y});
        } else if (rate) {
            gap(context, 12.0F);
        }
        statement_card(context, state, context.tr("Lesions"), word, primary.lesion,
                       {width, height});
    }
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    for (const knowledge::Statement* const statement : {&primary.rate, &primary.lesion}) {
        if (is_shown(context, *statement) && !statement->note.empty()) {
            gap(context, 8.0F);
            wrapped_text(context, TextRole::caption, context.theme.text2, statement->note);
        }
    }
}

void region_touched(PanelContext& context, const std::string& region, const Touch& touched) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    if (touched.hovered) {
        context.output.pointing.hovered_group = region_bones(region, known);
    }
    if (touched.clicked) {
        context.emit(
            session::Select{region_bones(region, known), session::SelectMode::replace, true});
    }
}

void draw_region_bars(PanelContext& context, const std::vector<SpreadRow>& rows) {
    for (const SpreadRow& row : rows) {
        const ImU32 colour = row.heat >= 0 ? heat_ink(row.heat) : context.theme.bar;
        region_touched(context, row.region,
                       draw_bar_row(context, bar_of(context, row.name, *row.figure, colour)));
    }
}

std::string share_words(const PanelContext& context, const knowledge::GroupFigure& group) {
    const std::string number =
        context.language().number(figure_text(group.percent, group.method)) + "\u202F%";
    return group.basis == knowledge::Basis::patients ? context.tr("{} of patients", number)
                                                     : context.tr("{} of lesions", number);
}

void draw_groups(PanelContext& context, const std::vector<const knowledge::GroupFigure*>& groups) {
    for (const knowledge::GroupFigure* const group : groups) {
        ImGui::PushID(group); // names may repeat: several sources count the spine as a whole
        WordRow row;
        row.name = group->name;
        row.words = share_words(context, *group);
        row.mark = mark_of(group->method, group->confidence);
        row.note = context.tr("{}. The source counts these places together",
                              context.tr(mark_word(row.mark))) +
                   (group->note.empty() ? "" : ": " + group->note);
        const Touch touched = draw_word_row(context, row);
        if (touched.hovered) {
            std::vector<anatomy::BoneIndex> bones;
            for (const std::string& region : group->regions) {
                const auto more = region_bones(region, context.input.world.knowledge);
                bones.insert(bones.end(), more.begin(), more.end());
            }
            context.output.pointing.hovered_group = std::move(bones);
        }
        ImGui::PopID();
    }
}

void part_off(PanelContext& context, const std::string& words) {
    gap(context, 8.0F);
    dashed_rule(context);
    gap(context, 8.0F);
    wrapped_text(context, TextRole::caption, context.theme.text2, words);
    gap(context, 4.0F);
}

void draw_chart(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    const SpreadChart chart = spread_chart(primary, context.input.world.knowledge,
                                           context.input.session.settings.show_unchecked);
    page_section(context, state, context.tr("Where it goes"), "where-it-goes");
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
    if (!chart.groups.empty()) {
        part_off(context, context.tr("Counted together by the source, not to be split"));
        draw_groups(context, chart.groups);
    }
    if (!chart.without.empty()) {
        part_off(context, context.tr("No figure found. The colour is an estimate, for teaching"));
        for (const SpreadRow& row : chart.without) {
            WordRow words;
            words.name = row.name;
            words.words = estimate_words(context, row.heat);
            words.heat = row.heat;
            words.mark = row.heat < 0 ? Icon::mark_none : Icon::mark_estimate;
            region_touched(context, row.region, draw_word_row(context, words));
        }
    }
}

void draw_chart_sources(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    std::vector<std::string> keys;
    for (const knowledge::SpreadFigure& figure : primary.figures) {
        if (figure.preferred) {
            keys.insert(keys.end(), figure.sources.begin(), figure.sources.end());
        }
    }
    for (const knowledge::GroupFigure& group : primary.groups) {
        keys.insert(keys.end(), group.sources.begin(), group.sources.end());
    }
    if (!keys.empty()) {
        gap(context, 8.0F);
        source_line(context, state, context.tr("Sources:"), keys);
    }
}

void draw_statements(PanelContext& context, ReadingPanelState& state, const char* title,
                     const char* anchor, const std::vector<knowledge::Statement>& statements) {
    const bool any = std::any_of(statements.begin(), statements.end(), [&](const auto& statement) {
        return is_shown(context, statement);
    });
    if (!any) {
        return;
    }
    page_section(context, state, title, anchor);
    ImGui::PushID(anchor);
    for (const knowledge::Statement& statement : statements) {
        statement_line(context, state, statement);
    }
    ImGui::PopID();
}

void draw_outlook(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    if (!is_shown(context, primary.survival)) {
        return;
    }
    gap(context, 18.0F);
    if (draw_fold(context, state, context.tr("How things may go – opens only if you ask"))) {
        wrapped_text(
            context, TextRole::secondary, context.theme.text2,
            context.tr(
                "These figures describe groups of people in studies. They cannot say how one "
                "person will fare; the treating team can tell more."));
        gap(context, 8.0F);
        statement_line(context, state, primary.survival);
    }
}

} // namespace

void draw_primary_page(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    page_title(context, primary.name);
    if (!primary.is_metastasis) {
        wrapped_text(
            context, TextRole::body_strong, context.theme.text1,
            context.tr("Not a metastasis: a disease of the marrow itself that looks like one"));
        gap(context, 12.0F);
    }
    draw_cards(context, state, primary);
    gap(context, 12.0F);
    draw_compare_button(context, &primary);
    draw_chart(context, state, primary);
    draw_chart_sources(context, state, primary);
    draw_route_cards(context, state, primary);
    draw_statements(context, state, context.tr("More figures"), "more-figures",
                    primary.other_rates);
    draw_statements(context, state, context.tr("On pictures"), "on-pictures", primary.imaging);
    draw_statements(context, state, context.tr("What may happen in bone"), "events",
                    primary.events);
    if (!primary.notes.blocks.empty()) {
        gap(context, 12.0F);
        ImGui::PushID("notes");
        draw_document(context, state, primary.notes, false);
        ImGui::PopID();
    }
    draw_outlook(context, state, primary);
    const knowledge::Article* const article =
        context.input.world.knowledge.article(primary.article);
    if (article != nullptr) {
        page_section(context, state, context.tr("More about it"), "article");
        article_text(context, state, *article, false);
        review_line(context, *article);
    }
    teaching_note(context);
}

} // namespace osteon::ui
