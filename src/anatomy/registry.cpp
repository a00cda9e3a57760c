#include "anatomy/registry.h"

#include <algorithm>

namespace osteon::anatomy {

BoneIndex Registry::find(std::string_view id) const {
    const std::string key(id);
    if (const auto found = bone_by_id.find(key); found != bone_by_id.end()) {
        return found->second;
    }
    const auto found = link_aliases.find(key);
    return found == link_aliases.end() ? no_bone : found->second;
}

LandmarkIndex Registry::find_landmark(std::string_view link) const {
    const std::size_t mark = link.find('#');
    return mark == std::string_view::npos
               ? no_landmark
               : find_landmark(find(link.substr(0, mark)), link.substr(mark + 1));
}

LandmarkIndex Registry::find_landmark(BoneIndex bone, std::string_view id) const {
    const auto [first, end] = landmarks_of(bone);
    for (LandmarkIndex index = first; index < end; ++index) {
        if (landmarks[index].id == id) {
            return index;
        }
    }
    return no_landmark;
}

std::pair<LandmarkIndex, LandmarkIndex> Registry::landmarks_of(BoneIndex bone) const {
    const auto found = std::ranges::equal_range(landmarks, bone, {}, &Landmark::bone);
    const auto index = [&](auto at) { return static_cast<LandmarkIndex>(at - landmarks.begin()); };
    return {index(found.begin()), index(found.end())};
}

std::string Registry::link_to(LandmarkIndex landmark) const {
    return bones[landmarks[landmark].bone].id + "#" + landmarks[landmark].id;
}

const Region* Registry::find_region(std::string_view id) const {
    const auto found = std::find_if(regions.begin(), regions.end(),
                                    [&](const Region& region) { return region.id == id; });
    return found == regions.end() ? nullptr : &*found;
}

std::vector<BoneIndex> Registry::bones_in_region(std::string_view region) const {
    const auto lies_within = [&](std::string_view id) {
        for (const Region* at = find_region(id); at != nullptr; at = find_region(at->parent)) {
            if (at->id == region) {
                return true;
            }
        }
        return false;
    };
    std::vector<BoneIndex> found;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        if (lies_within(bones[i].region)) {
            found.push_back(static_cast<BoneIndex>(i));
        }
    }
    return found;
}

std::vector<BoneIndex> Registry::bones_at_site(std::string_view site) const {
    std::vector<BoneIndex> found;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        if (!site.empty() && bones[i].site == site) {
            found.push_back(static_cast<BoneIndex>(i));
        }
    }
    return found;
}

std::string_view to_string(PieceKind kind) {
    switch (kind) {
    case PieceKind::bone:
        return "bone";
    case PieceKind::disc:
        return "disc";
    case PieceKind::cartilage:
        return "cartilage";
    case PieceKind::tooth:
        return "tooth";
    case PieceKind::organ:
        return "organ";
    }
    return "bone";
}

std::string_view to_string(Side side) {
    switch (side) {
    case Side::midline:
        return "midline";
    case Side::left:
        return "left";
    case Side::right:
        return "right";
    }
    return "midline";
}

} // namespace osteon::anatomy
