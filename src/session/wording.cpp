#include "session/wording.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace osteon::session {

namespace {

using anatomy::BoneIndex;
using anatomy::PieceKind;
using anatomy::Region;
using anatomy::Registry;
using knowledge::Language;

/// Do the names of several things end like this? "Ribs", "Lumbar vertebrae"; not "Pelvis",
/// "Carpus".
bool is_plural(std::string_view name) {
    return name.ends_with("ae") || name.ends_with("teeth") ||
           (name.ends_with('s') && !name.ends_with("us") && !name.ends_with("is") &&
            !name.ends_with("ss"));
}

/// "5 bones", or "5 pieces" where bones and other things are mixed.
std::string count_by_kind(std::span<const BoneIndex> bones, const Registry& registry,
                          const Language& language) {
    const PieceKind first = registry.bones[bones.front()].kind;
    const bool alike = std::all_of(bones.begin(), bones.end(), [&](BoneIndex bone) {
        return registry.bones[bone].kind == first;
    });
    if (!alike) {
        return language.tr("{} pieces", bones.size());
    }
    switch (first) {
    case PieceKind::bone:
        return language.tr("{} bones", bones.size());
    case PieceKind::disc:
        return language.tr("{} discs", bones.size());
    case PieceKind::cartilage:
        return language.tr("{} cartilages", bones.size());
    case PieceKind::tooth:
        return language.tr("{} teeth", bones.size());
    case PieceKind::organ:
        return language.tr("{} organs", bones.size());
    }
    return {};
}

bool holds_all(const std::vector<BoneIndex>& region, std::span<const BoneIndex> bones) {
    return std::all_of(bones.begin(), bones.end(), [&](BoneIndex bone) {
        return std::find(region.begin(), region.end(), bone) != region.end();
    });
}

/// The smallest region around all of the bones, or nullptr.
const Region* common_region(std::span<const BoneIndex> bones, const Registry& registry) {
    const Region* region = registry.find_region(registry.bones[bones.front()].region);
    while (region != nullptr && !holds_all(registry.bones_in_region(region->id), bones)) {
        region = region->parent.empty() ? nullptr : registry.find_region(region->parent);
    }
    return region;
}

std::string without_side(std::string name) {
    for (const std::string_view side : {"left ", "right "}) {
        if (name.starts_with(side)) {
            name.erase(0, side.size());
        }
    }
    return name;
}

/// What all the bones are, by the names of their innermost regions: "left ribs", or "ribs" where
/// they are of both sides; empty where they differ, or the name is not that of several bones. Of
/// English names alone: other languages bend the words otherwise.
std::string common_plural(std::span<const BoneIndex> bones, const Registry& registry) {
    std::string common;
    for (const BoneIndex bone : bones) {
        const Region* region = registry.find_region(registry.bones[bone].region);
        const std::string name = region != nullptr ? within_sentence(region->name) : "";
        if (common.empty() || common == name) {
            common = name;
        } else if (without_side(common) == without_side(name)) {
            common = without_side(name);
        } else {
            return {};
        }
    }
    return is_plural(common) ? common : "";
}

} // namespace

std::string describe_bones(std::span<const BoneIndex> bones, const Registry& registry,
                           const Language& language) {
    if (bones.empty()) {
        return language.tr("nothing");
    }
    if (bones.size() == 1) {
        return language.tr("the {}", within_sentence(registry.bones[bones.front()].name, language));
    }
    const bool english = language.id == knowledge::base_language;
    if (const std::string plural = english ? common_plural(bones, registry) : ""; !plural.empty()) {
        return std::to_string(bones.size()) + ' ' + plural;
    }
    const std::string count = count_by_kind(bones, registry, language);
    const Region* region = common_region(bones, registry);
    if (region == nullptr) {
        return count;
    }
    const std::string name = within_sentence(region->name, language);
    if (registry.bones_in_region(region->id).size() == bones.size()) {
        return language.tr("the {}", name);
    }
    const bool innermost = std::all_of(bones.begin(), bones.end(), [&](BoneIndex bone) {
        return registry.bones[bone].region == region->id;
    });
    return innermost ? language.tr("{} of the {}", count, name) : count;
}

} // namespace osteon::session
