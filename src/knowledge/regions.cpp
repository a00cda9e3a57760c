#include "knowledge/regions.h"

#include <algorithm>

namespace osteon::knowledge {
namespace {

/// The parts that are counted under a region, or the site of its own id.
std::vector<const Site*> sites_of(std::string_view region, const Knowledge& known) {
    std::vector<const Site*> found;
    for (const Site& site : known.sites) {
        if (!site.parent.empty() && site.region == region) {
            found.push_back(&site);
        }
    }
    if (found.empty()) {
        if (const Site* const site = known.site(region)) {
            found.push_back(site);
        }
    }
    return found;
}

} // namespace

const Site* region_site(std::string_view region, const Knowledge& known) {
    const std::vector<const Site*> sites = sites_of(region, known);
    return sites.size() == 1 ? sites.front() : known.site(region);
}

std::string region_name(std::string_view region, const Knowledge& known) {
    const Site* const site = region_site(region, known);
    return site != nullptr ? site->name : std::string(region);
}

std::vector<anatomy::BoneIndex> region_bones(std::string_view region, const Knowledge& known) {
    std::vector<anatomy::BoneIndex> bones;
    for (const Site* const site : sites_of(region, known)) {
        bones.insert(bones.end(), site->bones.begin(), site->bones.end());
    }
    std::sort(bones.begin(), bones.end());
    bones.erase(std::unique(bones.begin(), bones.end()), bones.end());
    return bones;
}

} // namespace osteon::knowledge
