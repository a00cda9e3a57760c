#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/regions.h"
#include "ui/icons.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// A row of the chart of one primary: a region, and its figure where there is one.
struct SpreadRow {
    std::string region;
    std::string name;
    const knowledge::SpreadFigure* figure = nullptr; ///< nullptr: no figure found
    int heat = -1;                                   ///< ordinal estimate 0..4; -1: none
};

/// The pattern of one primary, parted so that figures of different bases never share an axis.
struct SpreadChart {
    std::vector<SpreadRow> patients;                   ///< shares of patients, largest first
    std::vector<SpreadRow> lesions;                    ///< shares of lesions, largest first
    std::vector<SpreadRow> without;                    ///< no figure found, highest estimate first
    std::vector<const knowledge::GroupFigure*> groups; ///< for several regions together
};

/// `show_unchecked` false: recalled figures count as not found.
SpreadChart spread_chart(const knowledge::Primary& primary, const knowledge::Knowledge& known,
                         bool show_unchecked);

/// A row of the chart of one region: a primary and its figure there.
struct PrimaryRow {
    const knowledge::Primary* primary = nullptr;
    const knowledge::SpreadFigure* figure = nullptr;
    int heat = -1;
};

/// Who spreads to a region, parted by basis. Only true metastases, not the mimics.
struct RegionChart {
    std::vector<PrimaryRow> patients;
    std::vector<PrimaryRow> lesions;
    std::vector<PrimaryRow> without;
};
RegionChart region_chart(std::string_view region, const knowledge::Knowledge& known,
                         bool show_unchecked);

/// The mark of confidence of a figure; its form says how the figure came about.
Icon mark_of(knowledge::Method method, knowledge::Confidence confidence);
/// The mark in words, to be translated: "As reported", "At least".
const char* mark_word(Icon mark);
/// "81.2", "≥ 50.6", "≤ 7.1": one decimal, and whether it is a bound.
std::string figure_text(double percent, knowledge::Method method);

} // namespace osteon::ui
