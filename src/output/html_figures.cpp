#include "output/html_parts.h"
#include "output/html_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace osteon::output {
namespace {

using knowledge::SpreadFigure;

std::string range_text(const SpreadFigure& figure, const HtmlSite& site) {
    if (!figure.min && !figure.max) {
        return "–";
    }
    const auto end = [&](const std::optional<double>& value) {
        return value ? site.words.number(fmt::format("{:.1f}", *value)) : std::string("?");
    };
    return end(figure.min) + "–" + end(figure.max) + "\u202F%";
}

std::string note_cell(const SpreadFigure& figure, HtmlNotes& notes) {
    return "<td>" + escape_html(figure.note) + notes.cite(figure.sources) + "</td>";
}

/// The cells of a figure behind the name of its row, with that of the estimate among them.
std::string figure_cells(const SpreadFigure& figure, const std::string& estimate,
                         const HtmlSite& site, HtmlNotes& notes) {
    const knowledge::Language& words = site.words;
    // The bar repeats the number beside it for the eye; without style it is not there.
    return fmt::format("<td class=\"number\"><span class=\"bar\" aria-hidden=\"true\">"
                       "<span style=\"width:{:.1f}%\"></span></span>{}</td>"
                       "<td class=\"number\">{}</td><td>{}</td><td>{}</td>",
                       std::clamp(figure.percent, 0.0, 100.0),
                       escape_html(percent_text(figure.percent, figure.method, site)),
                       escape_html(range_text(figure, site)),
                       escape_html(method_words(figure.method, words)),
                       escape_html(confidence_words(figure.confidence, words))) +
           estimate + note_cell(figure, notes);
}

std::string heading_row(const std::vector<std::string>& names) {
    std::string html = "<thead>\n<tr>";
    for (const std::string& name : names) {
        html += "<th scope=\"col\">" + escape_html(name) + "</th>";
    }
    return html + "</tr>\n</thead>\n";
}

} // namespace

std::string percent_text(double percent, knowledge::Method method, const HtmlSite& site) {
    const std::string_view bound = method == knowledge::Method::lower_bound   ? "≥\u202F"
                                   : method == knowledge::Method::upper_bound ? "≤\u202F"
                                                                              : "";
    return std::string(bound) + site.words.number(fmt::format("{:.1f}", percent)) + "\u202F%";
}

const char* method_words(knowledge::Method method, const knowledge::Language& words) {
    switch (method) {
    case knowledge::Method::reported:
        return words.tr("As reported");
    case knowledge::Method::pooled:
        return words.tr("Rows of one table added up");
    case knowledge::Method::derived:
        return words.tr("Derived by arithmetic");
    case knowledge::Method::proxy:
        return words.tr("From another or mixed group");
    case knowledge::Method::midpoint:
        return words.tr("Middle of a range");
    case knowledge::Method::lower_bound:
        return words.tr("At least");
    case knowledge::Method::upper_bound:
        return words.tr("At most");
    }
    return "";
}

const char* confidence_words(knowledge::Confidence confidence, const knowledge::Language& words) {
    return confidence == knowledge::Confidence::verified
               ? words.tr("Seen in its source")
               : words.tr("Not checked against its source");
}

const char* basis_words(knowledge::Basis basis, const knowledge::Language& words) {
    return basis == knowledge::Basis::patients ? words.tr("of patients") : words.tr("of lesions");
}

const char* estimate_words(int heat, const knowledge::Language& words) {
    const auto step = static_cast<std::size_t>(heat);
    return heat >= 0 && step < knowledge::heat_words.size() ? words.tr(knowledge::heat_words[step])
                                                            : "–";
}

std::string figure_table(const std::string& anchor, const std::string& caption,
                         const std::string& first, const std::vector<HtmlFigureRow>& rows,
                         const HtmlSite& site, HtmlNotes& notes) {
    if (rows.empty()) {
        return {};
    }
    const knowledge::Language& words = site.words;
    const auto any = [&](auto has) { return std::any_of(rows.begin(), rows.end(), has); };
    const bool figures = any([](const HtmlFigureRow& row) { return row.figure != nullptr; });
    const bool estimates = any([](const HtmlFigureRow& row) { return row.heat >= 0; });
    std::vector<std::string> names = {first};
    if (figures) {
        names.insert(names.end(), {words.tr("Share"), words.tr("Range"), words.tr("How obtained"),
                                   words.tr("How sure")});
    }
    if (estimates) {
        names.emplace_back(words.tr("Estimate"));
    }
    if (figures) {
        names.emplace_back(words.tr("Note and source"));
    }
    std::string html = fmt::format("<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
                                   "aria-labelledby=\"{0}\">\n<table class=\"figures\">\n"
                                   "<caption id=\"{0}\">{1}</caption>\n{2}<tbody>\n",
                                   anchor, escape_html(caption), heading_row(names));
    for (const HtmlFigureRow& row : rows) {
        const std::string estimate =
            estimates ? "<td>" + escape_html(estimate_words(row.heat, words)) + "</td>" : "";
        html +=
            fmt::format("<tr><th scope=\"row\"{}>{}</th>", attribute("id", row.anchor), row.name);
        html += row.figure != nullptr ? figure_cells(*row.figure, estimate, site, notes) : estimate;
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n</div>\n";
}

} // namespace osteon::output
