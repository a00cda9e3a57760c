#include "sculpt/mesh_topology.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace osteon::sculpt {
namespace {

/// A side of a triangle: its ends in order, and the third corner.
struct Side {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    bool upward = false; ///< runs from `low` to `high`
};

std::vector<Side> sides_of(const Mesh& mesh) {
    std::vector<Side> sides;
    sides.reserve(mesh.indices.size());
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t a = mesh.indices[i + corner];
            const std::uint32_t b = mesh.indices[i + (corner + 1) % 3];
            sides.push_back({std::min(a, b), std::max(a, b), a < b});
        }
    }
    std::ranges::sort(sides, {}, [](const Side& side) { return std::pair(side.low, side.high); });
    return sides;
}

/// Counts edges and the faulty ones among them; returns how many edges there are.
std::size_t count_edges(const Mesh& mesh, Topology& topology) {
    const std::vector<Side> sides = sides_of(mesh);
    std::size_t edges = 0;
    for (std::size_t first = 0; first < sides.size(); ++edges) {
        std::size_t last = first, upward = 0;
        while (last < sides.size() && sides[last].low == sides[first].low &&
               sides[last].high == sides[first].high) {
            upward += sides[last].upward ? 1 : 0;
            ++last;
        }
        const std::size_t count = last - first;
        if (count != 2 || upward != 1) {
            (count > 2 ? topology.crowded_edges : topology.open_edges) += 1;
            topology.fault_place =
                0.5F * (mesh.positions[sides[first].low] + mesh.positions[sides[first].high]);
        }
        first = last;
    }
    return edges;
}

/// Counts the vertices whose triangles, walked from edge to edge, do not come round to one ring.
/// Returns how many vertices are used.
std::size_t count_vertices(const Mesh& mesh, Topology& topology) {
    // For each vertex its triangles as (next corner, corner before) pairs.
    std::vector<std::uint32_t> start(mesh.positions.size() + 1, 0);
    for (const std::uint32_t index : mesh.indices) {
        ++start[index + 1];
    }
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> links(mesh.indices.size());
    std::vector<std::uint32_t> fill(start.begin(), start.end() - 1);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            links[fill[mesh.indices[i + corner]]++] = {mesh.indices[i + (corner + 1) % 3],
                                                       mesh.indices[i + (corner + 2) % 3]};
        }
    }
    std::size_t used = 0;
    for (std::size_t vertex = 0; vertex < mesh.positions.size(); ++vertex) {
        const auto first = links.begin() + start[vertex];
        const auto last = links.begin() + start[vertex + 1];
        if (first == last) {
            continue;
        }
        ++used;
        std::uint32_t at = first->second;
        std::ptrdiff_t visited = 1;
        while (at != first->first && visited <= last - first) {
            const auto next =
                std::find_if(first, last, [at](const auto& link) { return link.first == at; });
            if (next == last) {
                break;
            }
            at = next->second;
            ++visited;
        }
        if (visited != last - first) {
            ++topology.pinched_vertices;
            topology.fault_place = mesh.positions[vertex];
        }
    }
    return used;
}

} // namespace

std::vector<std::uint32_t> pieces(const Mesh& mesh) {
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&parent](std::uint32_t i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    };
    const auto join = [&](std::uint32_t a, std::uint32_t b) {
        const std::uint32_t first = root(a), second = root(b);
        parent[std::max(first, second)] = std::min(first, second);
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        join(mesh.indices[i], mesh.indices[i + 1]);
        join(mesh.indices[i], mesh.indices[i + 2]);
    }
    for (std::uint32_t i = 0; i < parent.size(); ++i) {
        parent[i] = root(i);
    }
    return parent;
}

Topology topology_of(const Mesh& mesh) {
    Topology topology;
    const std::size_t edges = count_edges(mesh, topology);
    const std::size_t vertices = count_vertices(mesh, topology);
    const std::vector<std::uint32_t> piece_of = pieces(mesh);
    std::set<std::uint32_t> roots;
    for (const std::uint32_t index : mesh.indices) {
        roots.insert(piece_of[index]);
    }
    topology.pieces = roots.size();
    const auto euler = static_cast<std::ptrdiff_t>(vertices + mesh.indices.size() / 3) -
                       static_cast<std::ptrdiff_t>(edges);
    topology.genus = static_cast<int>(static_cast<std::ptrdiff_t>(topology.pieces) - euler / 2);
    return topology;
}

} // namespace osteon::sculpt
