#include "render/part_measure.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>

namespace osteon::render {

namespace {

constexpr std::size_t vertex_bytes = 16;

glm::vec3 position_of(const view::Geometry& geometry, std::uint32_t vertex) {
    std::array<std::uint16_t, 3> packed{};
    std::memcpy(packed.data(), geometry.vertices.data() + vertex * vertex_bytes, sizeof packed);
    const glm::vec3 share = glm::vec3(packed[0], packed[1], packed[2]) / 65535.0F;
    return geometry.position_offset + geometry.position_scale * share;
}

/// A coarse level tells volume and surface well enough, and at once.
std::span<const std::uint32_t> coarse_triangles(const view::Geometry& geometry,
                                                const view::GeometryPart& part) {
    const view::GeometryLevel& finest = part.levels.front();
    const view::GeometryLevel& coarse = part.levels[2];
    const view::GeometryLevel& level = coarse.index_count > 0 ? coarse : finest;
    return geometry.indices.subspan(level.first_index, level.index_count);
}

PartMeasure measure(const view::Geometry& geometry, const view::GeometryPart& part) {
    const auto triangles = coarse_triangles(geometry, part);
    const glm::vec3 origin = part.bounds.centre();
    float volume = 0.0F;
    PartMeasure result;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const glm::vec3 a = position_of(geometry, triangles[i]) - origin;
        const glm::vec3 b = position_of(geometry, triangles[i + 1]) - origin;
        const glm::vec3 c = position_of(geometry, triangles[i + 2]) - origin;
        volume += glm::dot(a, glm::cross(b, c)) / 6.0F;
        result.area += 0.5F * glm::length(glm::cross(b - a, c - a));
    }
    if (result.area > 0.0F) {
        result.plate = 2.0F * std::abs(volume) / result.area;
        result.thickness = part.closed ? result.plate : 0.0F;
    }
    return result;
}

/// At rest a level may stray 0.7 pixels; its vertices then lie some 6 apart at most, which was
/// chosen by eye.
constexpr float error_of_spacing = 0.11F;

/// Of a plate's thickness: what strays more shows its other side in spots, which the eye catches
/// from further away.
constexpr float safe_share = 0.5F;
constexpr float breaking_through = 2.0F; ///< times as bad

} // namespace

std::vector<PartMeasure> measure_parts(const view::Geometry& geometry) {
    std::vector<PartMeasure> measures;
    measures.reserve(geometry.parts.size());
    for (const view::GeometryPart& part : geometry.parts) {
        measures.push_back(measure(geometry, part));
    }
    return measures;
}

float level_error(const view::GeometryLevel& level, const PartMeasure& part) {
    const float triangles = std::max(static_cast<float>(level.index_count) / 3.0F, 1.0F);
    // The side of a triangle that is half of a square.
    const float spacing = std::sqrt(2.0F * part.area / triangles);
    const bool safe = level.error <= safe_share * part.plate;
    return std::max(safe ? level.error : breaking_through * level.error,
                    error_of_spacing * spacing);
}

} // namespace osteon::render
