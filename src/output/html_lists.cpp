#include "base/text.h"
#include "output/html_document.h"
#include "output/html_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace osteon::output {
namespace {

std::string term_html(const knowledge::GlossaryTerm& term, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string html =
        fmt::format("<dt id=\"{}\">{}</dt>\n", escape_html(term.id), escape_html(term.term));
    const auto add = [&](const char* kind, const std::string& text) {
        if (!text.empty()) {
            html += fmt::format("<dd><span class=\"kind\">{}:</span> {}</dd>\n", escape_html(kind),
                                escape_html(text));
        }
    };
    add(words.tr("In plain words"), term.plain);
    add(words.tr("For students and staff"), term.clinical);
    add(words.tr("Also"), fmt::format("{}", fmt::join(term.also, ", ")));
    return html;
}

} // namespace

HtmlPage glossary_page(const HtmlSite& site) {
    std::vector<const knowledge::GlossaryTerm*> terms;
    for (const knowledge::GlossaryTerm& term : site.known.glossary) {
        terms.push_back(&term);
    }
    std::stable_sort(terms.begin(), terms.end(), [](const auto* left, const auto* right) {
        return fold(left->term) < fold(right->term);
    });
    std::string body = "<dl>\n";
    for (const knowledge::GlossaryTerm* const term : terms) {
        body += term_html(*term, site);
    }
    body += "</dl>\n";
    return {"glossary.html", site.words.tr("Glossary"), "",
            site.words.tr("{} terms, each in plain words and as staff use it.", terms.size()),
            std::move(body)};
}

HtmlPage references_page(const HtmlSite& site) {
    std::string body = "<ul class=\"references\">\n";
    for (const knowledge::Reference& reference : site.known.references) {
        body += fmt::format("<li id=\"ref-{}\"><strong>{}</strong> {}</li>\n",
                            escape_html(reference.key), escape_html(reference.short_text),
                            reference_html(reference, site));
    }
    body += "</ul>\n";
    return {"references.html", site.words.tr("References"), "",
            site.words.tr("{} sources, with DOI or PubMed number where they have one.",
                          site.known.references.size()),
            std::move(body)};
}

} // namespace osteon::output
