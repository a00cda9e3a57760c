#pragma once

#include "anatomy/registry.h"
#include "session/session.h"

#include <string>
#include <vector>

namespace osteon::ui {

/// A region of the skeleton with what it holds, in the order of the registry.
struct RegionNode {
    std::string id;
    std::string name;
    std::string latin;
    std::vector<RegionNode> regions;
    std::vector<anatomy::BoneIndex> bones; ///< directly in it, not in a region within
    std::vector<anatomy::BoneIndex> all;   ///< with those of the regions within
    int bone_count = 0;                    ///< of `all`, without discs, cartilages and teeth
};

/// The regions without a parent, with all below them. Regions without entries are left out.
std::vector<RegionNode> region_tree(const anatomy::Registry& registry);

/// How much of some bones is shown.
enum class Shown { all, some, none };
Shown shown_share(const session::Stage& stage, const std::vector<anatomy::BoneIndex>& bones);

/// The region of a bone and the regions around it, innermost first.
std::vector<std::string> regions_around(const anatomy::Registry& registry, anatomy::BoneIndex bone);

} // namespace osteon::ui
