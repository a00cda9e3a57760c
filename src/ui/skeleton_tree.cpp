#include "ui/skeleton_tree.h"

#include <algorithm>

namespace osteon::ui {

namespace {

std::vector<RegionNode> regions_within(const anatomy::Registry& registry,
                                       const std::string& parent) {
    std::vector<RegionNode> nodes;
    for (const anatomy::Region& region : registry.regions) {
        if (region.parent != parent) {
            continue;
        }
        RegionNode node;
        node.id = region.id;
        node.name = region.name;
        node.latin = region.latin;
        node.regions = regions_within(registry, region.id);
        node.all = registry.bones_in_region(region.id);
        for (const anatomy::BoneIndex bone : node.all) {
            const anatomy::Bone& entry = registry.bones[bone];
            node.bone_count += entry.kind == anatomy::PieceKind::bone ? 1 : 0;
            if (entry.region == region.id) {
                node.bones.push_back(bone);
            }
        }
        if (!node.all.empty()) {
            nodes.push_back(std::move(node));
        }
    }
    return nodes;
}

} // namespace

std::vector<RegionNode> region_tree(const anatomy::Registry& registry) {
    return regions_within(registry, "");
}

Shown shown_share(const session::Stage& stage, const std::vector<anatomy::BoneIndex>& bones) {
    const auto hidden = std::ranges::count_if(
        bones, [&stage](anatomy::BoneIndex bone) { return session::is_hidden(stage, bone); });
    if (hidden == 0) {
        return Shown::all;
    }
    return static_cast<std::size_t>(hidden) == bones.size() ? Shown::none : Shown::some;
}

std::vector<std::string> regions_around(const anatomy::Registry& registry,
                                        anatomy::BoneIndex bone) {
    std::vector<std::string> around;
    const anatomy::Region* region = registry.find_region(registry.bones[bone].region);
    while (region != nullptr && around.size() < registry.regions.size()) {
        around.push_back(region->id);
        region = registry.find_region(region->parent);
    }
    return around;
}

} // namespace osteon::ui
