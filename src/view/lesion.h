#pragma once

#include <glm/vec3.hpp>

#include <cstdint>

namespace osteon::view {

/// What a metastasis does to bone: resorbs it, lays new bone down, or both.
enum class LesionKind : std::uint8_t { lytic, blastic, mixed };

/// One metastasis in a bone: an illustration, of no patient.
struct Lesion {
    std::uint16_t bone = 0xFFFF; ///< registry index
    LesionKind kind = LesionKind::lytic;
    glm::vec3 place{0.0F};               ///< on the surface of the bone, metres
    glm::vec3 outward{0.0F, 0.0F, 1.0F}; ///< unit normal of the surface there
    float radius = 0.008F;               ///< metres
    float crack = 0.0F;                  ///< how far a fracture line runs from it, metres
    std::uint32_t seed = 0;              ///< of its shape
    bool operator==(const Lesion&) const = default;
};

} // namespace osteon::view
