#include "study/bone_picture.h"

#include <algorithm>
#include <array>
#include <string>

namespace osteon::study {
namespace {

using anatomy::Registry;
using anatomy::Side;

/// How the bones of a region are best seen in their place. "{}" in a region stands for the side.
struct Place {
    std::string_view region;
    std::array<std::string_view, 4> framed; ///< regions; the rest of the places is empty
    float yaw = 0.0F;                       ///< degrees
    float pitch = 0.0F;
};

constexpr std::array<Place, 22> c_places{{
    {"neurocranium", {"neurocranium", "viscerocranium"}, 30.0F, 5.0F},
    {"viscerocranium", {"neurocranium", "viscerocranium"}, 15.0F, 0.0F},
    {"neck", {"viscerocranium", "neck", "cervical_vertebrae"}, 25.0F, -10.0F},
    {"cervical_vertebrae", {"cervical_vertebrae", "neck"}, 140.0F, 8.0F},
    {"thoracic_vertebrae", {"thoracic_vertebrae"}, 155.0F, 5.0F},
    {"lumbar_vertebrae", {"lumbar_vertebrae", "sacrum_and_coccyx"}, 150.0F, 5.0F},
    {"sacrum_and_coccyx", {"pelvic_girdle", "sacrum_and_coccyx"}, 170.0F, 5.0F},
    {"sternal_region", {"ribs_left", "ribs_right"}, 0.0F, 3.0F},
    {"ribs", {"ribs_left", "ribs_right"}, 0.0F, 3.0F},
    {"shoulder_girdle", {"shoulder_girdle_left", "shoulder_girdle_right"}, 0.0F, 3.0F},
    {"arm", {"arm_left", "arm_right", "forearm_left", "forearm_right"}, 0.0F, 3.0F},
    {"forearm", {"arm_left", "arm_right", "forearm_left", "forearm_right"}, 0.0F, 3.0F},
    {"carpus", {"carpus_{}", "metacarpus_{}"}, 0.0F, 5.0F},
    {"metacarpus", {"carpus_{}", "metacarpus_{}", "fingers_{}"}, 0.0F, 5.0F},
    {"fingers", {"metacarpus_{}", "fingers_{}"}, 0.0F, 5.0F},
    {"pelvic_girdle", {"pelvic_girdle", "sacrum_and_coccyx"}, 0.0F, 5.0F},
    {"thigh", {"pelvic_girdle", "thigh_left", "thigh_right"}, 0.0F, 3.0F},
    {"knee", {"thigh_left", "thigh_right", "leg_left", "leg_right"}, 0.0F, 3.0F},
    {"leg", {"leg_left", "leg_right"}, 0.0F, 3.0F},
    {"tarsus", {"tarsus_{}", "metatarsus_{}"}, 40.0F, 40.0F},
    {"metatarsus", {"tarsus_{}", "metatarsus_{}", "toes_{}"}, 20.0F, 50.0F},
    {"toes", {"metatarsus_{}", "toes_{}"}, 10.0F, 55.0F},
}};

/// A bone that is seen from elsewhere than others of its region. Yaw is that of the left bone.
struct Exception {
    std::string_view bone;
    float yaw;
    float pitch;
};
constexpr std::array<Exception, 7> c_exceptions{{{"occipital_bone", 170.0F, 0.0F},
                                                 {"parietal_bone", 150.0F, 30.0F},
                                                 {"temporal_bone", 80.0F, 0.0F},
                                                 {"scapula", 170.0F, 3.0F},
                                                 {"rib_11", 160.0F, 3.0F},
                                                 {"rib_12", 160.0F, 3.0F},
                                                 {"vertebra_c1", 150.0F, 25.0F}}};

/// Bones of the skull of which other bones hide most.
constexpr std::array<std::string_view, 6> c_inner{"ethmoid_bone",  "sphenoid_bone",
                                                  "lacrimal_bone", "palatine_bone",
                                                  "vomer",         "inferior_nasal_concha"};

std::string on_side(std::string_view pattern, Side side) {
    std::string region(pattern);
    if (const std::size_t mark = region.find("{}"); mark != std::string::npos) {
        region.replace(mark, 2, anatomy::to_string(side));
    }
    return region;
}

/// From the bone's own side; where both sides are to be seen, from the middle.
float yaw_for(const anatomy::Bone& bone, float yaw, bool both_sides) {
    const bool from_behind = yaw > 90.0F;
    if (both_sides && bone.side != Side::midline) {
        return from_behind ? 180.0F : 0.0F;
    }
    return bone.side == Side::right ? -yaw : yaw;
}

} // namespace

std::string_view without_side(std::string_view id) {
    for (const std::string_view side : {"_left", "_right"}) {
        if (id.ends_with(side)) {
            id.remove_suffix(side.size());
        }
    }
    return id;
}

std::vector<BoneIndex> bones_of_regions(const Registry& registry,
                                        const std::vector<std::string>& regions) {
    std::vector<BoneIndex> bones;
    for (const std::string& region : regions) {
        for (const BoneIndex bone : registry.bones_in_region(region)) {
            if (registry.bones[bone].kind == anatomy::PieceKind::bone) {
                bones.push_back(bone);
            }
        }
    }
    std::ranges::sort(bones);
    const auto repeated = std::ranges::unique(bones);
    bones.erase(repeated.begin(), repeated.end());
    return bones;
}

Picture picture_of(BoneIndex bone, const Registry& registry, bool both_sides) {
    const anatomy::Bone& entry = registry.bones[bone];
    const std::string_view base = without_side(entry.id);
    Picture picture;
    picture.lit = {bone};
    if (entry.region == "auditory_ossicles") {
        for (const BoneIndex other : bones_of_regions(registry, {entry.region})) {
            if (registry.bones[other].side == entry.side) {
                picture.only.push_back(other);
            }
        }
        picture.framed = picture.only;
        picture.yaw = yaw_for(entry, 60.0F, false);
        picture.pitch = 10.0F;
        return picture;
    }
    if (std::ranges::find(c_inner, base) != c_inner.end()) {
        picture.only = bones_of_regions(registry, {"neurocranium", "viscerocranium"});
        picture.framed = picture.only;
        picture.apart = true;
        picture.yaw = 40.0F;
        picture.pitch = 8.0F;
        return picture;
    }
    const std::string_view region = without_side(entry.region);
    const auto place = std::ranges::find(c_places, region, &Place::region);
    if (place == c_places.end()) {
        picture.framed = {bone};
        return picture;
    }
    std::vector<std::string> framed{entry.region};
    for (const std::string_view each : place->framed) {
        if (!each.empty()) {
            framed.push_back(on_side(each, entry.side));
        }
    }
    picture.framed = bones_of_regions(registry, framed);
    const auto exception = std::ranges::find(c_exceptions, base, &Exception::bone);
    const bool usual = exception == c_exceptions.end();
    picture.yaw = yaw_for(entry, usual ? place->yaw : exception->yaw, both_sides);
    picture.pitch = usual ? place->pitch : exception->pitch;
    return picture;
}

} // namespace osteon::study
