#include "output/html_parts.h"

#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

std::string level_section(const knowledge::Document& document, std::string_view level,
                          const char* title, const std::string& foreword, const HtmlSite& site,
                          HtmlNotes& notes) {
    if (document.blocks.empty()) {
        return {};
    }
    const HtmlPassage passage{site, notes, level, 3};
    const bool some = std::any_of(document.blocks.begin(), document.blocks.end(),
                                  [](const knowledge::Block& block) { return block.untranslated; });
    const char* const lack = is_untranslated(document)
                                 ? site.words.tr("This text is only in English so far.")
                                 : site.words.tr("Parts of this text are only in English so far.");
    const std::string told =
        some ? fmt::format("<p class=\"foreword\">{}</p>\n", escape_html(lack)) : "";
    return fmt::format("<section class=\"{0}\" aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n"
                       "{2}{3}{4}</section>\n",
                       level, escape_html(title), foreword, told, document_html(document, passage));
}

} // namespace

std::string level_switch(const knowledge::Article* article, bool figures, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string entries;
    const auto add = [&](bool there, std::string_view target, const char* name) {
        entries += there
                       ? fmt::format("<li><a href=\"#{}\">{}</a></li>\n", target, escape_html(name))
                       : "";
    };
    add(article != nullptr && !article->plain.blocks.empty(), "plain", words.tr("In plain words"));
    add(article != nullptr && !article->clinical.blocks.empty(), "clinical",
        words.tr("For students and staff"));
    add(figures, "figures", words.tr("Figures"));
    return entries.empty()
               ? std::string{}
               : fmt::format("<nav class=\"levels\" aria-label=\"{}\">\n<ul>\n{}</ul>\n</nav>\n",
                             escape_html(words.tr("On this page")), entries);
}

std::string article_levels(const knowledge::Article& article, const HtmlSite& site,
                           HtmlNotes& notes) {
    const knowledge::Language& words = site.words;
    // The plain level folds figures on survival away; whoever reads on is told before.
    const std::string foreword = fmt::format(
        "<p class=\"foreword\">{}</p>\n",
        escape_html(words.tr("In the terms of medicine, and with figures on outlook.")));
    return level_section(article.plain, "plain", words.tr("In plain words"), "", site, notes) +
           level_section(article.clinical, "clinical", words.tr("For students and staff"), foreword,
                         site, notes);
}

std::string review_line(const knowledge::Article& article, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string text = article.reviewer.empty() ? words.tr("Not yet reviewed by a clinician.")
                                                : words.tr("Reviewed by {}.", article.reviewer);
    if (!article.reviewed.empty()) {
        text += " " + words.tr("Last revision: {}.", article.reviewed);
    }
    return fmt::format("<p class=\"review\">{}</p>\n", escape_html(text));
}

std::string neighbours(const knowledge::Article& article, const HtmlSite& site) {
    const std::vector<knowledge::Article>& all = site.known.articles;
    const auto place = static_cast<std::size_t>(&article - all.data());
    const auto entry = [&](std::size_t index, const char* rel, const char* word) {
        const knowledge::Article& other = all[index];
        return fmt::format("<li><a rel=\"{}\" href=\"{}\">{}: <span{}>{}</span></a></li>\n", rel,
                           article_file(other), escape_html(word),
                           foreign_attribute(is_untranslated(other), site),
                           escape_html(other.title));
    };
    std::string entries;
    entries += place > 0 ? entry(place - 1, "prev", site.words.tr("Before")) : "";
    entries += place + 1 < all.size() ? entry(place + 1, "next", site.words.tr("Next")) : "";
    return fmt::format("<nav class=\"neighbours\" aria-label=\"{}\">\n<ul>\n{}</ul>\n</nav>\n",
                       escape_html(site.words.tr("Reading order")), entries);
}

std::string picture_html(const std::string& page, const std::string& alt,
                         const std::string& caption, const HtmlSite& site) {
    const auto found = site.pictures.find(page);
    return figure_html(found != site.pictures.end() ? &found->second : nullptr, alt,
                       escape_html(caption), {}, site);
}

std::string figure_html(const HtmlPicture* picture, const std::string& alt,
                        const std::string& caption, const std::string& attributes,
                        const HtmlSite& site) {
    if (picture == nullptr) {
        return fmt::format("<p class=\"pictured\">{}</p>\n", escape_html(alt));
    }
    return fmt::format("<figure{}>\n<img src=\"{}{}\" width=\"{}\" height=\"{}\" alt=\"{}\">\n"
                       "<figcaption>{}</figcaption>\n</figure>\n",
                       attributes, site.root, picture->file, picture->width, picture->height,
                       escape_html(alt), caption);
}

} // namespace osteon::output
