#include "anatomy/prepare_normals.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace osteon::anatomy {
namespace {

constexpr float facet_crease = 60.0F; ///< degrees between triangles that are drawn as an edge
constexpr float given_crease = 25.0F; ///< degrees between given normals that are kept apart
constexpr float facet_share =
    0.98F; ///< of flat-shaded triangles that mark a file without smoothing

glm::vec3 unit_or_zero(const glm::vec3& vector) {
    const float length = glm::length(vector);
    return length > 0.0F ? vector / length : glm::vec3(0.0F);
}

glm::vec3 facet_normal(const CleanSurface& surface, std::size_t triangle) {
    const auto* const corner = &surface.indices[3 * triangle];
    const auto& at = surface.positions;
    return unit_or_zero(glm::cross(at[corner[1]] - at[corner[0]], at[corner[2]] - at[corner[0]]));
}

/// The angle of a triangle at one of its corners, in radians.
float corner_angle(const CleanSurface& surface, std::size_t corner) {
    const std::size_t first = corner - corner % 3;
    const auto place = [&](std::size_t step) {
        return surface.positions[surface.indices[first + (corner + step) % 3]];
    };
    const glm::vec3 one = unit_or_zero(place(1) - place(0));
    const glm::vec3 other = unit_or_zero(place(2) - place(0));
    return std::acos(std::clamp(glm::dot(one, other), -1.0F, 1.0F));
}

/// Whether the given normals are only those of the flat triangles, as STL and many exporters write
/// them, or miss altogether.
bool flat_shaded(const CleanSurface& surface) {
    std::size_t flat = 0;
    for (std::size_t i = 0; i + 2 < surface.corner_normals.size(); i += 3) {
        const auto* const normal = &surface.corner_normals[i];
        flat += glm::dot(normal[0], normal[1]) > 0.9999F && glm::dot(normal[0], normal[2]) > 0.9999F
                    ? 1U
                    : 0U;
    }
    const std::size_t triangles = surface.corner_normals.size() / 3;
    return static_cast<float>(flat) >= facet_share * static_cast<float>(triangles);
}

/// Gathers the corners of the triangles into vertices: corners at one place whose normals lie
/// within the crease angle become one.
class VertexGatherer {
public:
    VertexGatherer(const CleanSurface& surface, float crease_degrees)
        : surface_(surface)
        , least_cosine_(std::cos(crease_degrees * std::numbers::pi_v<float> / 180.0F))
        , first_(surface.positions.size(), none) {}

    std::uint32_t vertex(std::size_t corner, const glm::vec3& normal) {
        const std::uint32_t place = surface_.indices[corner];
        const float weight = corner_angle(surface_, corner);
        for (std::uint32_t found = first_[place]; found != none; found = next_[found]) {
            if (glm::dot(unit_or_zero(sums_[found]), normal) >= least_cosine_) {
                sums_[found] += weight * normal;
                return found;
            }
        }
        const auto added = static_cast<std::uint32_t>(sums_.size());
        sums_.push_back(weight * normal);
        places_.push_back(place);
        next_.push_back(first_[place]);
        first_[place] = added;
        return added;
    }

    void write_vertices(ShadedSurface& shaded) const {
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            shaded.positions.push_back(surface_.positions[places_[i]]);
            const glm::vec3 normal = unit_or_zero(sums_[i]);
            shaded.normals.push_back(normal == glm::vec3(0.0F) ? glm::vec3(0.0F, 1.0F, 0.0F)
                                                               : normal);
        }
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;
    const CleanSurface& surface_;
    float least_cosine_;
    std::vector<std::uint32_t> first_; ///< by place: the last vertex made there
    std::vector<std::uint32_t> next_;  ///< by vertex: the one made there before it
    std::vector<std::uint32_t> places_;
    std::vector<glm::vec3> sums_;
};

} // namespace

ShadedSurface shade_surface(const CleanSurface& surface) {
    const bool from_facets = flat_shaded(surface);
    VertexGatherer gatherer(surface, from_facets ? facet_crease : given_crease);
    ShadedSurface shaded;
    shaded.indices.reserve(surface.indices.size());
    for (std::size_t corner = 0; corner < surface.indices.size(); ++corner) {
        glm::vec3 normal(0.0F);
        if (!from_facets) {
            normal = unit_or_zero(surface.corner_normals[corner]);
        }
        if (normal == glm::vec3(0.0F)) {
            normal = facet_normal(surface, corner / 3);
        }
        shaded.indices.push_back(gatherer.vertex(corner, normal));
    }
    gatherer.write_vertices(shaded);
    return shaded;
}

} // namespace osteon::anatomy
