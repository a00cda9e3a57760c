#include "ui/charts.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace osteon::ui {

using knowledge::translatable;

namespace {

using knowledge::Basis;
using knowledge::Confidence;
using knowledge::Knowledge;
using knowledge::Method;
using knowledge::SpreadFigure;

/// Puts a row into the list of its basis.
template <class Chart, class Row>
void file_row(Chart& chart, Row row) {
    if (row.figure == nullptr) {
        chart.without.push_back(std::move(row));
    } else if (row.figure->basis == Basis::patients) {
        chart.patients.push_back(std::move(row));
    } else {
        chart.lesions.push_back(std::move(row));
    }
}

template <class Chart>
void sort_rows(Chart& chart) {
    const auto by_size = [](const auto& left, const auto& right) {
        return left.figure->percent > right.figure->percent;
    };
    std::stable_sort(chart.patients.begin(), chart.patients.end(), by_size);
    std::stable_sort(chart.lesions.begin(), chart.lesions.end(), by_size);
    std::stable_sort(chart.without.begin(), chart.without.end(),
                     [](const auto& left, const auto& right) { return left.heat > right.heat; });
}

constexpr std::array<MarkMeaning, 8> meanings = {{
    {Icon::mark_reported, translatable("As reported"), translatable("As printed in the source")},
    {Icon::mark_derived, translatable("Derived"),
     translatable("Derived or pooled: our arithmetic on printed figures")},
    {Icon::mark_at_least, translatable("At least"), translatable("The true share is this or more")},
    {Icon::mark_at_most, translatable("At most"), translatable("The true share is this or less")},
    {Icon::mark_proxy, translatable("Proxy"),
     translatable("From another or a mixed group of patients")},
    {Icon::mark_unchecked, translatable("Unchecked"),
     translatable("Well known, but not checked against its source")},
    {Icon::mark_estimate, translatable("Estimate"),
     translatable("No figure: a step of a scale made for teaching")},
    {Icon::mark_none, translatable("No figure"),
     translatable("No figure was found; that does not mean never")},
}};

} // namespace

const SpreadFigure* shown_figure(const knowledge::Primary& primary, std::string_view region,
                                 bool show_unchecked) {
    const SpreadFigure* const figure = primary.figure(region);
    const bool hidden =
        figure != nullptr && figure->confidence == Confidence::recalled && !show_unchecked;
    return hidden ? nullptr : figure;
}

SpreadChart spread_chart(const knowledge::Primary& primary, const Knowledge& known,
                         bool show_unchecked, session::RegionOrder order) {
    SpreadChart chart;
    for (const std::string_view region : knowledge::spread_regions) {
        file_row(chart, SpreadRow{std::string(region), region_name(region, known),
                                  shown_figure(primary, region, show_unchecked),
                                  primary.heat_step(region)});
    }
    for (const knowledge::GroupFigure& group : primary.groups) {
        if (show_unchecked || group.confidence == Confidence::verified) {
            chart.groups.push_back(&group);
        }
    }
    if (order == session::RegionOrder::by_size) {
        sort_rows(chart);
    }
    return chart;
}

RegionChart region_chart(std::string_view region, const Knowledge& known, bool show_unchecked) {
    RegionChart chart;
    if (region.empty()) {
        return chart;
    }
    for (const knowledge::Primary& primary : known.primaries) {
        if (primary.is_metastasis) {
            file_row(chart, PrimaryRow{&primary, shown_figure(primary, region, show_unchecked),
                                       primary.heat_step(region)});
        }
    }
    sort_rows(chart);
    return chart;
}

Icon mark_of(Method method, Confidence confidence) {
    if (confidence == Confidence::recalled) {
        return Icon::mark_unchecked;
    }
    switch (method) {
    case Method::reported:
        return Icon::mark_reported;
    case Method::pooled:
    case Method::derived:
    case Method::midpoint:
        return Icon::mark_derived;
    case Method::proxy:
        return Icon::mark_proxy;
    case Method::lower_bound:
        return Icon::mark_at_least;
    case Method::upper_bound:
        return Icon::mark_at_most;
    }
    return Icon::mark_unchecked;
}

std::span<const MarkMeaning> mark_meanings() {
    return meanings;
}

const MarkMeaning& meaning_of(Icon mark) {
    const auto found = std::ranges::find(meanings, mark, &MarkMeaning::mark);
    return found == meanings.end() ? meanings.back() : *found;
}

std::vector<Icon> marks_in(const SpreadChart& chart) {
    std::vector<Icon> found;
    for (const auto* const rows : {&chart.patients, &chart.lesions}) {
        for (const SpreadRow& row : *rows) {
            found.push_back(mark_of(row.figure->method, row.figure->confidence));
        }
    }
    for (const knowledge::GroupFigure* const group : chart.groups) {
        found.push_back(mark_of(group->method, group->confidence));
    }
    for (const SpreadRow& row : chart.without) {
        found.push_back(row.heat < 0 ? Icon::mark_none : Icon::mark_estimate);
    }
    std::vector<Icon> marks;
    for (const MarkMeaning& each : meanings) {
        if (std::ranges::find(found, each.mark) != found.end()) {
            marks.push_back(each.mark);
        }
    }
    return marks;
}

std::string figure_text(double percent, Method method) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.1f", percent);
    const std::string_view bound = method == Method::lower_bound   ? "≥\u202F"
                                   : method == Method::upper_bound ? "≤\u202F"
                                                                   : "";
    return std::string(bound) + digits.data();
}

} // namespace osteon::ui
