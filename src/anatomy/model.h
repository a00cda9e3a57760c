#pragma once

#include "anatomy/registry.h"
#include "base/geometry.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace osteon::anatomy {

/// A vertex as it lies in the cache file and in the vertex buffer: 16 bytes.
struct PackedVertex {
    /// Unsigned fixed point: metres = position_offset + position_scale * value / 65535.
    std::array<std::uint16_t, 3> position;
    std::uint16_t bone; ///< BoneIndex
    /// Octahedral unit normal, signed 16-bit fixed point (Cigolle et al. 2014, JCGT 3(2)).
    std::array<std::int16_t, 2> normal;
    std::uint8_t occlusion_wide; ///< ambient light that arrives, 255 = all of it; radius 70 mm
    std::uint8_t occlusion_fine; ///< the same, radius 14 mm: notches, foramina, sutures
    std::int8_t grain;           ///< the slow change of bone's colour along its shaft, -127..127
    /// How much the surface bends, -127..127: ridges and heads above 0, grooves and sockets below.
    /// Half of the scale is a mean curvature of 60 per metre, which a ball of 17 mm has.
    std::int8_t curvature;
    bool operator==(const PackedVertex&) const = default;
};
static_assert(sizeof(PackedVertex) == 16);

/// A range of the index buffer, and how far its surface strays from the finest one, in metres.
struct LevelOfDetail {
    std::uint32_t first_index = 0;
    std::uint32_t index_count = 0;
    float error = 0.0F;
};

inline constexpr std::size_t level_count =
    4; ///< finest first; later ones may repeat an earlier one

/// All the surface of one bone; pieces that belong to one bone are one mesh.
struct BoneMesh {
    BoneIndex bone = no_bone;
    bool closed = false; ///< watertight: its back faces are never seen
    std::uint32_t first_vertex = 0;
    std::uint32_t vertex_count = 0;
    Box bounds;         ///< metres
    glm::vec3 centroid; ///< of the surface, by area; metres
    std::array<LevelOfDetail, level_count> levels;
};

/// Where a landmark lies on a model.
struct LandmarkPlace {
    LandmarkIndex landmark = no_landmark;
    glm::vec3 place{0.0F};   ///< metres; on the surface, or within an opening
    glm::vec3 outward{0.0F}; ///< of unit length: the direction that it is best seen from
    bool operator==(const LandmarkPlace&) const = default;
};

/// A skeleton prepared for drawing. The spans point into `storage` (a mapped file or a buffer), so
/// that copies are cheap. Indices are into `vertices` (not relative to first_vertex).
struct SkeletonModel {
    std::string name;   ///< "Built-in skeleton", or the file's name
    std::string credit; ///< the line to show with it: author and licence; may be empty
    Box bounds;
    glm::vec3 position_offset{0.0F};
    glm::vec3 position_scale{1.0F};
    std::vector<BoneMesh> meshes;         ///< sorted by bone, each bone once
    std::vector<LandmarkPlace> landmarks; ///< sorted by landmark; those whose place is known
    std::span<const PackedVertex> vertices;
    std::span<const std::uint32_t> indices;
    std::shared_ptr<const void> storage;
    /// The file's bytes where `storage` maps one, else empty.
    std::span<const std::byte> mapped{};

    /// The mesh of a bone, or nullptr where the model has none.
    const BoneMesh* find(BoneIndex bone) const;
    /// Where a landmark lies, or nullptr where that is not known.
    const LandmarkPlace* find_landmark(LandmarkIndex landmark) const;
    /// The place of a vertex, in metres.
    glm::vec3 position(const PackedVertex& vertex) const;
    /// Triangles of the finest level.
    std::size_t triangle_count() const;
};

/// Unit vector <-> octahedral fixed point.
std::array<std::int16_t, 2> encode_normal(const glm::vec3& normal);
glm::vec3 decode_normal(const std::array<std::int16_t, 2>& encoded);

} // namespace osteon::anatomy
