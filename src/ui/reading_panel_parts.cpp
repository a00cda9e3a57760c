#include "ui/reading_panel_parts.h"

#include "session/talk.h"
#include "ui/markdown_view.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cctype>

namespace osteon::ui {
namespace {

using knowledge::Confidence;
using knowledge::Statement;
using session::ReadingLevel;

constexpr float card_padding = 16.0F; // px at 100 %

/// The value with no-break spaces after digits, so that a number keeps its unit.
std::string sentence_of(const Statement& statement) {
    std::string sentence = statement.what;
    if (!sentence.empty()) {
        const auto first = static_cast<unsigned char>(sentence.front());
        sentence.front() = static_cast<char>(std::toupper(first));
    }
    if (!statement.value.empty()) {
        sentence += (sentence.empty() ? "" : ": ") + statement.value;
    }
    if (!statement.note.empty()) {
        sentence += " (" + statement.note + ")";
    }
    return sentence;
}

void unchecked_mark(PanelContext& context, ImVec2 centre) {
    const float size = context.px(14.0F);
    draw_icon(ImGui::GetWindowDrawList(), Icon::mark_unchecked, centre, size, context.theme.text2);
    ImGui::SetCursorScreenPos({centre.x - 0.5F * size, centre.y - 0.5F * size});
    ImGui::Dummy({size, size});
    tooltip(context, context.tr("Well known, but not checked against its source"));
}

/// A value too long for one line of big numbers is set smaller; the mark after it needs room too.
TextRole value_role(const PanelContext& context, const std::string& value, float width) {
    const float wanted = measure_text(context, TextRole::big_number, value).x + context.px(24.0F);
    return wanted > width ? TextRole::section : TextRole::big_number;
}

} // namespace

void page_title(PanelContext& context, std::string_view title, std::string_view latin) {
    wrapped_text(context, TextRole::title, context.theme.text1, title);
    if (!latin.empty()) {
        gap(context, 2.0F);
        wrapped_text(context, TextRole::latin, context.theme.text2, latin);
    }
    gap(context, 14.0F);
}

void page_section(PanelContext& context, ReadingPanelState& state, std::string_view title,
                  const char* anchor) {
    gap(context, 26.0F);
    state.headings.push_back({anchor, ImGui::GetCursorPosY()});
    wrapped_text(context, TextRole::section, context.theme.text1, title);
    gap(context, 8.0F);
}

void draw_crumbs(PanelContext& context, std::string_view kind, std::span<const Crumb> crumbs) {
    const Theme& theme = context.theme;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = context.px(26.0F);
    const ImVec2 word = measure_text(context, TextRole::caption_strong, kind);
    const float pill = word.x + context.px(20.0F);
    list->AddRect(start, {start.x + pill, start.y + height}, theme.line_strong, 0.5F * height, 0,
                  context.px(theme.edge));
    const float text_y = start.y + std::floor(0.5F * (height - word.y));
    draw_text(context, list, TextRole::caption_strong, {start.x + context.px(10.0F), text_y},
              theme.text1, kind);
    float x = start.x + pill + context.px(10.0F);
    for (std::size_t i = 0; i < crumbs.size(); ++i) {
        if (i > 0) {
            draw_icon(list, Icon::right, {x + context.px(6.0F), start.y + 0.5F * height},
                      context.px(12.0F), theme.text3);
            x += context.px(16.0F);
        }
        const ImVec2 size = measure_text(context, TextRole::caption, crumbs[i].name);
        if (crumbs[i].site.empty()) {
            draw_text(context, list, TextRole::caption, {x, text_y}, theme.text2, crumbs[i].name);
        } else {
            ImGui::SetCursorScreenPos({x, text_y});
            if (link(context, crumbs[i].site.c_str(), TextRole::caption, crumbs[i].name)) {
                context.emit(session::ChooseSite{crumbs[i].site});
            }
        }
        x += size.x + context.px(4.0F);
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({content_width(), height});
    gap(context, 10.0F);
}

const knowledge::Document& document_of(const knowledge::Article& article, ReadingLevel level) {
    const knowledge::Document& wanted = article.at(level);
    const bool plain = level == ReadingLevel::plain;
    return wanted.blocks.empty() ? article.at(plain ? ReadingLevel::clinical : ReadingLevel::plain)
                                 : wanted;
}

void article_text(PanelContext& context, ReadingPanelState& state,
                  const knowledge::Article& article, bool lead) {
    const ReadingLevel level = session::shown_level(context.input.session.settings);
    const knowledge::Document& document = document_of(article, level);
    if (article.at(level).blocks.empty() && !document.blocks.empty()) {
        wrapped_text(
            context, TextRole::caption, context.theme.text3,
            level == ReadingLevel::plain
                ? context.tr("This page is not yet written in plain words. The clinical text is "
                             "shown.")
                : context.tr("This page is not yet written for clinicians. The plain text is "
                             "shown."));
        gap(context, 10.0F);
    }
    if (is_partly_english(document)) {
        wrapped_text(context, TextRole::caption, context.theme.text3,
                     context.tr("Parts of this page are only in English"));
        gap(context, 10.0F);
    }
    draw_document(context, state, document, lead);
}

void review_line(PanelContext& context, const knowledge::Article& article) {
    gap(context, 24.0F);
    rule(context);
    gap(context, 12.0F);
    std::string words = article.reviewer.empty()
                            ? std::string(context.tr("Not yet reviewed by a clinician"))
                            : context.tr("Reviewed by {}", article.reviewer);
    if (!article.reviewed.empty()) {
        words += article.reviewer.empty() ? context.tr("; last checked {}", article.reviewed)
                                          : ", " + article.reviewed;
    }
    wrapped_text(context, TextRole::caption, context.theme.text3, words);
}

void teaching_note(PanelContext& context) {
    gap(context, 4.0F);
    wrapped_text(context, TextRole::caption, context.theme.text3,
                 context.tr("For teaching. Not a diagnosis."));
    gap(context, 16.0F);
}

float statement_card_height(const PanelContext& context, const std::string& value,
                            const Statement& statement, float width) {
    const float inner = width - 2.0F * context.px(card_padding);
    const TextRole big = value_role(context, value, inner);
    return 2.0F * context.px(card_padding) + 2.0F * context.px(2.0F) +
           context.fonts.face(TextRole::caption).line_height +
           measure_text(context, big, value, inner).y +
           sourced_height(context, TextRole::caption, statement.what, statement.sources, inner);
}

void statement_card(PanelContext& context, ReadingPanelState& state, std::string_view label,
                    const std::string& value, const Statement& statement, ImVec2 size) {
    Card::Options options;
    options.width = size.x;
    options.height = size.y;
    options.padding = card_padding;
    const Card card(context, options);
    wrapped_text(context, TextRole::caption, context.theme.text2, label);
    gap(context, 2.0F);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const TextRole big = value_role(context, value, card.inner_width());
    wrapped_text(context, big, context.theme.text1, value, card.inner_width());
    if (statement.confidence == Confidence::recalled) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        const float line = context.fonts.face(big).line_height;
        const float x = start.x + measure_text(context, big, value).x + context.px(16.0F);
        if (x < start.x + card.inner_width()) {
            unchecked_mark(context, {x, start.y + 0.5F * line});
            ImGui::SetCursorScreenPos(after);
        }
    }
    gap(context, 2.0F);
    draw_sourced(context, state, TextRole::caption, context.theme.text2, statement.what,
                 statement.sources);
}

void statement_line(PanelContext& context, ReadingPanelState& state, const Statement& statement) {
    if (!is_shown(context, statement)) {
        return;
    }
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float indent = context.px(22.0F);
    const float line = context.fonts.face(TextRole::secondary).line_height;
    const ImVec2 bullet{start.x + context.px(7.0F), start.y + 0.5F * line};
    if (statement.confidence == Confidence::recalled) {
        unchecked_mark(context, bullet);
    } else {
        ImGui::GetWindowDrawList()->AddCircleFilled(bullet, context.metrics.stroke(2.4F),
                                                    context.theme.text2);
    }
    ImGui::SetCursorScreenPos({start.x + indent, start.y});
    draw_sourced(context, state, TextRole::secondary, context.theme.text1, sentence_of(statement),
                 statement.sources, content_width());
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(context, 8.0F);
}

void source_line(PanelContext& context, ReadingPanelState& state, const std::string& label,
                 const std::vector<std::string>& keys) {
    std::vector<std::string> once;
    for (const std::string& key : keys) {
        if (std::find(once.begin(), once.end(), key) == once.end()) {
            once.push_back(key);
        }
    }
    draw_sourced(context, state, TextRole::caption, context.theme.text3, label, once);
}

bool is_shown(const PanelContext& context, const Statement& statement) {
    const bool empty = statement.what.empty() && statement.value.empty();
    return !empty && (statement.confidence == Confidence::verified ||
                      context.input.session.settings.show_unchecked);
}

} // namespace osteon::ui
