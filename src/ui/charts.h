#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/regions.h"
#include "session/action.h"
#include "ui/icons.h"

#include <span>
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
    std::vector<SpreadRow> patients;                   ///< shares of patients
    std::vector<SpreadRow> lesions;                    ///< shares of lesions
    std::vector<SpreadRow> without;                    ///< no figure found
    std::vector<const knowledge::GroupFigure*> groups; ///< for several regions together
};

/// `show_unchecked` false: recalled figures count as not found. By size the largest figure comes
/// first, and the highest estimate; by body the rows go from head to foot.
SpreadChart spread_chart(const knowledge::Primary& primary, const knowledge::Knowledge& known,
                         bool show_unchecked,
                         session::RegionOrder order = session::RegionOrder::by_size);

/// The figure to show for a region, or nullptr: none was found, or it is unchecked and not wanted.
const knowledge::SpreadFigure* shown_figure(const knowledge::Primary& primary,
                                            std::string_view region, bool show_unchecked);

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
/// What a mark of confidence is called and means, both to be translated.
struct MarkMeaning {
    Icon mark;
    const char* name;    ///< "At least"
    const char* meaning; ///< one sentence
};
/// All marks, in the order in which the legend tells them.
std::span<const MarkMeaning> mark_meanings();
/// The meaning of a mark; that of "no figure found" for an icon that is none.
const MarkMeaning& meaning_of(Icon mark);
/// The marks that stand in a chart, each once, in the order of the legend.
std::vector<Icon> marks_in(const SpreadChart& chart);
/// "81.2", "≥ 50.6", "≤ 7.1": one decimal, and whether it is a bound.
std::string figure_text(double percent, knowledge::Method method);

} // namespace osteon::ui
