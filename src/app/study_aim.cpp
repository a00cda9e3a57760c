#include "app/study_aim.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace osteon::app {

std::vector<anatomy::BoneIndex> reading_order(std::vector<PlacedBone> bones, float row) {
    const auto place = [row](const PlacedBone& bone) {
        return std::tuple(std::floor(bone.at.y / row), bone.at.x, bone.at.y, bone.bone);
    };
    std::ranges::sort(bones, {}, place);
    std::vector<anatomy::BoneIndex> order(bones.size());
    std::ranges::transform(bones, order.begin(), &PlacedBone::bone);
    return order;
}

void BoneAim::step(int way, const std::vector<anatomy::BoneIndex>& bones, glm::vec2 pointer) {
    const auto here = std::ranges::find(bones, bone(pointer));
    pointer_ = pointer;
    if (bones.empty()) {
        clear();
        return;
    }
    const auto count = static_cast<std::ptrdiff_t>(bones.size());
    const std::ptrdiff_t first = way > 0 ? -1 : count;
    const std::ptrdiff_t from = here == bones.end() ? first : here - bones.begin();
    bone_ = bones[static_cast<std::size_t>((from + way + count) % count)];
}

} // namespace osteon::app
