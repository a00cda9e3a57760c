#include "output/html_site.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace osteon::output {
namespace {

struct MenuEntry {
    std::string_view file;
    const char* name;
};

std::string menu(const HtmlPage& page, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    const std::array<MenuEntry, 7> entries = {{{"index.html", words.tr("Start")},
                                               {"matrix.html", words.tr("All cancers by region")},
                                               {"bones.html", words.tr("Bones")},
                                               {"landmarks.html", words.tr("Landmarks")},
                                               {"glossary.html", words.tr("Glossary")},
                                               {"references.html", words.tr("References")},
                                               {"about.html", words.tr("About")}}};
    std::string html = fmt::format("<nav class=\"menu\" aria-label=\"{}\">\n<ul>\n",
                                   escape_html(words.tr("Main menu")));
    for (const MenuEntry& entry : entries) {
        html += fmt::format("<li><a href=\"{}\"{}>{}</a></li>\n", entry.file,
                            entry.file == page.file ? " aria-current=\"page\"" : "",
                            escape_html(entry.name));
    }
    return html + "</ul>\n</nav>\n";
}

/// The same page in the other languages; nothing where there is one language only.
std::string language_switch(const HtmlPage& page, const HtmlSite& site) {
    if (site.languages.size() < 2) {
        return {};
    }
    std::string html = fmt::format("<nav class=\"languages\" aria-label=\"{}\">\n<ul>\n",
                                   escape_html(site.words.tr("Language")));
    for (const HtmlLanguageLink& language : site.languages) {
        html +=
            fmt::format("<li><a href=\"{0}{1}\" lang=\"{2}\" hreflang=\"{2}\"{3}>{4}</a></li>\n",
                        language.folder, page.file, escape_html(language.id),
                        language.id == site.words.id ? " aria-current=\"true\"" : "",
                        escape_html(language.name));
    }
    return html + "</ul>\n</nav>\n";
}

std::string head(const HtmlPage& page, const HtmlSite& site) {
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<title>{} – Osteon</title>\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<meta name=\"color-scheme\" content=\"light dark\">\n{}"
                       "<link rel=\"icon\" href=\"data:,\">\n"
                       "<link rel=\"stylesheet\" href=\"{}style.css\">\n</head>\n",
                       escape_html(site.words.id), escape_html(page.title),
                       page.summary.empty() ? ""
                                            : fmt::format("<meta name=\"description\"{}>\n",
                                                          attribute("content", page.summary)),
                       site.root);
}

std::string banner(const HtmlPage& page, const HtmlSite& site) {
    return fmt::format("<header class=\"banner\">\n<p class=\"name\"><a href=\"index.html\">Osteon"
                       "</a> <span>{}</span></p>\n{}{}</header>\n",
                       escape_html(site.words.tr("Where cancer spreads in bone")), menu(page, site),
                       language_switch(page, site));
}

std::string title(const HtmlPage& page, const HtmlSite& site) {
    const std::string foreign = foreign_attribute(page.english, site);
    std::string html = fmt::format("<h1{}>{}</h1>\n", foreign, escape_html(page.title));
    if (!page.latin.empty()) {
        html += fmt::format("<p class=\"latin\" lang=\"la\">{}</p>\n", escape_html(page.latin));
    }
    if (!page.summary.empty()) {
        html += fmt::format("<p class=\"lead\"{}>{}</p>\n", foreign, escape_html(page.summary));
    }
    return html;
}

} // namespace

std::string page_html(const HtmlPage& page, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    return head(page, site) +
           fmt::format("<body>\n<a class=\"skip\" href=\"#content\">{}</a>\n",
                       escape_html(words.tr("Skip to the text"))) +
           banner(page, site) + "<main id=\"content\" tabindex=\"-1\">\n" + title(page, site) +
           page.body +
           fmt::format("</main>\n<footer>\n<p><strong>{}</strong> {}</p>\n</footer>\n</body>\n"
                       "</html>\n",
                       escape_html(words.tr("For teaching. Not a diagnosis.")),
                       escape_html(words.tr("Its figures describe groups of people, never one "
                                            "person. Your treating team can tell what holds for "
                                            "you.")));
}

std::string foreign_attribute(bool untranslated, const HtmlSite& site) {
    return untranslated && site.words.id != knowledge::base_language ? " lang=\"en\"" : "";
}

bool is_untranslated(const knowledge::Document& document) {
    return std::all_of(document.blocks.begin(), document.blocks.end(),
                       [](const knowledge::Block& block) { return block.untranslated; });
}

bool is_untranslated(const knowledge::Article& article) {
    return is_untranslated(article.plain); // whose file gives title and summary, too
}

bool is_untranslated(const knowledge::Site& place, const HtmlSite& site) {
    return site.words.id != knowledge::base_language && place.english.empty();
}

std::vector<HtmlPage> site_pages(const HtmlSite& site) {
    std::vector<HtmlPage> pages = {start_page(site)};
    for (const knowledge::Article& article : site.known.articles) {
        if (article.kind == knowledge::ArticleKind::general) {
            pages.push_back(article_page(article, site));
        }
    }
    for (const knowledge::Site& place : site.known.sites) {
        pages.push_back(site_page(place, site));
    }
    pages.push_back(primary_page(site.known.overview, site));
    for (const knowledge::Primary& primary : site.known.primaries) {
        pages.push_back(primary_page(primary, site));
    }
    for (auto* const make :
         {matrix_page, bones_page, landmarks_page, glossary_page, references_page, about_page}) {
        pages.push_back(make(site));
    }
    return pages;
}

} // namespace osteon::output
