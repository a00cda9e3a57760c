#pragma once

#include "base/geometry.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace osteon::anatomy {
struct SkeletonModel;
}

namespace osteon::view {

/// A level of detail: a range of indices and its error in metres.
struct GeometryLevel {
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
    float error = 0.0F;
};

struct GeometryPart {
    std::uint16_t bone = 0; ///< registry index
    bool closed = false;    ///< back faces may be culled
    Box bounds;
    std::array<GeometryLevel, 4> levels; ///< finest first
};

/// What the renderer uploads. `vertices` holds 16 bytes each: position 3 x u16 (metres =
/// offset + scale * v / 65535), bone u16, octahedral normal 2 x s16, occlusion wide u8, occlusion
/// fine u8, grain s8, curvature s8. Indices are u32 into the whole vertex buffer.
struct Geometry {
    std::span<const std::byte> vertices;
    std::span<const std::uint32_t> indices;
    glm::vec3 position_offset{0.0F};
    glm::vec3 position_scale{1.0F};
    Box bounds;
    std::vector<GeometryPart> parts;
    std::uint64_t revision = 0; ///< differs for each loaded model
    std::shared_ptr<const void> storage;
};

Geometry geometry_of(const anatomy::SkeletonModel& model, std::uint64_t revision);

/// The geometry in another place and size, axis by axis.
Geometry moved(Geometry geometry, const glm::vec3& scale, const glm::vec3& offset);

} // namespace osteon::view
