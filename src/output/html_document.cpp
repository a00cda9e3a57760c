#include "output/html_document.h"

#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace osteon::output {
namespace {

using knowledge::Block;
using knowledge::BlockKind;
using knowledge::Span;

/// Writes the blocks of one document; remembers the level of the last heading, so that none is
/// skipped.
class DocumentWriter {
public:
    explicit DocumentWriter(const HtmlPassage& passage)
        : passage_(passage)
        , last_heading_(passage.heading - 1) {}

    std::string blocks(std::span<const Block> all) {
        std::string html;
        while (!all.empty()) {
            const auto is_item = [](const Block& block) {
                return block.kind == BlockKind::list_item;
            };
            const auto items = static_cast<std::size_t>(
                std::find_if_not(all.begin(), all.end(), is_item) - all.begin());
            html += items > 0 ? lists(all.first(items)) : block(all.front());
            all = all.subspan(std::max<std::size_t>(items, 1));
        }
        return html;
    }

private:
    std::string text(const Block& block) const { return spans_html(block.spans, passage_); }

    std::string foreign(const Block& block) const {
        return foreign_attribute(block.untranslated, passage_.site);
    }

    std::string block(const Block& block) {
        switch (block.kind) {
        case BlockKind::heading:
            return heading(block);
        case BlockKind::paragraph:
            return fmt::format("<p{}>{}</p>\n", foreign(block), text(block));
        case BlockKind::table:
            return table(block);
        case BlockKind::callout:
            return callout(block);
        case BlockKind::folded:
            return fmt::format("<details{}>\n<summary>{}</summary>\n{}</details>\n", foreign(block),
                               text(block), blocks(block.blocks));
        case BlockKind::rule:
            return "<hr>\n";
        case BlockKind::picture:
            return picture(block);
        case BlockKind::list_item:
            break;
        }
        return lists(std::span(&block, 1));
    }

    std::string heading(const Block& block) {
        last_heading_ = std::min({passage_.heading + block.level - 2, last_heading_ + 1, 6});
        return fmt::format("<h{0} id=\"{1}-{2}\"{3}>{4}</h{0}>\n", last_heading_, passage_.anchors,
                           escape_html(block.anchor), foreign(block), text(block));
    }

    /// Items of any depth: a list for each run of the same depth and kind, deeper ones within.
    std::string lists(std::span<const Block> items) {
        std::string html;
        while (!items.empty()) {
            const Block& first = items.front();
            const bool ordered = first.number > 0;
            const auto ends = [&](const Block& item) {
                return item.level < first.level ||
                       (item.level == first.level && (item.number > 0) != ordered);
            };
            const auto run = std::max<std::size_t>(
                static_cast<std::size_t>(std::find_if(items.begin(), items.end(), ends) -
                                         items.begin()),
                1);
            html += list(items.first(run));
            items = items.subspan(run);
        }
        return html;
    }

    /// A run whose first item has the least depth.
    std::string list(std::span<const Block> items) {
        const int level = items.front().level;
        const int start = items.front().number;
        const std::string_view tag = start > 0 ? "ol" : "ul";
        std::string html =
            start > 1 ? fmt::format("<ol start=\"{}\">\n", start) : fmt::format("<{}>\n", tag);
        while (!items.empty()) {
            const Block& item = items.front();
            items = items.subspan(1);
            const auto deeper = static_cast<std::size_t>(
                std::find_if(items.begin(), items.end(),
                             [&](const Block& next) { return next.level <= level; }) -
                items.begin());
            html += fmt::format("<li{}>{}{}</li>\n", foreign(item), text(item),
                                lists(items.first(deeper)));
            items = items.subspan(deeper);
        }
        return html + fmt::format("</{}>\n", tag);
    }

    std::string row(const std::vector<std::vector<Span>>& cells, bool head) const {
        std::string html = "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string inside = spans_html(cells[i], passage_);
            const bool names = !inside.empty() && (head || i == 0);
            html += names ? fmt::format("<th scope=\"{}\">{}</th>", head ? "col" : "row", inside)
                          : "<td>" + inside + "</td>";
        }
        return html + "</tr>\n";
    }

    std::string table(const Block& block) const {
        if (block.rows.empty()) {
            return {};
        }
        std::string html = fmt::format("<table{}>\n<thead>\n{}</thead>\n<tbody>\n", foreign(block),
                                       row(block.rows.front(), true));
        for (std::size_t i = 1; i < block.rows.size(); ++i) {
            html += row(block.rows[i], false);
        }
        return html + "</tbody>\n</table>\n";
    }

    std::string picture(const Block& block) const {
        const auto& drawn = passage_.site.live_pictures;
        const auto found = std::ranges::find(drawn, *block.picture, &HtmlLivePicture::shows);
        return figure_html(found != drawn.end() ? &found->file : nullptr, block.alt, text(block),
                           " class=\"live\"" + foreign(block), passage_.site);
    }

    std::string callout(const Block& block) {
        const knowledge::Language& words = passage_.site.words;
        const char* const kind = block.style == "warning" ? words.tr("Warning")
                                 : block.style == "help"  ? words.tr("Help")
                                                          : words.tr("Note");
        return fmt::format("<div class=\"callout {}\" role=\"note\"{}>\n"
                           "<p class=\"callout-title\"><span class=\"unseen\">{}: </span>{}</p>\n"
                           "{}</div>\n",
                           escape_html(block.style), foreign(block), escape_html(kind), text(block),
                           blocks(block.blocks));
    }

    const HtmlPassage& passage_;
    int last_heading_;
};

std::string styled(const Span& span) {
    std::string html = escape_html(span.text);
    if (span.emphasis) {
        html = "<em>" + html + "</em>";
    }
    return span.strong ? "<strong>" + html + "</strong>" : html;
}

} // namespace

std::string document_html(const knowledge::Document& document, const HtmlPassage& passage) {
    return DocumentWriter(passage).blocks(document.blocks);
}

std::string spans_html(const std::vector<Span>& spans, const HtmlPassage& passage) {
    std::string html;
    bool after_reference = false;
    for (const Span& span : spans) {
        const bool reference = span.link == knowledge::LinkKind::reference;
        if (reference) {
            // The number stands right behind the word, as a raised mark does.
            html.erase(html.find_last_not_of(" \n") + 1);
            html += (after_reference ? "<sup>, </sup>" : "") + passage.notes.cite(span.target);
        } else {
            html += link_html(link_target(span, passage.anchors, passage.site), styled(span));
        }
        after_reference = reference;
    }
    return html;
}

} // namespace osteon::output
