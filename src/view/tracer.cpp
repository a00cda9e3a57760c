#include "view/tracer.h"

#include "view/bone_scan.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace osteon::view {

namespace {

using anatomy::PieceKind;

struct RegionUptake {
    std::string_view region; ///< without its side
    Uptake uptake;
};

// Flat bones are thin, but turn over fast; shafts are thick, but mostly hollow.
constexpr std::array<RegionUptake, 19> c_uptakes{{{"neurocranium", {1.5F, 1.5F}},
                                                  {"viscerocranium", {1.3F, 1.3F}},
                                                  {"auditory_ossicles", {0.0F, 0.0F}},
                                                  {"neck", {0.3F, 0.3F}},
                                                  {"sternal_region", {1.4F, 1.4F}},
                                                  {"ribs", {1.3F, 1.3F}},
                                                  {"shoulder_girdle", {1.3F, 1.3F}},
                                                  {"pelvic_girdle", {1.1F, 1.1F}},
                                                  {"arm", {0.28F, 0.8F}},
                                                  {"forearm", {0.3F, 0.9F}},
                                                  {"carpus", {0.8F, 0.8F}},
                                                  {"metacarpus", {0.5F, 0.5F}},
                                                  {"fingers", {0.4F, 0.4F}},
                                                  {"thigh", {0.22F, 0.6F}},
                                                  {"knee", {0.8F, 0.8F}},
                                                  {"leg", {0.22F, 0.6F}},
                                                  {"tarsus", {0.4F, 0.4F}},
                                                  {"metatarsus", {0.35F, 0.35F}},
                                                  {"toes", {0.4F, 0.4F}}}};

std::string_view without_side(std::string_view region) {
    for (const std::string_view side : {"_left", "_right"}) {
        if (region.ends_with(side)) {
            region.remove_suffix(side.size());
        }
    }
    return region;
}

/// A pair at either side of the midline.
void add_pair(std::vector<ScanSpot>& spots, const ScanSpot& left) {
    spots.push_back(left);
    spots.push_back(left);
    spots.back().centre = mirrored(left.centre);
}

} // namespace

float Uptake::at(float height, const glm::vec2& reach) const {
    constexpr float c_shaft_begins = 0.2F; // of the length, from either end
    const float length = std::max(reach.y - reach.x, 1e-3F);
    const float from_end = std::min(height - reach.x, reach.y - height) / length;
    const float t = std::clamp(from_end / c_shaft_begins, 0.0F, 1.0F);
    return ends + (shaft - ends) * t * t * (3.0F - 2.0F * t);
}

Uptake uptake_of(const anatomy::Bone& bone) {
    switch (bone.kind) {
    case PieceKind::disc:
    case PieceKind::organ:
        return {0.0F, 0.0F};
    case PieceKind::cartilage:
        return {0.12F, 0.12F};
    case PieceKind::tooth:
        return {0.2F, 0.2F};
    case PieceKind::bone:
        break;
    }
    const std::string_view region = without_side(bone.region);
    const auto found = std::ranges::find(c_uptakes, region, &RegionUptake::region);
    return found != c_uptakes.end() ? found->uptake : Uptake{};
}

std::vector<ScanSpot> usual_spots(const anatomy::SkeletonModel& model,
                                  const anatomy::Registry& registry) {
    std::vector<ScanSpot> spots;
    const auto bounds_of = [&](const char* id) -> const Box* {
        const anatomy::BoneMesh* mesh = model.find(registry.find(id));
        return mesh != nullptr ? &mesh->bounds : nullptr;
    };
    const Box* const first = bounds_of("vertebra_l1");
    const Box* const second = bounds_of("vertebra_l2");
    if (first != nullptr && second != nullptr) {
        // Kidneys: beside the disc of L1 and L2, at the back wall.
        const glm::vec3 middle = 0.5F * (first->centre() + second->centre());
        add_pair(spots, {{0.062F, middle.y, middle.z - 0.012F}, {0.014F, 0.024F}, 0.024F});
    }
    if (const Box* const sacrum = bounds_of("sacrum")) {
        // The sacroiliac joints: at the sides of the upper half of the sacrum.
        const glm::vec3 size = sacrum->size();
        add_pair(spots, {{sacrum->max.x - 0.12F * size.x, sacrum->max.y - 0.32F * size.y,
                          sacrum->min.z + 0.45F * size.z},
                         {0.006F, 0.016F},
                         0.03F});
    }
    const Box* const hip = bounds_of("hip_bone_left");
    if (hip != nullptr) {
        // The bladder, behind the pubic symphysis.
        const glm::vec3 size = hip->size();
        spots.push_back({{0.0F, hip->min.y + 0.36F * size.y, hip->min.z + 0.7F * size.z},
                         {0.022F, 0.017F},
                         0.05F});
    }
    return spots;
}

} // namespace osteon::view
