#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

namespace osteon::output {
namespace {

using knowledge::Article;
using knowledge::ArticleKind;
using knowledge::Basis;
using knowledge::Confidence;
using knowledge::Method;

/// An open list item: a link and a few words. `foreign` is the attribute of an English text.
std::string entry(const std::string& file, const std::string& name, const std::string& words,
                  const std::string& foreign = {}) {
    return fmt::format("<li{}><a href=\"{}\">{}</a>{}{}", foreign, file, escape_html(name),
                       words.empty() ? "" : " – ", escape_html(words));
}

std::string heading(const char* anchor, const char* title) {
    return fmt::format("<h2 id=\"{}\">{}</h2>\n", anchor, escape_html(title));
}

std::string article_list(const HtmlSite& site) {
    std::string html = "<ul>\n";
    for (const Article& article : site.known.articles) {
        if (article.kind == ArticleKind::general) {
            html += entry(article_file(article), article.title, article.summary,
                          foreign_attribute(is_untranslated(article), site)) +
                    "</li>\n";
        }
    }
    return html + "</ul>\n";
}

std::string site_list(std::string_view parent, const HtmlSite& site) {
    const std::vector<const knowledge::Site*> places = site.known.parts(parent);
    if (places.empty()) {
        return {};
    }
    std::string html = "<ul>\n";
    for (const knowledge::Site* const place : places) {
        html += entry(site_file(place->id), place->name, place->subtitle) +
                site_list(place->id, site) + "</li>\n";
    }
    return html + "</ul>\n";
}

std::string primary_list(const HtmlSite& site) {
    std::string html = "<ul>\n" +
                       entry(primary_file(site.known.overview.id), site.known.overview.name, "") +
                       "</li>\n";
    for (const knowledge::Primary& primary : site.known.primaries) {
        const Article* const article = site.known.article(primary.article);
        html += entry(primary_file(primary.id), primary.name,
                      article != nullptr ? article->summary : "") +
                "</li>\n";
    }
    return html + "</ul>\n";
}

std::string look_up_list(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    return "<ul>\n" +
           entry("matrix.html", words.tr("All cancers by region"), words.tr("in tables")) +
           "</li>\n" +
           entry("bones.html", words.tr("Bones"), words.tr("names in words and in Latin")) +
           "</li>\n" +
           entry("landmarks.html", words.tr("Landmarks"), words.tr("the named places of bones")) +
           "</li>\n" +
           entry("glossary.html", words.tr("Glossary"), words.tr("terms explained twice")) +
           "</li>\n" + entry("references.html", words.tr("References"), words.tr("every source")) +
           "</li>\n" +
           entry("about.html", words.tr("About"),
                 words.tr("how to read the figures, and what was "
                          "reviewed")) +
           "</li>\n</ul>\n";
}

std::string definition(const std::string& term, const std::string& words) {
    return fmt::format("<dt>{}</dt>\n<dd>{}</dd>\n", escape_html(term), escape_html(words));
}

std::string figure_legend(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    const auto method = [&](Method which, const char* meaning) {
        return definition(method_words(which, words), meaning);
    };
    return "<dl>\n" +
           method(Method::reported,
                  words.tr("The figure stands in the source as it stands here.")) +
           method(Method::pooled, words.tr("Several rows of one table of the source together.")) +
           method(Method::derived, words.tr("Reckoned from figures of the source; the note tells "
                                            "how.")) +
           method(Method::proxy, words.tr("Counted in another group, or in several cancers "
                                          "together.")) +
           method(Method::midpoint, words.tr("The source gives a range; this is its middle.")) +
           method(Method::lower_bound, words.tr("The true share is this or more.")) +
           method(Method::upper_bound, words.tr("The true share is this or less.")) +
           definition(confidence_words(Confidence::recalled, words),
                      words.tr("Well known, but nobody of the authors saw it in its source.")) +
           definition(words.tr("Estimate"),
                      words.tr("A step from very rare to very common, set by the authors for "
                               "teaching. It is no measurement.")) +
           "</dl>\n";
}

std::string review_table(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string html =
        fmt::format("<table>\n<thead>\n<tr><th scope=\"col\">{}</th>"
                    "<th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr>\n"
                    "</thead>\n<tbody>\n",
                    escape_html(words.tr("Article")), escape_html(words.tr("Last revision")),
                    escape_html(words.tr("Reviewed by a clinician")));
    for (const Article& article : site.known.articles) {
        html += fmt::format(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
            link_html(article_file(article), escape_html(article.title)),
            article.reviewed.empty() ? "–" : escape_html(article.reviewed),
            escape_html(article.reviewer.empty() ? words.tr("Not yet") : article.reviewer.c_str()));
    }
    return html + "</tbody>\n</table>\n";
}

} // namespace

HtmlPage start_page(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string body = heading("articles", words.tr("Begin here")) + article_list(site) +
                       heading("sites", words.tr("Sites in the skeleton")) + site_list("", site) +
                       heading("cancers", words.tr("Cancers")) + primary_list(site) +
                       heading("look-up", words.tr("Look up")) + look_up_list(site);
    return {"index.html", words.tr("Where cancer spreads in bone"), "",
            words.tr("An atlas of the skeleton and of bone metastasis: each article in plain words "
                     "and for students and staff, each number with its source."),
            std::move(body)};
}

HtmlPage about_page(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    const auto paragraph = [](const char* text) {
        return fmt::format("<p>{}</p>\n", escape_html(text));
    };
    std::string body =
        heading("purpose", words.tr("What this is for")) +
        paragraph(words.tr("It informs and teaches. It does not diagnose, and it does not replace "
                           "talking to the people who treat you.")) +
        paragraph(words.tr("With cancer and new weakness, numbness, trouble with bladder or bowel, "
                           "sudden strong pain or new confusion, call your hospital or emergency "
                           "services the same day.")) +
        heading("figures", words.tr("How to read the figures")) +
        paragraph(words.tr("A share of patients and a share of lesions count different things and "
                           "never stand in one table.")) +
        figure_legend(site) + heading("review", words.tr("What was reviewed")) + review_table(site);
    return {"about.html", words.tr("About"), "",
            words.tr("What these pages are, how to read their figures, and who checked them."),
            std::move(body)};
}

} // namespace osteon::output
