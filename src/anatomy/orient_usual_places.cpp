#include "anatomy/orient_usual_places.h"

#include <array>
#include <string_view>

namespace osteon::anatomy {
namespace {

/// By how the id begins; the place is that of the left bone. Rounded from an adult man of 1.64 m,
/// shifted so that the thoracic and lumbar vertebrae lie about z = 0.
struct Entry {
    std::string_view id;
    UsualPlace usual;
};

constexpr std::array<Entry, 37> entries = {{
    {"frontal_bone", {{0.0F, 1.58F, 0.09F}, 0.17F}},
    {"parietal_bone", {{0.03F, 1.58F, 0.01F}, 0.19F}},
    {"occipital_bone", {{0.0F, 1.54F, -0.01F}, 0.19F}},
    {"temporal_bone", {{0.04F, 1.52F, 0.03F}, 0.13F}},
    {"zygomatic_bone", {{0.04F, 1.52F, 0.09F}, 0.07F}},
    {"maxilla", {{0.02F, 1.51F, 0.10F}, 0.10F}},
    {"vomer", {{0.0F, 1.51F, 0.09F}, 0.06F}},
    {"mandible", {{0.0F, 1.48F, 0.08F}, 0.15F}},
    {"hyoid", {{0.0F, 1.44F, 0.06F}, 0.06F}},
    {"vertebra_c", {{0.0F, 1.43F, 0.0F}, 0.08F}},
    {"vertebra_t", {{0.0F, 1.23F, -0.03F}, 0.11F}},
    {"vertebra_l", {{0.0F, 1.00F, 0.02F}, 0.12F}},
    {"sacrum", {{0.0F, 0.86F, -0.01F}, 0.21F}},
    {"sternum", {{0.0F, 1.26F, 0.10F}, 0.19F}},
    {"rib_1_", {{0.04F, 1.36F, 0.04F}, 0.10F}},
    {"rib_10_", {{0.07F, 1.10F, 0.01F}, 0.21F}},
    {"rib_11_", {{0.07F, 1.08F, -0.02F}, 0.18F}},
    {"rib_12_", {{0.06F, 1.06F, -0.03F}, 0.13F}},
    {"rib_", {{0.07F, 1.22F, 0.04F}, 0.25F}},
    {"clavicle", {{0.08F, 1.35F, 0.04F}, 0.17F}},
    {"scapula", {{0.11F, 1.28F, -0.02F}, 0.22F}},
    {"humerus", {{0.19F, 1.19F, 0.01F}, 0.33F, false}},
    {"radius", {{0.25F, 0.93F, 0.03F}, 0.25F, false}},
    {"ulna", {{0.22F, 0.94F, 0.02F}, 0.26F, false}},
    {"scaphoid", {{0.26F, 0.81F, 0.06F}, 0.03F, false}},
    {"metacarpal", {{0.25F, 0.77F, 0.07F}, 0.07F, false}},
    {"hip_bone", {{0.07F, 0.86F, 0.02F}, 0.28F}},
    {"femur", {{0.09F, 0.62F, 0.02F}, 0.46F}},
    {"patella", {{0.08F, 0.42F, 0.05F}, 0.06F}},
    {"tibia", {{0.08F, 0.23F, 0.01F}, 0.36F}},
    {"fibula", {{0.11F, 0.22F, 0.0F}, 0.35F}},
    {"talus", {{0.08F, 0.06F, 0.01F}, 0.07F}},
    {"calcaneus", {{0.08F, 0.02F, -0.01F}, 0.10F}},
    {"navicular", {{0.08F, 0.05F, 0.04F}, 0.04F}},
    {"metatarsal", {{0.10F, 0.02F, 0.07F}, 0.08F}},
    {"proximal_phalanx_foot", {{0.10F, 0.01F, 0.12F}, 0.03F}},
    {"distal_phalanx_foot", {{0.10F, 0.01F, 0.16F}, 0.02F}},
}};

} // namespace

std::optional<UsualPlace> usual_place_of(const Bone& bone) {
    for (const Entry& entry : entries) {
        if (bone.id.starts_with(entry.id) && bone.kind == PieceKind::bone) {
            UsualPlace usual = entry.usual;
            usual.place.x *= bone.side == Side::right ? -1.0F : 1.0F;
            return usual;
        }
    }
    return std::nullopt;
}

} // namespace osteon::anatomy
