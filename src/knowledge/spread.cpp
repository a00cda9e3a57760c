#include "knowledge/spread.h"

#include <algorithm>

namespace osteon::knowledge {

bool counts_advanced_disease(const Statement& rate) {
    return rate.what.find("advanced") != std::string::npos ||
           rate.what.find("metastatic disease") != std::string::npos;
}

const SpreadFigure* Primary::figure(std::string_view region) const {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const SpreadFigure& entry) {
        return entry.preferred && entry.region == region;
    });
    return found == figures.end() ? nullptr : &*found;
}

std::vector<const SpreadFigure*> Primary::chart(Basis basis) const {
    std::vector<const SpreadFigure*> bars;
    for (const SpreadFigure& entry : figures) {
        if (entry.preferred && entry.basis == basis) {
            bars.push_back(&entry);
        }
    }
    std::stable_sort(bars.begin(), bars.end(), [](const SpreadFigure* a, const SpreadFigure* b) {
        return a->percent > b->percent;
    });
    return bars;
}

const Route* Primary::route(std::string_view wanted) const {
    const auto found = std::find_if(routes.begin(), routes.end(), [&](const Route& entry) {
        return !entry.steps.empty() && (wanted.empty() || entry.id == wanted);
    });
    return found == routes.end() ? nullptr : &*found;
}

int Primary::heat_step(std::string_view region) const {
    const auto found = std::find_if(
        heat.begin(), heat.end(), [&](const RegionHeat& entry) { return entry.region == region; });
    return found == heat.end() ? -1 : found->step;
}

} // namespace osteon::knowledge
