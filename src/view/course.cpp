#include "view/course.h"

#include <glm/common.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace osteon::view {

namespace {

using session::LesionCourse;

// Sizes of the lesion, metres: from a deposit that is just seen to more than half of the femur's
// width, or of the vertebral body's height.
constexpr float c_first_radius = 0.003F;
constexpr float c_last_in_femur = 0.019F;
constexpr float c_last_in_vertebra = 0.014F;

constexpr float c_cracks_from = 0.78F;    ///< progress
constexpr float c_crack_length = 0.045F;  ///< from the middle of the lesion, metres
constexpr float c_collapses_from = 0.55F; ///< progress
constexpr float c_most_tilt = 0.30F; ///< radians; over the depth of the body a third of its height

/// The middle of the lesion in the box of its bone.
constexpr glm::vec3 c_in_femur{0.30F, 0.79F, 0.75F};
constexpr glm::vec3 c_in_vertebra{0.47F, 0.55F, 1.0F};

const MarrowBone* marrow_of(const Marrow& marrow, anatomy::BoneIndex bone) {
    const auto found = std::ranges::find(marrow, bone, &MarrowBone::bone);
    return found == marrow.end() ? nullptr : &*found;
}

/// A lytic lesion at the place nearest to `share` of the bone's box that faces forwards.
std::optional<Lesion> lesion_at(const glm::vec3& share, const anatomy::SkeletonModel& model,
                                anatomy::BoneIndex bone, const Marrow& marrow) {
    const MarrowBone* places = marrow_of(marrow, bone);
    const anatomy::BoneMesh* mesh = model.find(bone);
    if (places == nullptr || mesh == nullptr) {
        return std::nullopt;
    }
    const glm::vec3 wanted = mesh->bounds.min + share * mesh->bounds.size();
    float least = std::numeric_limits<float>::max();
    Lesion lesion;
    for (const MarrowPlace& each : places->places) {
        const float cost = glm::distance(each.place, wanted) + 0.03F * (1.0F - each.outward.z);
        if (cost < least) {
            least = cost;
            lesion.place = each.place;
            lesion.outward = each.outward;
        }
    }
    lesion.bone = bone;
    lesion.seed = 7;
    return lesion;
}

/// The body of the vertebra lies between its discs; their back edge is its back edge.
std::optional<Collapse> collapse_of(const anatomy::SkeletonModel& model,
                                    const anatomy::Registry& registry) {
    const anatomy::BoneIndex bone = registry.find("vertebra_l3");
    const anatomy::BoneMesh* vertebra = model.find(bone);
    if (vertebra == nullptr) {
        return std::nullopt;
    }
    const Box& box = vertebra->bounds;
    Collapse collapse{bone, box.min.y, box.max.y, box.centre().z, 0.0F};
    if (const auto* above = model.find(registry.find("disc_l2_l3"))) {
        collapse.top = above->bounds.min.y;
        collapse.hinge_z = above->bounds.min.z;
    }
    if (const auto* below = model.find(registry.find("disc_l3_l4"))) {
        collapse.bottom = std::min(below->bounds.max.y, collapse.top - 0.005F);
    }
    return collapse;
}

std::vector<anatomy::BoneIndex> carried_bones(const anatomy::Registry& registry) {
    std::vector<bool> stays(registry.bones.size(), false);
    for (const char* region :
         {"lower_limb_left", "lower_limb_right", "pelvic_girdle", "sacrum_and_coccyx"}) {
        for (const anatomy::BoneIndex bone : registry.bones_in_region(region)) {
            stays[bone] = true;
        }
    }
    for (const char* id :
         {"vertebra_l3", "vertebra_l4", "vertebra_l5", "disc_l3_l4", "disc_l4_l5", "disc_l5_s1"}) {
        if (const anatomy::BoneIndex bone = registry.find(id); bone != anatomy::no_bone) {
            stays[bone] = true;
        }
    }
    std::vector<anatomy::BoneIndex> carried;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        const anatomy::PieceKind kind = registry.bones[i].kind;
        const bool skeleton =
            kind == anatomy::PieceKind::bone || kind == anatomy::PieceKind::disc ||
            kind == anatomy::PieceKind::cartilage || kind == anatomy::PieceKind::tooth;
        if (skeleton && !stays[i]) {
            carried.push_back(static_cast<anatomy::BoneIndex>(i));
        }
    }
    return carried;
}

