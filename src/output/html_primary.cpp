#include "knowledge/regions.h"
#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

using knowledge::Basis;
using knowledge::Primary;
using knowledge::SpreadFigure;
using knowledge::Statement;

std::string region_html(std::string_view region, const HtmlSite& site) {
    const knowledge::Site* const place = knowledge::region_site(region, site.known);
    return link_html(place != nullptr ? site_file(place->id) : "",
                     escape_html(knowledge::region_name(region, site.known)));
}

/// The figures to show of one basis, the largest first.
std::vector<HtmlFigureRow> shown_rows(const Primary& primary, Basis basis, const HtmlSite& site) {
    std::vector<HtmlFigureRow> rows;
    for (const SpreadFigure* const figure : primary.chart(basis)) {
        rows.push_back({region_html(figure->region, site), "region-" + figure->region, figure,
                        primary.heat_step(figure->region)});
    }
    return rows;
}

/// The regions without a figure, the highest estimate first.
std::vector<HtmlFigureRow> rows_without(const Primary& primary, const HtmlSite& site) {
    std::vector<HtmlFigureRow> rows;
    for (const std::string_view region : knowledge::spread_regions) {
        if (primary.figure(region) == nullptr) {
            rows.push_back({region_html(region, site), fmt::format("region-{}", region), nullptr,
                            primary.heat_step(region)});
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& left, const auto& right) { return left.heat > right.heat; });
    return rows;
}

/// Further figures of one basis, by other sources.
std::vector<HtmlFigureRow> further_rows(const Primary& primary, Basis basis, const HtmlSite& site) {
    std::vector<HtmlFigureRow> rows;
    for (const SpreadFigure& figure : primary.figures) {
        if (figure.basis == basis && primary.figure(figure.region) != &figure) {
            rows.push_back({region_html(figure.region, site), "", &figure, -1});
        }
    }
    return rows;
}

std::string group_table(const Primary& primary, Basis basis, const std::string& anchor,
                        const std::string& caption, const HtmlSite& site, HtmlNotes& notes) {
    std::vector<SpreadFigure> figures;
    std::vector<HtmlFigureRow> rows;
    figures.reserve(primary.groups.size()); // rows point into it
    for (const knowledge::GroupFigure& group : primary.groups) {
        if (group.basis == basis) {
            SpreadFigure& figure = figures.emplace_back();
            figure.percent = group.percent;
            figure.basis = group.basis;
            figure.method = group.method;
            figure.confidence = group.confidence;
            figure.sources = group.sources;
            figure.note = group.note;
            rows.push_back({escape_html(group.name), "", &figure, -1});
        }
    }
    return figure_table(anchor, caption, site.words.tr("Regions"), rows, site, notes);
}

std::string where_it_goes(const Primary& primary, const HtmlSite& site, HtmlNotes& notes) {
    const knowledge::Language& words = site.words;
    const std::string region = words.tr("Region");
    const auto table = [&](const char* anchor, const char* caption,
                           const std::vector<HtmlFigureRow>& rows) {
        return figure_table(anchor, caption, region, rows, site, notes);
    };
    return table("of-patients",
                 words.tr("Of patients with bone metastases, those who have this region involved"),
                 shown_rows(primary, Basis::patients, site)) +
           table("of-lesions",
                 words.tr("Share of lesions. Another basis: not to be compared with shares of "
                          "patients"),
                 shown_rows(primary, Basis::lesions, site)) +
           group_table(primary, Basis::patients, "groups-of-patients",
                       words.tr("Counted together by the source, not to be split: share of "
                                "patients"),
                       site, notes) +
           group_table(primary, Basis::lesions, "groups-of-lesions",
                       words.tr("Counted together by the source, not to be split: share of "
                                "lesions"),
                       site, notes) +
           table("without", words.tr("No figure found. The estimate is ours, for teaching"),
                 rows_without(primary, site)) +
           table("further-of-patients",
                 words.tr("Further figures by other sources: share of patients"),
                 further_rows(primary, Basis::patients, site)) +
           table("further-of-lesions",
                 words.tr("Further figures by other sources: share of lesions"),
                 further_rows(primary, Basis::lesions, site));
}

/// "65–75 % of patients with advanced disease", its note, sources, and a word where it is
/// unchecked.
std::string statement_html(const Statement& statement, const HtmlSite& site, HtmlNotes& notes) {
    std::string html = fmt::format("<strong>{}</strong> {}{}", escape_html(statement.value),
                                   escape_html(statement.what), notes.cite(statement.sources));
    if (!statement.note.empty()) {
        html += ". " + escape_html(statement.note);
    }
    if (statement.confidence == knowledge::Confidence::recalled) {
        html += fmt::format(" <em>({})</em>",
                            escape_html(confidence_words(statement.confidence, site.words)));
    }
    return html;
}

