#include "ui/compared_chart.h"

#include <algorithm>
#include <functional>

namespace osteon::ui {
namespace {

using knowledge::Basis;
using knowledge::SpreadFigure;

bool counts(const SpreadFigure* figure, Basis basis) {
    return figure != nullptr && figure->basis == basis;
}

double larger_share(const ComparedRow& row) {
    return std::max(row.first != nullptr ? row.first->percent : 0.0,
                    row.second != nullptr ? row.second->percent : 0.0);
}

int larger_heat(const ComparedRow& row) {
    return std::max(row.first_heat, row.second_heat);
}

} // namespace

ComparedChart compared_chart(const knowledge::Primary& first, const knowledge::Primary& second,
                             const knowledge::Knowledge& known, bool show_unchecked,
                             session::RegionOrder order) {
    ComparedChart chart;
    for (const std::string_view region : knowledge::spread_regions) {
        const SpreadFigure* const one = shown_figure(first, region, show_unchecked);
        const SpreadFigure* const other = shown_figure(second, region, show_unchecked);
        const bool patients = counts(one, Basis::patients) || counts(other, Basis::patients);
        const Basis basis = patients ? Basis::patients : Basis::lesions;
        ComparedRow row{.region = std::string(region),
                        .name = region_name(region, known),
                        .first = counts(one, basis) ? one : nullptr,
                        .second = counts(other, basis) ? other : nullptr,
                        .other_basis =
                            one != nullptr && other != nullptr && one->basis != other->basis,
                        .first_heat = first.heat_step(region),
                        .second_heat = second.heat_step(region)};
        const bool any = one != nullptr || other != nullptr;
        (!any       ? chart.without
         : patients ? chart.patients
                    : chart.lesions)
            .push_back(std::move(row));
    }
    if (order == session::RegionOrder::by_size) {
        std::ranges::stable_sort(chart.patients, std::greater{}, larger_share);
        std::ranges::stable_sort(chart.lesions, std::greater{}, larger_share);
        std::ranges::stable_sort(chart.without, std::greater{}, larger_heat);
    }
    return chart;
}

std::size_t rows_in_common(const std::vector<ComparedRow>& rows) {
    return static_cast<std::size_t>(std::ranges::count_if(rows, [](const ComparedRow& row) {
        return row.first != nullptr && row.second != nullptr;
    }));
}

} // namespace osteon::ui
