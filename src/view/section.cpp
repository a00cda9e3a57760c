#include "view/section.h"

#include "view/axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

namespace osteon::view {

namespace {

/// To the body's left, to the front, upwards; for a free plane where its angles point.
glm::vec3 normal_of(const session::SectionPlane& section) {
    switch (section.direction) {
    case session::PlaneDirection::sagittal:
        return {1.0F, 0.0F, 0.0F};
    case session::PlaneDirection::coronal:
        return {0.0F, 0.0F, 1.0F};
    case session::PlaneDirection::transverse:
        return {0.0F, 1.0F, 0.0F};
    case session::PlaneDirection::free:
        break;
    }
    session::CameraPose pose;
    pose.yaw = section.yaw;
    pose.pitch = section.pitch;
    return axes_of(pose).back;
}

/// Thickness of the cortex, in millimetres, of the bones whose ids begin with `name`: at their
/// ends, and at the middle of their shafts where they have a marrow cavity.
struct Cortex {
    std::string_view name;
    float ends;
    float shaft;
};

constexpr std::array<Cortex, 20> c_cortex{{
    {"femur", 1.6F, 6.5F},          {"tibia", 1.6F, 5.5F},      {"humerus", 1.5F, 4.5F},
    {"fibula", 1.2F, 3.2F},         {"radius", 1.2F, 3.2F},     {"ulna", 1.2F, 3.2F},
    {"metacarpal", 0.8F, 1.8F},     {"metatarsal", 0.8F, 1.8F}, {"proximal_phalanx", 0.7F, 1.3F},
    {"middle_phalanx", 0.6F, 1.0F}, {"clavicle", 1.8F, 0.0F},   {"mandible", 2.0F, 0.0F},
    {"vertebra", 0.9F, 0.0F},       {"rib", 0.8F, 0.0F},        {"sternum", 1.0F, 0.0F},
    {"manubrium", 1.0F, 0.0F},      {"sacrum", 1.0F, 0.0F},     {"patella", 1.5F, 0.0F},
    {"calcaneus", 1.2F, 0.0F},      {"talus", 1.2F, 0.0F},
}};
constexpr Cortex c_other_cortex{"", 1.2F, 0.0F};
constexpr float c_annulus = 9.0F;       ///< of a disc, millimetres
constexpr float c_perichondrium = 0.5F; ///< of cartilage
constexpr float c_enamel = 1.3F;        ///< at the crown

CutTissue bone_tissue(const anatomy::Bone& bone) {
    const auto* found = std::ranges::find_if(
        c_cortex, [&](const Cortex& cortex) { return bone.id.starts_with(cortex.name); });
    const Cortex& cortex = found != c_cortex.end() ? *found : c_other_cortex;
    return {CutTissue::Kind::bone, cortex.ends * metres_per_millimetre,
            std::max(cortex.shaft, cortex.ends) * metres_per_millimetre, cortex.shaft > 0.0F};
}

CutTissue tissue_of(const anatomy::Bone& bone) {
    switch (bone.kind) {
    case anatomy::PieceKind::disc:
        return {CutTissue::Kind::disc, c_annulus * metres_per_millimetre,
                c_annulus * metres_per_millimetre, false};
    case anatomy::PieceKind::tooth: {
        const bool lower = bone.region == "lower_teeth";
        return {lower ? CutTissue::Kind::lower_tooth : CutTissue::Kind::upper_tooth,
                0.1F * metres_per_millimetre, c_enamel * metres_per_millimetre, false};
    }
    case anatomy::PieceKind::bone:
        return bone_tissue(bone);
    default:
        return {CutTissue::Kind::cartilage, c_perichondrium * metres_per_millimetre,
                c_perichondrium * metres_per_millimetre, false};
    }
}

} // namespace

Plane plane_of(const session::SectionPlane& section) {
    const glm::vec3 normal = normal_of(section);
    return section.flipped ? Plane{-normal, -section.offset} : Plane{normal, section.offset};
}

session::SectionPlane through(session::SectionPlane section, const glm::vec3& point) {
    section.offset = glm::dot(normal_of(section), point);
    return section;
}

session::Limits offsets_across(const session::SectionPlane& section, const Box& box) {
    if (box.empty()) {
        return session::section_offset_limits;
    }
    const glm::vec3 normal = normal_of(section);
    const float middle = glm::dot(normal, box.centre());
    const float reach = 0.5F * glm::dot(glm::abs(normal), box.size());
    return {middle - reach, middle + reach};
}

std::vector<glm::vec3> outline_on(const Plane& plane, const Box& box) {
    if (box.empty()) {
        return {};
    }
    // Each of the box's twelve edges meets the plane once at most.
    std::vector<glm::vec3> corners;
    for (int corner = 0; corner < 8; ++corner) {
        const std::array<bool, 3> upper{(corner & 1) != 0, (corner & 2) != 0, (corner & 4) != 0};
        const glm::vec3 from(upper[0] ? box.max.x : box.min.x, upper[1] ? box.max.y : box.min.y,
                             upper[2] ? box.max.z : box.min.z);
        for (int axis = 0; axis < 3; ++axis) {
            glm::vec3 to = from;
            to[axis] = box.max[axis];
            const float a = glm::dot(plane.normal, from) - plane.distance;
            const float b = glm::dot(plane.normal, to) - plane.distance;
            if ((a < 0.0F) != (b < 0.0F)) {
                corners.push_back(glm::mix(from, to, a / (a - b)));
            }
        }
    }
    if (corners.size() < 3) {
        return {};
    }
    const glm::vec3 centre = std::accumulate(corners.begin(), corners.end(), glm::vec3(0.0F)) /
                             static_cast<float>(corners.size());
    const glm::vec3 u = corners.front() - centre;
    const glm::vec3 v = glm::cross(plane.normal, u);
    std::ranges::sort(corners, {}, [&](const glm::vec3& corner) {
        return std::atan2(glm::dot(corner - centre, v), glm::dot(corner - centre, u));
    });
    return corners;
}

std::vector<CutTissue> cut_tissues(const anatomy::Registry& registry) {
    std::vector<CutTissue> tissues;
    tissues.reserve(registry.bones.size());
    std::ranges::transform(registry.bones, std::back_inserter(tissues), tissue_of);
    return tissues;
}

} // namespace osteon::view
