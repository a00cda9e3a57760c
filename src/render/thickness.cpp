#include "render/thickness.h"

#include <glm/geometric.hpp>

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

/// The coarsest level tells volume and surface well enough, and at once.
std::span<const std::uint32_t> coarsest_triangles(const view::Geometry& geometry,
                                                  const view::GeometryPart& part) {
    const view::GeometryLevel* coarsest = &part.levels.front();
    for (const view::GeometryLevel& level : part.levels) {
        if (level.index_count > 0 && level.index_count < coarsest->index_count) {
            coarsest = &level;
        }
    }
    return geometry.indices.subspan(coarsest->first_index, coarsest->index_count);
}

} // namespace

std::vector<float> mean_thickness(const view::Geometry& geometry) {
    std::vector<float> thickness;
    thickness.reserve(geometry.parts.size());
    for (const view::GeometryPart& part : geometry.parts) {
        const auto triangles = coarsest_triangles(geometry, part);
        const glm::vec3 origin = part.bounds.centre();
        float volume = 0.0F;
        float surface = 0.0F;
        for (std::size_t i = 0; part.closed && i + 2 < triangles.size(); i += 3) {
            const glm::vec3 a = position_of(geometry, triangles[i]) - origin;
            const glm::vec3 b = position_of(geometry, triangles[i + 1]) - origin;
            const glm::vec3 c = position_of(geometry, triangles[i + 2]) - origin;
            volume += glm::dot(a, glm::cross(b, c)) / 6.0F;
            surface += 0.5F * glm::length(glm::cross(b - a, c - a));
        }
        thickness.push_back(surface > 0.0F ? 2.0F * std::abs(volume) / surface : 0.0F);
    }
    return thickness;
}

} // namespace osteon::render
