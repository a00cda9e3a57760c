#include "view/lesions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace osteon::view {

namespace {

/// Where a kind of bone holds red marrow in an adult: skull, spine, ribs, sternum, shoulder girdle,
/// pelvis, and the upper ends of humerus and femur. Further down the limbs a metastasis is rare; it
/// is shown near the body. Cristy 1981, Phys Med Biol 26:389.
struct MarrowPart {
    std::string_view region;
    std::string_view bones; ///< what their ids begin with
    glm::vec3 least;        ///< share of the bone's box, from the body's right, bottom and back
    glm::vec3 most;
    float least_radius; ///< of lesions, metres
    float most_radius;
    bool in_spine = false; ///< not where a disc lies on the bone
};

// The bodies of vertebrae lie in front of their arches.
constexpr std::array<MarrowPart, 20> c_parts = {{
    {"skull", "frontal_bone", {0, 0.35F, 0}, {1, 1, 1}, 0.006F, 0.013F},
    {"skull", "parietal_bone", {0, 0, 0}, {1, 1, 1}, 0.006F, 0.015F},
    {"skull", "occipital_bone", {0, 0.3F, 0}, {1, 1, 1}, 0.006F, 0.013F},
    {"mandible", "mandible", {0, 0, 0.2F}, {1, 0.6F, 1}, 0.003F, 0.006F},
    {"cervical_spine", "vertebra_c", {0.2F, 0, 0.55F}, {0.8F, 1, 1}, 0.0035F, 0.0055F, true},
    {"thoracic_spine", "vertebra_t", {0.15F, 0, 0.5F}, {0.85F, 1, 1}, 0.005F, 0.0095F, true},
    {"lumbar_spine", "vertebra_l", {0.15F, 0, 0.5F}, {0.85F, 1, 1}, 0.007F, 0.013F, true},
    {"sacrum", "sacrum", {0.1F, 0.35F, 0}, {0.9F, 1, 1}, 0.008F, 0.016F},
    {"pelvis", "hip_bone", {0, 0.2F, 0}, {1, 1, 1}, 0.008F, 0.022F},
    {"ribs", "rib_", {0, 0, 0}, {1, 1, 1}, 0.005F, 0.009F},
    {"sternum", "sternum", {0, 0.15F, 0.3F}, {1, 1, 1}, 0.006F, 0.012F},
    {"scapula", "scapula", {0, 0, 0}, {1, 1, 1}, 0.006F, 0.012F},
    {"clavicle", "clavicle", {0, 0, 0}, {1, 1, 1}, 0.005F, 0.008F},
    {"humerus", "humerus", {0, 0.68F, 0}, {1, 0.97F, 1}, 0.007F, 0.014F},
    {"forearm_hand", "radius", {0, 0.6F, 0}, {1, 1, 1}, 0.003F, 0.005F},
    {"forearm_hand", "ulna", {0, 0.7F, 0}, {1, 1, 1}, 0.004F, 0.006F},
    {"femur", "femur", {0, 0.72F, 0}, {1, 0.95F, 1}, 0.009F, 0.018F},
    {"lower_leg_foot", "tibia", {0, 0.75F, 0}, {1, 0.97F, 1}, 0.006F, 0.010F},
    {"lower_leg_foot", "talus", {0, 0, 0}, {1, 1, 1}, 0.004F, 0.006F},
    {"lower_leg_foot", "calcaneus", {0, 0, 0}, {1, 1, 1}, 0.005F, 0.008F},
}};

/// Ambient light below which a surface lies within the body of a joint, or inside the skull.
constexpr int c_least_light = 115;
constexpr int c_least_fine_light = 185;
/// Enough places for a choice, few enough to look through each time.
constexpr std::size_t c_places = 400;

const MarrowPart* part_of(const anatomy::Bone& bone) {
    const auto found = std::ranges::find_if(c_parts, [&](const MarrowPart& part) {
        return bone.kind == anatomy::PieceKind::bone && bone.site == part.region &&
               bone.id.starts_with(part.bones);
    });
    return found == c_parts.end() ? nullptr : &*found;
}

bool in_sight(const anatomy::PackedVertex& vertex) {
    return vertex.occlusion_wide >= c_least_light && vertex.occlusion_fine >= c_least_fine_light;
}

bool belongs(const MarrowPart& part, const glm::vec3& share, const glm::vec3& outward) {
    const bool inside = glm::all(glm::greaterThanEqual(share, part.least)) &&
                        glm::all(glm::lessThanEqual(share, part.most));
    return inside && (!part.in_spine || (std::abs(outward.y) < 0.5F && outward.z > -0.2F));
}

std::vector<MarrowPlace> places_on(const MarrowPart& part, const anatomy::SkeletonModel& model,
                                   const anatomy::BoneMesh& mesh) {
    std::vector<MarrowPlace> places;
    const glm::vec3 size = glm::max(mesh.bounds.size(), glm::vec3(1e-6F));
    const std::size_t end =
        std::min<std::size_t>(mesh.first_vertex + mesh.vertex_count, model.vertices.size());
    for (std::size_t i = mesh.first_vertex; i < end; ++i) {
        const anatomy::PackedVertex& vertex = model.vertices[i];
        const glm::vec3 place = model.position(vertex);
        const glm::vec3 outward = anatomy::decode_normal(vertex.normal);
        if (in_sight(vertex) && belongs(part, (place - mesh.bounds.min) / size, outward)) {
            places.push_back({place, outward});
        }
    }
    if (places.size() > c_places) {
        for (std::size_t i = 0; i < c_places; ++i) {
            places[i] = places[i * places.size() / c_places];
        }
        places.resize(c_places);
    }
    return places;
}

} // namespace

Marrow find_marrow(const anatomy::SkeletonModel& model, const anatomy::Registry& registry) {
    Marrow marrow;
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        const MarrowPart* part =
            mesh.bone < registry.bones.size() ? part_of(registry.bones[mesh.bone]) : nullptr;
        if (part == nullptr) {
            continue;
        }
        if (auto places = places_on(*part, model, mesh); !places.empty()) {
            marrow.push_back({mesh.bone, part->region, part->least_radius, part->most_radius,
                              std::move(places)});
        }
    }
    return marrow;
}

} // namespace osteon::view
