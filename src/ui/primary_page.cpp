#include "ui/compare_menu.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace osteon::ui {
namespace {

using knowledge::Primary;

bool is_plain(const PanelContext& context) {
    return context.input.session.settings.level == session::ReadingLevel::plain;
}

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
        if (!is_plain(context) && is_shown(context, *statement) && !statement->note.empty()) {
            gap(context, 8.0F);
            wrapped_text(context, TextRole::caption, context.theme.text2, statement->note);
        }
    }
}

bool any_shown(const PanelContext& context, const std::vector<knowledge::Statement>& statements) {
    return std::any_of(statements.begin(), statements.end(),
                       [&](const auto& statement) { return is_shown(context, statement); });
}

void draw_lines(PanelContext& context, ReadingPanelState& state, const char* id,
                const std::vector<knowledge::Statement>& statements) {
    ImGui::PushID(id);
    for (const knowledge::Statement& statement : statements) {
        statement_line(context, state, statement);
    }
    ImGui::PopID();
}

void draw_statements(PanelContext& context, ReadingPanelState& state, const char* title,
                     const char* anchor, const std::vector<knowledge::Statement>& statements) {
    if (any_shown(context, statements)) {
        page_section(context, state, title, anchor);
        draw_lines(context, state, anchor, statements);
    }
}

/// How often what happens, and by when. Clinical readers look for it; others open it if they ask.
void draw_events(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    if (!is_plain(context)) {
        draw_statements(context, state, context.tr("What may happen in bone"), "events",
                        primary.events);
        return;
    }
    if (!any_shown(context, primary.events)) {
        return;
    }
    gap(context, 18.0F);
    state.headings.push_back({"events", ImGui::GetCursorPosY()});
    if (draw_fold(context, state,
                  context.tr("What may happen, and when – opens only if you ask"))) {
        wrapped_text(
            context, TextRole::secondary, context.theme.text2,
            context.tr("Treatment can lower these risks. The treating team can tell what fits."));
        gap(context, 8.0F);
        draw_lines(context, state, "events", primary.events);
    }
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

/// The pattern of spread. What only staff can read is left out of the plain level.
void draw_pattern(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    draw_cards(context, state, primary);
    gap(context, 12.0F);
    draw_compare_button(context, &primary);
    draw_spread_section(context, state, primary);
    draw_route_cards(context, state, primary);
    if (!is_plain(context)) {
        draw_statements(context, state, context.tr("More figures"), "more-figures",
                        primary.other_rates);
        draw_statements(context, state, context.tr("On pictures"), "on-pictures", primary.imaging);
    }
    draw_events(context, state, primary);
    if (!is_plain(context) && !primary.notes.blocks.empty()) {
        gap(context, 12.0F);
        ImGui::PushID("notes");
        draw_document(context, state, primary.notes, false);
        ImGui::PopID();
    }
    draw_outlook(context, state, primary);
}

void draw_article(PanelContext& context, ReadingPanelState& state, const Primary& primary) {
    const knowledge::Article* const article =
        context.input.world.knowledge.article(primary.article);
    if (article != nullptr) {
        article_text(context, state, *article, false);
        review_line(context, *article);
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
    // Words come first for patients and families, figures for students and staff.
    if (is_plain(context)) {
        draw_article(context, state, primary);
        page_section(context, state, context.tr("In figures"), "figures");
        draw_pattern(context, state, primary);
    } else {
        draw_pattern(context, state, primary);
        page_section(context, state, context.tr("More about it"), "article");
        draw_article(context, state, primary);
    }
    teaching_note(context);
}

} // namespace osteon::ui
