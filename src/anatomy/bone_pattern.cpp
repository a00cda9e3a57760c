#include "anatomy/bone_pattern.h"

#include <algorithm>

namespace osteon::anatomy {
namespace {

/// Whether `id` fits a pattern in which `*` stands for any characters.
bool fits(std::string_view id, std::string_view pattern) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos) {
        return id == pattern;
    }
    if (!id.starts_with(pattern.substr(0, star))) {
        return false;
    }
    const std::string_view rest = pattern.substr(star + 1);
    for (std::size_t from = star; from <= id.size(); ++from) {
        if (fits(id.substr(from), rest)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<BoneIndex> bones_like(const Registry& registry, std::string_view pattern) {
    constexpr std::string_view region = "region:";
    if (pattern.starts_with(region)) {
        return registry.bones_in_region(pattern.substr(region.size()));
    }
    if (const BoneIndex exact = registry.find(pattern); exact != no_bone) {
        return {exact};
    }
    std::vector<BoneIndex> found;
    for (std::size_t index = 0; index < registry.bones.size(); ++index) {
        if (fits(registry.bones[index].id, pattern)) {
            found.push_back(static_cast<BoneIndex>(index));
        }
    }
    return found;
}

std::vector<BoneIndex> bones_like(const Registry& registry, std::span<const std::string> patterns) {
    std::vector<BoneIndex> bones;
    for (const std::string& pattern : patterns) {
        const std::vector<BoneIndex> found = bones_like(registry, std::string_view(pattern));
        bones.insert(bones.end(), found.begin(), found.end());
    }
    std::ranges::sort(bones);
    const auto repeated = std::ranges::unique(bones);
    bones.erase(repeated.begin(), repeated.end());
    return bones;
}

} // namespace osteon::anatomy
