#include "session/talk.h"
#include "ui/bedside_parts.h"
#include "ui/markdown_view.h"
#include "ui/reading_panel_parts.h"
#include "view/bedside.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace osteon::ui {
namespace {

using knowledge::Article;
using knowledge::Block;
using knowledge::BlockKind;

/// General articles whose questions fit every place, in the order of a talk.
constexpr std::array<std::string_view, 4> c_general{"treatment", "symptoms", "diagnosis",
                                                    "living_with_it"};

/// The questions that an article offers for the team, at the plain level.
std::vector<std::string> questions_of(const Article& article) {
    std::vector<std::string> questions;
    for (const Block& block : article.plain.blocks) {
        if (block.kind != BlockKind::callout || block.style != "help") {
            continue;
        }
        for (const Block& inner : block.blocks) {
            if (inner.kind == BlockKind::list_item) {
                questions.push_back(words_of(inner.spans));
            }
        }
    }
    return questions;
}

void draw_questions(PanelContext& context, std::string_view heading,
                    const std::vector<std::string>& questions) {
    if (questions.empty()) {
        return;
    }
    wrapped_text(context, TextRole::card_title, context.theme.accent, heading);
    gap(context, 8.0F);
    const float icon = bedside_px(context, 24.0F);
    const float left = icon + bedside_px(context, 14.0F);
    for (const std::string& question : questions) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = context.fonts.face(TextRole::body).line_height;
        draw_icon(ImGui::GetWindowDrawList(), Icon::question,
                  {at.x + 0.5F * icon, at.y + 0.5F * line}, icon, context.theme.text2);
        ImGui::SetCursorScreenPos({at.x + left, at.y});
        wrapped_text(context, TextRole::body, context.theme.text1, question,
                     content_width() - left);
        ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
        gap(context, 8.0F);
    }
    gap(context, 16.0F);
}

} // namespace

void draw_bedside_questions(PanelContext& context, const BedsideState&) {
    const knowledge::Knowledge& known = context.input.world.knowledge;
    wrapped_text(context, TextRole::title, context.theme.text1,
                 context.tr("Questions to ask my team"));
    gap(context, 12.0F);
    const knowledge::Site* const site =
        session::site_of_talk(context.input.session, context.input.world);
    for (const knowledge::Site* each = site; each != nullptr; each = known.site(each->parent)) {
        if (const Article* const article = known.article(each->article)) {
            draw_questions(context, plain_name(context, *each), questions_of(*article));
        }
    }
    for (const std::string_view id : c_general) {
        if (const Article* const article = known.article(id)) {
            draw_questions(context, article->title, questions_of(*article));
        }
    }
}

void draw_bedside_article(PanelContext& context, BedsideState& state) {
    const std::string id = state.page == BedsidePage::outlook
                               ? "outlook"
                               : context.input.session.reading.here().article;
    const Article* const article = context.input.world.knowledge.article(id);
    if (article == nullptr) {
        state.page = BedsidePage::words;
        return;
    }
    state.reading.headings.clear();
    state.reading.sources.cited.clear();
    page_title(context, article->title);
    article_text(context, state.reading, *article, true);
    review_line(context, *article);
}

void draw_bedside_rooms(PanelContext& context) {
    struct Room {
        const char* name;
        const char* about;
        Icon icon;
        session::Mode mode;
    };
    constexpr std::array<Room, 3> c_rooms{{
        {translatable("Explore"), translatable("Everything at hand"), Icon::compass,
         session::Mode::explore},
        {translatable("Lecture"), translatable("Tours for a room"), Icon::screen,
         session::Mode::lecture},
        {translatable("Study"), translatable("Questions that come back in time"), Icon::cap,
         session::Mode::study},
    }};
    wrapped_text(context, TextRole::title, context.theme.text1, context.tr("Leave the bedside"));
    gap(context, 8.0F);
    wrapped_text(context, TextRole::body, context.theme.text1,
                 context.tr("What was chosen stays chosen. To forget it, clear and close first."));
    gap(context, 16.0F);
    for (const Room& room : c_rooms) {
        BigRow row;
        row.title = context.tr(room.name);
        row.subtitle = context.tr(room.about);
        row.icon = room.icon;
        row.end = Icon::right;
        if (big_row(context, room.name, row)) {
            context.emit(session::SetMode{room.mode});
        }
        gap(context, view::bedside_length(context.input.layout, 14.0F));
    }
}

} // namespace osteon::ui
