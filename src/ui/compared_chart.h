#pragma once

#include "ui/charts.h"

#include <string>
#include <vector>

namespace osteon::ui {

/// A region in the chart of two primaries. A figure of another basis than the chart's is none here.
struct ComparedRow {
    std::string region;
    std::string name;
    const knowledge::SpreadFigure* first = nullptr;
    const knowledge::SpreadFigure* second = nullptr;
    bool other_basis = false; ///< the side without a figure has one that counts something else
    int first_heat = -1;      ///< ordinal estimates 0..4; -1: none
    int second_heat = -1;
};

/// Two primaries side by side. Only figures of one basis share an axis.
struct ComparedChart {
    std::vector<ComparedRow> patients; ///< one of the two, or both, counts patients
    std::vector<ComparedRow> lesions;  ///< none counts patients, one or both lesions
    std::vector<ComparedRow> without;  ///< no figure for either
};

ComparedChart compared_chart(const knowledge::Primary& first, const knowledge::Primary& second,
                             const knowledge::Knowledge& known, bool show_unchecked,
                             session::RegionOrder order);

/// How many rows have a figure on both sides, which is what an axis in common is for.
std::size_t rows_in_common(const std::vector<ComparedRow>& rows);

} // namespace osteon::ui
