#include "anatomy/surface_traits.h"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <cmath>

namespace osteon::anatomy {
namespace {

constexpr float half_scale = 60.0F; ///< per metre: the curvature at half of the scale

std::int8_t signed_byte(float share) {
    return static_cast<std::int8_t>(std::lround(127.0F * share));
}

/// -1..1 for each point of the integer lattice: the mixing steps of MurmurHash3 (Appleby, public
/// domain) on a sum of the coordinates times large primes.
float lattice_value(int x, int y, int z) {
    auto h = static_cast<std::uint32_t>(x) * 0x8DA6B343U +
             static_cast<std::uint32_t>(y) * 0xD8163841U +
             static_cast<std::uint32_t>(z) * 0xCB1AB31FU;
    h = (h ^ (h >> 16U)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13U)) * 0xC2B2AE35U;
    h ^= h >> 16U;
    return static_cast<float>(h & 0xFFFFU) / 32767.5F - 1.0F;
}

/// Value noise, -1..1: the lattice's values blended with smoothstep weights.
float value_noise(const glm::vec3& point) {
    const glm::vec3 base = glm::floor(point);
    const glm::vec3 f = point - base;
    const glm::vec3 w = f * f * (3.0F - 2.0F * f);
    const glm::ivec3 cell(base);
    std::array<float, 4> along_x{};
    for (int corner = 0; corner < 4; ++corner) {
        const int y = cell.y + (corner & 1);
        const int z = cell.z + (corner >> 1);
        along_x[static_cast<std::size_t>(corner)] =
            glm::mix(lattice_value(cell.x, y, z), lattice_value(cell.x + 1, y, z), w.x);
    }
    return glm::mix(glm::mix(along_x[0], along_x[1], w.y), glm::mix(along_x[2], along_x[3], w.y),
                    w.z);
}

float grain_at(const glm::vec3& place) {
    // Lattice cells of 22 mm, and 60 mm upwards: most shafts stand.
    const glm::vec3 cells_per_metre(45.0F, 16.0F, 45.0F);
    return value_noise(place * cells_per_metre);
}

struct Point {
    glm::vec3 place;
    glm::vec3 normal;
};

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

    float curvature() const { return squared_length > 0.0F ? turned / squared_length : 0.0F; }
};

/// One bone at a time, so that little is held at once.
void add_traits_of(const SkeletonModel& model, const BoneMesh& mesh,
                   std::span<PackedVertex> vertices) {
    std::vector<Point> points;
    points.reserve(vertices.size());
    for (const PackedVertex& vertex : vertices) {
        points.push_back({model.position(vertex), decode_normal(vertex.normal)});
    }
    std::vector<Bend> bends(vertices.size());
    const LevelOfDetail& finest = mesh.levels.front();
    const auto corners = model.indices.subspan(finest.first_index, finest.index_count);
    // Inside a surface the neighbour triangle runs through an edge the other way.
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::size_t from = corners[i + k] - mesh.first_vertex;
            const std::size_t to = corners[i + (k + 1) % 3] - mesh.first_vertex;
            bends[from].add(points[from], points[to]);
        }
    }
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const float mean = bends[i].curvature();
        vertices[i].grain = signed_byte(grain_at(points[i].place));
        vertices[i].curvature = signed_byte(mean / (std::abs(mean) + half_scale));
    }
}

} // namespace

void add_surface_traits(const SkeletonModel& model, std::span<PackedVertex> vertices) {
    for (const BoneMesh& mesh : model.meshes) {
        add_traits_of(model, mesh, vertices.subspan(mesh.first_vertex, mesh.vertex_count));
    }
}

} // namespace osteon::anatomy