/// The lesions, and what bears on the vertebra, follow its collapse.
void collapse_scene(Scene& scene, const Collapse& collapse, const CourseSites& sites) {
    scene.collapse = collapse;
    for (const anatomy::BoneIndex bone : sites.carried) {
        if (bone < scene.bones.size()) {
            BoneLook& look = scene.bones[bone];
            look.flags = static_cast<std::uint8_t>(look.flags | bone_carried);
        }
    }
    for (Lesion& lesion : scene.lesions) {
        const bool carried = std::ranges::binary_search(sites.carried, lesion.bone);
        if (carried || lesion.bone == collapse.bone) {
            lesion.place = displaced(collapse, carried, lesion.place);
        }
    }
}

} // namespace

CourseSites find_course_sites(const anatomy::SkeletonModel& model,
                              const anatomy::Registry& registry, const Marrow& marrow) {
    CourseSites sites;
    sites.femur = lesion_at(c_in_femur, model, registry.find("femur_right"), marrow);
    sites.vertebra = lesion_at(c_in_vertebra, model, registry.find("vertebra_l3"), marrow);
    sites.collapse = collapse_of(model, registry);
    sites.carried = carried_bones(registry);
    return sites;
}

void add_course(Scene& scene, LesionCourse course, float progress, const CourseSites& sites) {
    const bool femur = course == LesionCourse::femur;
    const std::optional<Lesion>& site = femur ? sites.femur : sites.vertebra;
    if (course == LesionCourse::none || !site) {
        return;
    }
    const float done = std::isfinite(progress) ? std::clamp(progress, 0.0F, 1.0F) : 0.0F;
    Lesion lesion = *site;
    lesion.radius = std::lerp(c_first_radius, femur ? c_last_in_femur : c_last_in_vertebra, done);
    if (femur) {
        lesion.crack = c_crack_length * glm::smoothstep(c_cracks_from, 1.0F, done);
    }
    // The pattern's lesions on the same bone would run into this one.
    std::erase_if(scene.lesions, [&](const Lesion& each) { return each.bone == lesion.bone; });
    scene.lesions.insert(std::ranges::upper_bound(scene.lesions, lesion.bone, {}, &Lesion::bone),
                         lesion);
    // The faces of a cut are those of bones in their places.
    if (!femur && sites.collapse && !scene.cut && done > c_collapses_from) {
        Collapse collapse = *sites.collapse;
        collapse.tilt = c_most_tilt * glm::smoothstep(c_collapses_from, 1.0F, done);
        collapse_scene(scene, collapse, sites);
    }
}

const char* course_words(LesionCourse course, float progress) {
    using knowledge::translatable;
    constexpr std::array<const char*, 4> femur = {
        translatable("A first deposit in the marrow"), translatable("The cortex is eaten through"),
        translatable("Little cortex is left"), translatable("It may break under everyday load")};
    constexpr std::array<const char*, 4> vertebra = {
        translatable("A first deposit in the body"),
        translatable("The front of the body is eaten away"), translatable("The front gives way"),
        translatable("Collapse: it may press on the nerves")};
    const auto stage = static_cast<std::size_t>((progress >= 0.25F ? 1 : 0) +
                                                (progress >= c_collapses_from ? 1 : 0) +
                                                (progress >= c_cracks_from ? 1 : 0));
    switch (course) {
    case LesionCourse::femur:
        return femur[stage];
    case LesionCourse::vertebra:
        return vertebra[stage];
    case LesionCourse::none:
        break;
    }
    return "";
}

} // namespace osteon::view