std::string statements(const char* title, const std::vector<Statement>& all, const HtmlSite& site,
                       HtmlNotes& notes) {
    std::string items;
    for (const Statement& statement : all) {
        if (!statement.value.empty()) {
            items += "<li>" + statement_html(statement, site, notes) + "</li>\n";
        }
    }
    return items.empty() ? std::string{}
                         : fmt::format("<h3>{}</h3>\n<ul>\n{}</ul>\n", escape_html(title), items);
}

std::string route_html(const knowledge::Route& route, const HtmlSite& site, HtmlNotes& notes) {
    std::string html = fmt::format("<h4>{}</h4>\n<p>{}{}", escape_html(route.name),
                                   escape_html(route.why), notes.cite(route.sources));
    if (route.confidence == knowledge::Confidence::recalled) {
        html += fmt::format(" <em>({})</em>",
                            escape_html(confidence_words(route.confidence, site.words)));
    }
    html += "</p>\n";
    if (route.steps.empty()) {
        return html;
    }
    html += "<ol>\n";
    for (const knowledge::RouteStep& step : route.steps) {
        html += "<li>" + escape_html(step.text) + "</li>\n";
    }
    return html + "</ol>\n";
}

std::string routes(const Primary& primary, const HtmlSite& site, HtmlNotes& notes) {
    if (primary.routes.empty()) {
        return {};
    }
    std::string html =
        fmt::format("<h3 id=\"routes\">{}</h3>\n", escape_html(site.words.tr("Why there?")));
    for (const knowledge::Route& route : primary.routes) {
        html += route_html(route, site, notes);
    }
    return html;
}

/// Survival stays closed until the reader asks for it.
std::string outlook(const Primary& primary, const HtmlSite& site, HtmlNotes& notes) {
    if (primary.survival.value.empty()) {
        return {};
    }
    const knowledge::Language& words = site.words;
    return fmt::format(
        "<details>\n<summary>{}</summary>\n<p>{}</p>\n<p>{}</p>\n</details>\n",
        escape_html(words.tr("How things may go – opens only if you ask")),
        escape_html(words.tr("These figures describe groups of people in studies. They cannot say "
                             "how one person will fare; the treating team can tell more.")),
        statement_html(primary.survival, site, notes));
}

/// The regions of each step of the estimate, the most frequent first, as words for the picture.
std::string picture_words(const Primary& primary, const HtmlSite& site) {
    const knowledge::Language& words = site.words;
    std::string text = words.tr("The skeleton from the front, each region coloured by the estimate "
                                "of how often it is reached.");
    for (int step = static_cast<int>(knowledge::heat_words.size()) - 1; step >= 0; --step) {
        std::string names;
        for (const std::string_view region : knowledge::spread_regions) {
            if (primary.heat_step(region) == step) {
                names += (names.empty() ? "" : ", ") + knowledge::region_name(region, site.known);
            }
        }
        if (!names.empty()) {
            text += fmt::format(" {}: {}.", estimate_words(step, words), names);
        }
    }
    return text;
}

std::string figures(const Primary& primary, const HtmlSite& site, HtmlNotes& notes) {
    const knowledge::Language& words = site.words;
    std::string html =
        fmt::format("<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">{}</h2>\n",
                    escape_html(words.tr("Figures")));
    html += statements(words.tr("Reaches bone"), {primary.rate}, site, notes);
    html += statements(words.tr("Lesions"), {primary.lesion}, site, notes);
    html +=
        fmt::format("<h3 id=\"where-it-goes\">{}</h3>\n", escape_html(words.tr("Where it goes")));
    html += where_it_goes(primary, site, notes) + routes(primary, site, notes);
    html += statements(words.tr("More figures"), primary.other_rates, site, notes);
    html += statements(words.tr("On pictures"), primary.imaging, site, notes);
    html += statements(words.tr("What may happen in bone"), primary.events, site, notes);
    html += document_html(primary.notes, {site, notes, "notes", 3});
    return html + outlook(primary, site, notes) + "</section>\n";
}

} // namespace

HtmlPage primary_page(const Primary& primary, const HtmlSite& site) {
    HtmlNotes notes(site);
    const knowledge::Language& words = site.words;
    const std::string file = primary_file(primary.id);
    const knowledge::Article* const article = site.known.article(primary.article);
    std::string body = level_switch(article, true, site);
    if (!primary.is_metastasis) {
        body += fmt::format("<p><strong>{}</strong></p>\n",
                            escape_html(words.tr("Not a metastasis: a disease of the marrow itself "
                                                 "that looks like one")));
    }
    if (!primary.heat.empty()) {
        body += picture_html(file, picture_words(primary, site),
                             words.tr("Colours: an estimate of how often each region is reached, "
                                      "for teaching; the darker, the more often"),
                             site);
    }
    body += article != nullptr ? article_levels(*article, site, notes) : "";
    body += figures(primary, site, notes);
    if (article != nullptr) {
        body += review_line(*article, site) + notes.section() + neighbours(*article, site);
    } else {
        body += notes.section();
    }
    return {file, primary.name, "", article != nullptr ? article->summary : "", std::move(body)};
}

} // namespace osteon::output
