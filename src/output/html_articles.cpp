#include "knowledge/regions.h"
#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

using knowledge::Basis;
using knowledge::Primary;
using knowledge::Site;

/// The cancers that reach a region and have a figure of this basis there, the largest first;
/// without a basis those that have no figure, the highest estimate first.
std::vector<HtmlFigureRow> rows_of(std::string_view region, std::optional<Basis> basis,
                                   const HtmlSite& site) {
    std::vector<HtmlFigureRow> rows;
    for (const Primary& primary : site.known.primaries) {
        const knowledge::SpreadFigure* const figure = primary.figure(region);
        const bool wanted =
            basis ? figure != nullptr && figure->basis == *basis : figure == nullptr;
        if (primary.is_metastasis && wanted) {
            rows.push_back({link_html(primary_file(primary.id), escape_html(primary.name)), "",
                            figure, primary.heat_step(region)});
        }
    }
    const auto size = [](const HtmlFigureRow& row) {
        return row.figure != nullptr ? row.figure->percent : static_cast<double>(row.heat);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const auto& left, const auto& right) { return size(left) > size(right); });
    return rows;
}

std::string who_spreads_here(const Site& place, const HtmlSite& site, HtmlNotes& notes) {
    if (place.region.empty()) {
        return {};
    }
    const knowledge::Language& words = site.words;
    const std::string cancer = words.tr("Cancer");
    std::string html =
        fmt::format("<h2 id=\"figures\">{}</h2>\n", escape_html(words.tr("Who spreads here")));
    const std::string counted = knowledge::region_name(place.region, site.known);
    if (counted != place.name) {
        html += fmt::format("<p>{}</p>\n", escape_html(words.tr("The sources count this place "
                                                                "under: {}",
                                                                counted)));
    }
    html += figure_table("of-patients",
                         words.tr("Of patients with bone metastases of each cancer, those who have "
                                  "it here"),
                         cancer, rows_of(place.region, Basis::patients, site), site, notes);
    html += figure_table("of-lesions",
                         words.tr("Of all lesions counted, those found here. Another basis: not to "
                                  "be compared with shares of patients"),
                         cancer, rows_of(place.region, Basis::lesions, site), site, notes);
    return html + figure_table("without",
                               words.tr("No figure found. The estimate is ours, for teaching"),
                               cancer, rows_of(place.region, std::nullopt, site), site, notes);
}

std::string parts(const Site& place, const HtmlSite& site) {
    const std::vector<const Site*> all = site.known.parts(place.id);
    if (all.empty()) {
        return {};
    }
    std::string html = fmt::format("<h2>{}</h2>\n<ul>\n", escape_html(site.words.tr("Parts")));
    for (const Site* const part : all) {
        html += fmt::format("<li><a href=\"{}\">{}</a>{}{}</li>\n", site_file(part->id),
                            escape_html(part->name), part->subtitle.empty() ? "" : " – ",
                            escape_html(part->subtitle));
    }
    return html + "</ul>\n";
}

std::string bones(const Site& place, const HtmlSite& site) {
    std::string items;
    for (const anatomy::BoneIndex bone : place.bones) {
        const anatomy::Bone& entry = site.registry.bones[bone];
        if (entry.kind == anatomy::PieceKind::bone) {
            items += fmt::format(
                "<li><a href=\"{}\"{}>{}</a></li>\n", bone_target(bone, site.registry),
                foreign_attribute(entry.english.empty(), site), escape_html(entry.name));
        }
    }
    return items.empty() ? std::string{}
                         : fmt::format("<h2>{}</h2>\n<ul class=\"columns\">\n{}</ul>\n",
                                       escape_html(site.words.tr("Bones of this site")), items);
}

std::string way_up(const Site& place, const HtmlSite& site) {
    const Site* const parent = site.known.site(place.parent);
    return parent == nullptr
               ? std::string{}
               : fmt::format("<p>{} {}</p>\n", escape_html(site.words.tr("A part of:")),
                             link_html(site_file(parent->id), escape_html(parent->name)));
}

} // namespace

HtmlPage article_page(const knowledge::Article& article, const HtmlSite& site) {
    HtmlNotes notes(site);
    std::string body = level_switch(&article, false, site) + article_levels(article, site, notes);
    body += review_line(article, site) + notes.section() + neighbours(article, site);
    return {article_file(article), article.title,   article.latin,
            article.summary,       std::move(body), is_untranslated(article)};
}

HtmlPage site_page(const Site& place, const HtmlSite& site) {
    HtmlNotes notes(site);
    const knowledge::Language& words = site.words;
    const std::string file = site_file(place.id);
    const knowledge::Article* const article = site.known.article(place.article);
    std::string body =
        way_up(place, site) + level_switch(article, !place.region.empty(), site) +
        picture_html(file, words.tr("{}, solid within the faded skeleton", place.name),
                     words.tr("{}, drawn from the atlas's model", place.name), site);
    body += article != nullptr ? article_levels(*article, site, notes) : "";
    body += who_spreads_here(place, site, notes) + parts(place, site) + bones(place, site);
    if (article != nullptr) {
        body += review_line(*article, site) + notes.section() + neighbours(*article, site);
    } else {
        body += notes.section();
    }
    return {file,
            place.name,
            place.latin,
            article != nullptr ? article->summary : place.subtitle,
            std::move(body),
            is_untranslated(place, site)};
}

} // namespace osteon::output
