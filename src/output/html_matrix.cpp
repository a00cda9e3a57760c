#include "knowledge/regions.h"
#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <functional>

namespace osteon::output {
namespace {

using knowledge::Basis;
using knowledge::Primary;

/// What stands in a cell; empty: nothing is known.
using CellText = std::function<std::string(const Primary&, std::string_view region)>;

std::string matrix_row(std::string_view region, const CellText& text, const HtmlSite& site) {
    const knowledge::Site* const place = knowledge::region_site(region, site.known);
    std::string html = "<tr><th scope=\"row\">" +
                       link_html(place != nullptr ? site_file(place->id) : "",
                                 escape_html(knowledge::region_name(region, site.known))) +
                       "</th>";
    for (const Primary& primary : site.known.primaries) {
        const std::string words = text(primary, region);
        html += "<td>" +
                (words.empty()
                     ? std::string("–")
                     : link_html(fmt::format("{}#region-{}", primary_file(primary.id), region),
                                 escape_html(words))) +
                "</td>";
    }
    return html + "</tr>\n";
}

std::string matrix(const std::string& anchor, const char* title, const char* caption,
                   const CellText& text, const HtmlSite& site) {
    std::string html = fmt::format(
        "<h2>{1}</h2>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
        "aria-labelledby=\"{0}\">\n<table class=\"matrix\">\n<caption id=\"{0}\">{2}</caption>\n"
        "<thead>\n<tr><th scope=\"col\">{3}</th>",
        anchor, escape_html(title), escape_html(caption), escape_html(site.words.tr("Region")));
    for (const Primary& primary : site.known.primaries) {
        html += "<th scope=\"col\">" +
                link_html(primary_file(primary.id), escape_html(primary.short_name)) + "</th>";
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for (const std::string_view region : knowledge::spread_regions) {
        html += matrix_row(region, text, site);
    }
    return html + "</tbody>\n</table>\n</div>\n";
}

/// The percentages of one basis. An asterisk marks those that were not checked.
CellText percentages(Basis basis, const HtmlSite& site) {
    return [basis, &site](const Primary& primary, std::string_view region) {
        const knowledge::SpreadFigure* const figure = primary.figure(region);
        if (figure == nullptr || figure->basis != basis) {
            return std::string{};
        }
        const bool checked = figure->confidence == knowledge::Confidence::verified;
        return percent_text(figure->percent, figure->method, site) + (checked ? "" : "*");
    };
}

} // namespace

HtmlPage matrix_page(const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string body =
        matrix("of-patients", words.tr("Share of patients"),
               words.tr("Of patients with bone metastases of each cancer, those who have the "
                        "region involved"),
               percentages(Basis::patients, site), site);
    body += matrix("of-lesions", words.tr("Share of lesions"),
                   words.tr("Of all lesions counted, those found in the region. Not to be compared "
                            "with shares of patients"),
                   percentages(Basis::lesions, site), site);
    body += matrix(
        "estimates", words.tr("Estimate"),
        words.tr("How often each region is reached, an estimate for teaching"),
        [&](const Primary& primary, std::string_view region) {
            const int heat = primary.heat_step(region);
            return heat < 0 ? std::string{} : std::string(estimate_words(heat, words));
        },
        site);
    body += fmt::format(
        "<p>{}</p>\n", escape_html(words.tr("A dash: no figure was found. An asterisk: not checked "
                                            "against its source. Each cell leads to its source.")));
    return {"matrix.html", words.tr("All cancers by region"), "",
            words.tr("How often each cancer reaches each region of the skeleton."),
            std::move(body)};
}

} // namespace osteon::output
