#include "anatomy/prepare_clean.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <tuple>

namespace osteon::anatomy {
namespace {

constexpr float weld_grid = 1e-5F;          ///< metres; the finest detail of the reference is 1e-4
constexpr float least_double_area = 1e-16F; ///< square metres; less is a line
constexpr float stray_area = 0.02F;         ///< of the largest fragment's area
constexpr float stray_gap = 0.005F;         ///< metres from the largest fragment's box
constexpr std::uint32_t no_triangle = 0xFFFFFFFFU;

using Triangle = std::array<std::uint32_t, 3>;

Triangle triangle_of(const CleanSurface& surface, std::size_t triangle) {
    const auto* const first = &surface.indices[3 * triangle];
    return {first[0], first[1], first[2]};
}

/// The normal of a triangle, as long as twice its area.
glm::vec3 area_normal(const CleanSurface& surface, std::size_t triangle) {
    const auto [a, b, c] = triangle_of(surface, triangle);
    const auto& at = surface.positions;
    return glm::cross(at[b] - at[a], at[c] - at[a]);
}

/// Keeps the triangles for which `keep(triangle)` holds.
template <class Keep>
void keep_triangles(CleanSurface& surface, const Keep& keep) {
    std::size_t kept = 0;
    for (std::size_t triangle = 0; 3 * triangle < surface.indices.size(); ++triangle) {
        if (!keep(triangle)) {
            continue;
        }
        for (std::size_t corner = 0; corner < 3; ++corner) {
            surface.indices[3 * kept + corner] = surface.indices[3 * triangle + corner];
            if (!surface.corner_normals.empty()) {
                surface.corner_normals[3 * kept + corner] =
                    surface.corner_normals[3 * triangle + corner];
            }
        }
        ++kept;
    }
    surface.indices.resize(3 * kept);
    surface.corner_normals.resize(surface.corner_normals.empty() ? 0 : 3 * kept);
}

CleanSurface weld(const BoneSurface& surface) {
    std::vector<std::array<std::int32_t, 3>> snapped(surface.positions.size());
    std::ranges::transform(surface.positions, snapped.begin(), [](const glm::vec3& position) {
        const glm::vec3 cell = glm::round(position / weld_grid);
        return std::array{static_cast<std::int32_t>(cell.x), static_cast<std::int32_t>(cell.y),
                          static_cast<std::int32_t>(cell.z)};
    });
    std::vector<unsigned int> remap(snapped.size());
    const std::size_t count =
        meshopt_generateVertexRemap(remap.data(), surface.indices.data(), surface.indices.size(),
                                    snapped.data(), snapped.size(), sizeof(snapped[0]));
    CleanSurface welded;
    welded.positions.resize(count);
    meshopt_remapVertexBuffer(welded.positions.data(), surface.positions.data(),
                              surface.positions.size(), sizeof(glm::vec3), remap.data());
    welded.indices.resize(surface.indices.size());
    meshopt_remapIndexBuffer(welded.indices.data(), surface.indices.data(), surface.indices.size(),
                             remap.data());
    if (!surface.normals.empty()) {
        welded.corner_normals.reserve(surface.indices.size());
        for (const std::uint32_t index : surface.indices) {
            welded.corner_normals.push_back(surface.normals[index]);
        }
    }
    return welded;
}

/// Drops triangles that are lines or points, and all but one of triangles with the same corners.
void drop_degenerate(CleanSurface& surface) {
    keep_triangles(surface, [&](std::size_t triangle) {
        return glm::length(area_normal(surface, triangle)) > least_double_area;
    });
    std::vector<std::pair<Triangle, std::size_t>> sorted(surface.indices.size() / 3);
    for (std::size_t triangle = 0; triangle < sorted.size(); ++triangle) {
        sorted[triangle] = {triangle_of(surface, triangle), triangle};
        std::ranges::sort(sorted[triangle].first);
    }
    std::ranges::sort(sorted);
    std::vector<bool> repeated(sorted.size(), false);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        repeated[sorted[i].second] = sorted[i].first == sorted[i - 1].first;
    }
    keep_triangles(surface, [&](std::size_t triangle) { return !repeated[triangle]; });
}

/// The fragment (pieces that share no vertex) of each vertex, named by one of its vertices.
std::vector<std::uint32_t> fragments(const CleanSurface& surface) {
    std::vector<std::uint32_t> parent(surface.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&](std::uint32_t vertex) {
        while (parent[vertex] != vertex) {
            parent[vertex] = parent[parent[vertex]];
            vertex = parent[vertex];
        }
        return vertex;
    };
    for (std::size_t i = 0; i + 2 < surface.indices.size(); i += 3) {
        const std::uint32_t first = root(surface.indices[i]);
        parent[root(surface.indices[i + 1])] = first;
        parent[root(surface.indices[i + 2])] = first;
    }
    for (std::uint32_t vertex = 0; vertex < parent.size(); ++vertex) {
        parent[vertex] = root(vertex);
    }
    return parent;
}

float gap_between(const Box& a, const Box& b) {
    return glm::length(glm::max(glm::max(a.min - b.max, b.min - a.max), glm::vec3(0.0F)));
}

/// Drops fragments that are both small and away from the largest one: leavings of the segmentation.
void drop_strays(CleanSurface& surface) {
    const std::vector<std::uint32_t> fragment_of = fragments(surface);
    std::vector<float> area(surface.positions.size(), 0.0F);
    std::vector<Box> box(surface.positions.size());
    for (std::size_t triangle = 0; 3 * triangle < surface.indices.size(); ++triangle) {
        const Triangle corners = triangle_of(surface, triangle);
        const std::uint32_t fragment = fragment_of[corners[0]];
        area[fragment] += glm::length(area_normal(surface, triangle));
        for (const std::uint32_t corner : corners) {
            box[fragment].add(surface.positions[corner]);
        }
    }
    const auto largest = static_cast<std::size_t>(std::ranges::max_element(area) - area.begin());
    keep_triangles(surface, [&](std::size_t triangle) {
        const std::uint32_t fragment = fragment_of[surface.indices[3 * triangle]];
        return area[fragment] > stray_area * area[largest] ||
               gap_between(box[fragment], box[largest]) < stray_gap;
    });
}

/// One side of a triangle: `forward` where it runs from the lower to the higher vertex.
struct EdgeUse {
    std::uint32_t low, high, triangle;
    bool forward;
};

std::vector<EdgeUse> sorted_edges(const CleanSurface& surface) {
    std::vector<EdgeUse> edges;
    edges.reserve(surface.indices.size());
    for (std::size_t triangle = 0; 3 * triangle < surface.indices.size(); ++triangle) {
        const Triangle corners = triangle_of(surface, triangle);
        for (std::size_t side = 0; side < 3; ++side) {
            const std::uint32_t from = corners[side];
            const std::uint32_t to = corners[(side + 1) % 3];
            edges.push_back({std::min(from, to), std::max(from, to),
                             static_cast<std::uint32_t>(triangle), from < to});
        }
    }
    std::ranges::sort(edges, {}, [](const EdgeUse& edge) {
        return std::tuple(edge.low, edge.high, edge.triangle);
    });
    return edges;
}

/// Calls `visit(span of EdgeUse)` for each edge of the surface.
template <class Visit>
void for_each_edge(const std::vector<EdgeUse>& edges, const Visit& visit) {
    for (std::size_t first = 0; first < edges.size();) {
        std::size_t last = first + 1;
        while (last < edges.size() && edges[last].low == edges[first].low &&
               edges[last].high == edges[first].high) {
            ++last;
        }
        visit(std::span(edges).subspan(first, last - first));
        first = last;
    }
}

struct Neighbour {
    std::uint32_t triangle = no_triangle;
    bool opposed = false; ///< the two are wound against each other
};

/// The neighbours of each triangle over the edges that exactly two triangles share.
std::vector<std::array<Neighbour, 3>> neighbours(const CleanSurface& surface) {
    std::vector<std::array<Neighbour, 3>> found(surface.indices.size() / 3);
    const auto add = [&](std::uint32_t to, const Neighbour& neighbour) {
        *std::ranges::find(found[to], no_triangle, &Neighbour::triangle) = neighbour;
    };
    for_each_edge(sorted_edges(surface), [&](std::span<const EdgeUse> uses) {
        if (uses.size() == 2) {
            const bool opposed = uses[0].forward == uses[1].forward;
            add(uses[0].triangle, {uses[1].triangle, opposed});
            add(uses[1].triangle, {uses[0].triangle, opposed});
        }
    });
    return found;
}

void flip(CleanSurface& surface, std::size_t triangle) {
    std::swap(surface.indices[3 * triangle + 1], surface.indices[3 * triangle + 2]);
    if (!surface.corner_normals.empty()) {
        std::swap(surface.corner_normals[3 * triangle + 1],
                  surface.corner_normals[3 * triangle + 2]);
    }
}

/// Positive where the patch is wound the right way: by the given normals, which know of cavities,
/// else by the volume it encloses.
float outwardness(const CleanSurface& surface, std::span<const std::uint32_t> patch) {
    glm::vec3 middle(0.0F);
    for (const std::uint32_t triangle : patch) {
        middle += surface.positions[surface.indices[3 * triangle]];
    }
    middle /= static_cast<float>(patch.size());
    float votes = 0.0F;
    float volume = 0.0F;
    for (const std::uint32_t triangle : patch) {
        const glm::vec3 normal = area_normal(surface, triangle);
        volume += glm::dot(surface.positions[surface.indices[3 * triangle]] - middle, normal);
        if (!surface.corner_normals.empty()) {
            const auto* const given = &surface.corner_normals[3 * triangle];
            votes += glm::dot(given[0] + given[1] + given[2], normal);
        }
    }
    return surface.corner_normals.empty() ? volume : votes;
}

/// Makes neighbours agree, patch by patch, then turns each patch outwards.
void wind_outwards(CleanSurface& surface) {
    const auto next_to = neighbours(surface);
    std::vector<bool> reached(next_to.size(), false);
    std::vector<bool> turned(next_to.size(), false);
    std::vector<std::uint32_t> patch;
    for (std::uint32_t start = 0; start < next_to.size(); ++start) {
        if (reached[start]) {
            continue;
        }
        patch.assign(1, start);
        reached[start] = true;
        for (std::size_t i = 0; i < patch.size(); ++i) {
            for (const Neighbour& neighbour : next_to[patch[i]]) {
                if (neighbour.triangle != no_triangle && !reached[neighbour.triangle]) {
                    reached[neighbour.triangle] = true;
                    turned[neighbour.triangle] = turned[patch[i]] != neighbour.opposed;
                    if (turned[neighbour.triangle]) {
                        flip(surface, neighbour.triangle);
                    }
                    patch.push_back(neighbour.triangle);
                }
            }
        }
        if (outwardness(surface, patch) < 0.0F) {
            for (const std::uint32_t triangle : patch) {
                flip(surface, triangle);
            }
        }
    }
}

bool is_closed(const CleanSurface& surface) {
    bool closed = true;
    for_each_edge(sorted_edges(surface), [&](std::span<const EdgeUse> uses) {
        closed = closed && 2 * std::ranges::count_if(uses, &EdgeUse::forward) ==
                               static_cast<std::ptrdiff_t>(uses.size());
    });
    return closed;
}

/// Cubic metres within a closed surface; negative where it is turned inside out.
float enclosed_volume(const CleanSurface& surface) {
    const glm::vec3 origin = surface.positions[surface.indices.front()];
    float volume = 0.0F;
    for (std::size_t triangle = 0; 3 * triangle < surface.indices.size(); ++triangle) {
        const glm::vec3 place = surface.positions[surface.indices[3 * triangle]] - origin;
        volume += glm::dot(place, area_normal(surface, triangle)) / 6.0F;
    }
    return volume;
}

void turn_inside_out(CleanSurface& surface) {
    for (std::size_t triangle = 0; 3 * triangle < surface.indices.size(); ++triangle) {
        flip(surface, triangle);
    }
    for (glm::vec3& normal : surface.corner_normals) {
        normal = -normal;
    }
}

} // namespace

CleanSurface clean_surface(const BoneSurface& surface) {
    CleanSurface clean = weld(surface);
    drop_degenerate(clean);
    if (clean.indices.empty()) {
        return {};
    }
    drop_strays(clean);
    wind_outwards(clean);
    clean.closed = is_closed(clean);
    // Normals may point inwards as well as triangles: what a bone encloses tells the truth.
    if (clean.closed && enclosed_volume(clean) < 0.0F) {
        turn_inside_out(clean);
    }
    return clean;
}

} // namespace osteon::anatomy
