#include "output/html_document.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

/// "PMC1387927" and "PMID 38572751" as links.
std::string pubmed_html(const std::string& id) {
    constexpr std::string_view pubmed = "PMID ";
    if (id.starts_with(pubmed)) {
        return link_html("https://pubmed.ncbi.nlm.nih.gov/" + id.substr(pubmed.size()) + "/",
                         escape_html(id));
    }
    return id.empty()
               ? std::string{}
               : link_html("https://pmc.ncbi.nlm.nih.gov/articles/" + id + "/", escape_html(id));
}

} // namespace

std::string reference_html(const knowledge::Reference& reference, const HtmlSite& site) {
    std::string html = escape_html(reference.text);
    if (!html.ends_with('.')) {
        html += '.';
    }
    if (!reference.doi.empty()) {
        html += " " +
                link_html("https://doi.org/" + reference.doi, "doi:" + escape_html(reference.doi)) +
                ".";
    }
    if (!reference.pmid.empty()) {
        html += " " + pubmed_html(reference.pmid) + ".";
    }
    if (reference.doi.empty() && reference.pmid.empty() && !reference.url.empty()) {
        html += " " + link_html(reference.url, escape_html(reference.url)) + ".";
    }
    if (!reference.retrieved) {
        html += fmt::format(" <em>{}</em>",
                            escape_html(site.words.tr("Well known, but its text was not opened.")));
    }
    return html;
}

std::string HtmlNotes::cite(std::string_view key) {
    const knowledge::Reference* const reference = site_->known.reference(key);
    if (reference == nullptr) {
        return {};
    }
    auto note = std::find_if(notes_.begin(), notes_.end(),
                             [&](const Note& each) { return each.reference == reference; });
    if (note == notes_.end()) {
        note = notes_.insert(notes_.end(), Note{reference, 0});
    }
    ++note->mentions;
    const auto number = note - notes_.begin() + 1;
    return fmt::format("<sup><a role=\"doc-noteref\" id=\"cited-{0}-{1}\" href=\"#source-{0}\">"
                       "<span class=\"unseen\">{2} </span>{0}</a></sup>",
                       number, note->mentions, escape_html(site_->words.tr("Source")));
}

std::string HtmlNotes::cite(const std::vector<std::string>& keys) {
    std::string html;
    for (const std::string& key : keys) {
        const std::string mark = cite(std::string_view(key));
        html += (html.empty() || mark.empty() ? "" : "<sup>, </sup>") + mark;
    }
    return html;
}

std::string HtmlNotes::section() const {
    if (notes_.empty()) {
        return {};
    }
    const knowledge::Language& words = site_->words;
    std::string html =
        fmt::format("<section class=\"sources\" role=\"doc-endnotes\" aria-labelledby=\"sources\">"
                    "\n<h2 id=\"sources\">{}</h2>\n<ol>\n",
                    escape_html(words.tr("Sources")));
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        html += fmt::format("<li id=\"source-{}\">{}", i + 1,
                            reference_html(*notes_[i].reference, *site_));
        for (int mention = 1; mention <= notes_[i].mentions; ++mention) {
            const std::string label = words.tr("Back to mention {}", mention);
            html += fmt::format(" <a class=\"back\" role=\"doc-backlink\" href=\"#cited-{}-{}\""
                                " aria-label=\"{}\">↩\u202F{}</a>",
                                i + 1, mention, escape_html(label), mention);
        }
        html += "</li>\n";
    }
    return html + "</ol>\n</section>\n";
}

} // namespace osteon::output
