#include "ui/reading_panel_parts.h"
#include "ui/widgets.h"

#include <algorithm>

namespace osteon::ui {
namespace {

using knowledge::Article;
using knowledge::ArticleKind;

/// The general article before (-1) or after (+1) another in reading order, or nullptr.
const Article* neighbour(const std::vector<Article>& articles, const Article& article, int step) {
    std::vector<const Article*> general;
    for (const Article& other : articles) {
        if (other.kind == ArticleKind::general) {
            general.push_back(&other);
        }
    }
    const auto at = std::find_if(general.begin(), general.end(),
                                 [&](const Article* other) { return other->id == article.id; });
    const auto place = at - general.begin() + step;
    const auto count = static_cast<std::ptrdiff_t>(general.size());
    const bool there = at != general.end() && place >= 0 && place < count;
    return there ? general[static_cast<std::size_t>(place)] : nullptr;
}

void neighbour_row(PanelContext& context, const Article* article, const char* label, Icon icon) {
    if (article == nullptr) {
        return;
    }
    ListRow row;
    row.title = article->title;
    row.subtitle = label;
    row.icon = icon;
    row.icon_tile = true;
    row.inset = 0.0F;
    if (list_row(context, label, row).clicked) {
        context.emit(session::OpenArticle{article->id, {}});
    }
}

} // namespace

void draw_article_page(PanelContext& context, ReadingPanelState& state, const Article& article) {
    page_title(context, article.title, article.latin);
    article_text(context, state, article, true);
    review_line(context, article);
    gap(context, 16.0F);
    const std::vector<Article>& articles = context.input.world.knowledge.articles;
    neighbour_row(context, neighbour(articles, article, 1), context.tr("Next"), Icon::forward);
    neighbour_row(context, neighbour(articles, article, -1), context.tr("Before"), Icon::back);
    gap(context, 12.0F);
    teaching_note(context);
}

} // namespace osteon::ui
