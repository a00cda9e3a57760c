#include "render/curvature.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace osteon::render {

namespace {

constexpr std::size_t vertex_bytes = 16;
constexpr float half_scale = 60.0F; ///< per metre

struct Point {
    glm::vec3 place;
    glm::vec3 normal;
};

/// Octahedral unit vectors: Cigolle et al. 2014, JCGT 3(2).
glm::vec3 unpack_normal(const std::array<std::int16_t, 2>& packed) {
    const glm::vec2 e = glm::vec2(packed[0], packed[1]) / 32767.0F;
    glm::vec3 normal(e, 1.0F - std::abs(e.x) - std::abs(e.y));
    const float fold = std::max(-normal.z, 0.0F);
    normal.x -= std::copysign(fold, normal.x);
    normal.y -= std::copysign(fold, normal.y);
    return glm::normalize(normal);
}

std::vector<Point> unpack_points(const view::Geometry& geometry) {
    std::vector<Point> points(geometry.vertices.size() / vertex_bytes);
    const glm::vec3 scale = geometry.position_scale / 65535.0F;
    for (std::size_t i = 0; i < points.size(); ++i) {
        std::array<std::uint16_t, 3> place{};
        std::array<std::int16_t, 2> normal{};
        const std::byte* vertex = geometry.vertices.data() + i * vertex_bytes;
        std::memcpy(place.data(), vertex, sizeof place);
        std::memcpy(normal.data(), vertex + 8, sizeof normal);
        points[i] = {scale * glm::vec3(place[0], place[1], place[2]), unpack_normal(normal)};
    }
    return points;
}

/// Sums over the edges that leave a vertex; their quotient is the mean curvature, in which long
/// edges count more.
struct Bend {
    float turned = 0.0F;
    float squared_length = 0.0F;

    void add(const Point& from, const Point& to) {
        const glm::vec3 edge = to.place - from.place;
        turned += glm::dot(to.normal - from.normal, edge);
        squared_length += glm::dot(edge, edge);
    }
};

} // namespace

std::vector<std::int8_t> curvature_of(const view::Geometry& geometry) {
    const std::vector<Point> points = unpack_points(geometry);
    std::vector<Bend> bends(points.size());
    for (const view::GeometryPart& part : geometry.parts) {
        const view::GeometryLevel& finest = part.levels.front();
        const auto corners = geometry.indices.subspan(finest.first_index, finest.index_count);
        // Inside a surface the neighbour triangle runs through an edge the other way.
        for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
            for (std::size_t k = 0; k < 3; ++k) {
                const std::uint32_t from = corners[i + k];
                const std::uint32_t to = corners[i + (k + 1) % 3];
                bends[from].add(points[from], points[to]);
            }
        }
    }
    std::vector<std::int8_t> curvature(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Bend& bend = bends[i];
        const float mean = bend.squared_length > 0.0F ? bend.turned / bend.squared_length : 0.0F;
        curvature[i] =
            static_cast<std::int8_t>(std::lround(127.0F * mean / (std::abs(mean) + half_scale)));
    }
    return curvature;
}

} // namespace osteon::render
