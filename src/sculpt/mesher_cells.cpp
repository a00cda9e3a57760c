#include "sculpt/mesher_cells.h"

#include <array>
#include <bit>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr int no_edge = -1;

/// Corner i of a cell lies at (i & 1, i >> 1 & 1, i >> 2). Edge e = 4 axis + k runs along `axis`
/// from the k-th corner that has 0 there.
constexpr int corner_of_edge(int edge) {
    const int axis = edge / 4, k = edge % 4;
    return axis == 0 ? 2 * k : axis == 1 ? (k & 1) | ((k & 2) << 1) : k;
}

constexpr int edge_between(int a, int b) {
    const int axis = std::countr_zero(static_cast<unsigned>(a ^ b));
    const int low = a & b;
    for (int k = 0; k < 4; ++k) {
        if (corner_of_edge(4 * axis + k) == low) {
            return 4 * axis + k;
        }
    }
    return no_edge;
}

/// The corners of the six faces, counter-clockwise seen from outside the cell.
constexpr std::array<std::array<int, 4>, 6> face_corners{
    {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};

/// For each edge of a face, in the order of `face_corners`, its number in the cell.
constexpr std::array<std::array<int, 4>, 6> face_edges = [] {
    std::array<std::array<int, 4>, 6> edges{};
    for (std::size_t face = 0; face < 6; ++face) {
        for (std::size_t i = 0; i < 4; ++i) {
            edges[face][i] = edge_between(face_corners[face][i], face_corners[face][(i + 1) % 4]);
        }
    }
    return edges;
}();

/// For each edge the faces that it belongs to, as bits.
constexpr std::array<unsigned, 12> faces_of_edge = [] {
    std::array<unsigned, 12> faces{};
    for (std::size_t face = 0; face < 6; ++face) {
        for (const int edge : face_edges[face]) {
            faces[static_cast<std::size_t>(edge)] |= 1U << face;
        }
    }
    return faces;
}();

using Distances = std::array<float, 8>;
using Polygon = std::vector<int>; ///< of edges

/// For each crossed edge the one that follows it in its polygon. Seen from outside a face, the
/// solid's side is on the right of the way from an edge that enters the solid to one that leaves
/// it, going round the face counter-clockwise.
std::array<int, 12> join_crossings(const Distances& distance) {
    std::array<int, 12> next;
    next.fill(no_edge);
    for (std::size_t face = 0; face < 6; ++face) {
        std::array<float, 4> d{};
        std::size_t crossed = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            d[i] = distance[static_cast<std::size_t>(face_corners[face][i])];
        }
        for (std::size_t i = 0; i < 4; ++i) {
            crossed += (d[i] < 0.0F) != (d[(i + 1) % 4] < 0.0F) ? 1 : 0;
        }
        if (crossed == 0) {
            continue;
        }
        const float even = d[0] * d[2], odd = d[1] * d[3];
        const bool joined = crossed == 4 && (d[0] < 0.0F ? even > odd : odd > even);
        for (std::size_t i = 0; i < 4; ++i) {
            if (d[i] < 0.0F || d[(i + 1) % 4] >= 0.0F) {
                continue; // not an edge that enters the solid
            }
            std::size_t leaving = joined ? (i + 3) % 4 : (i + 1) % 4;
            while (!joined && d[(leaving + 1) % 4] < 0.0F) {
                leaving = (leaving + 1) % 4;
            }
            next[static_cast<std::size_t>(face_edges[face][i])] = face_edges[face][leaving];
        }
    }
    return next;
}

/// Whether no edge from this corner of the polygon to another runs across a face of the cell.
bool may_fan_from(const Polygon& polygon, std::size_t apex) {
    const std::size_t count = polygon.size();
    for (std::size_t step = 2; step + 1 < count; ++step) {
        const auto a = static_cast<std::size_t>(polygon[apex]);
        const auto b = static_cast<std::size_t>(polygon[(apex + step) % count]);
        if ((faces_of_edge[a] & faces_of_edge[b]) != 0) {
            return false;
        }
    }
    return true;
}

/// 20 bits a coordinate, and three for the axis or the number of the middle.
VertexKey key_of(const LatticePoint& node, std::size_t kind) {
    constexpr int bias = 1 << 19;
    VertexKey key = 0;
    for (const int coordinate : node) {
        key = key << 20U | static_cast<VertexKey>((coordinate + bias) & 0xFFFFF);
    }
    return key << 3U | kind;
}

class CellMesher {
public:
    explicit CellMesher(const SampleBlock& block)
        : block_(block) {}

    void mesh_cell(const LatticePoint& local) {
        int inside = 0;
        for (int i = 0; i < 8; ++i) {
            const float d = block_.distances[SampleBlock::index(
                local[0] + (i & 1), local[1] + ((i >> 1) & 1), local[2] + (i >> 2))];
            distance_[static_cast<std::size_t>(i)] = d;
            inside += d < 0.0F ? 1 : 0;
        }
        if (inside == 0 || inside == 8) {
            return;
        }
        for (std::size_t axis = 0; axis < 3; ++axis) {
            cell_[axis] = block_.first[axis] + local[axis];
        }
        middles_ = 0;
        std::array<int, 12> next = join_crossings(distance_);
        for (std::size_t start = 0; start < 12; ++start) {
            Polygon polygon;
            for (auto edge = static_cast<int>(start);
                 next[static_cast<std::size_t>(edge)] != no_edge;) {
                polygon.push_back(edge);
                edge = std::exchange(next[static_cast<std::size_t>(edge)], no_edge);
            }
            if (polygon.size() >= 3) {
                add_polygon(polygon);
            }
        }
    }

    BlockSurface take() { return std::move(surface_); }

private:
    VertexKey add_crossing(int edge) {
        const int corner = corner_of_edge(edge);
        const auto axis = static_cast<std::size_t>(edge / 4);
        Crossing crossing;
        crossing.from = {cell_[0] + (corner & 1), cell_[1] + ((corner >> 1) & 1),
                         cell_[2] + (corner >> 2)};
        crossing.axis = axis;
        crossing.key = key_of(crossing.from, axis);
        crossing.at_from = distance_[static_cast<std::size_t>(corner)];
        crossing.at_to = distance_[static_cast<std::size_t>(corner | (1 << axis))];
        surface_.crossings.push_back(crossing);
        return crossing.key;
    }

    void add_polygon(const Polygon& polygon) {
        std::vector<VertexKey> keys;
        for (const int edge : polygon) {
            keys.push_back(add_crossing(edge));
        }
        const std::size_t count = keys.size();
        std::size_t apex = 0;
        while (apex < count && !may_fan_from(polygon, apex)) {
            ++apex;
        }
        if (apex == count) {
            const VertexKey middle = key_of(cell_, 3 + middles_++);
            for (std::size_t i = 0; i < count; ++i) {
                add_triangle(middle, keys[i], keys[(i + 1) % count]);
            }
            surface_.middles.push_back({middle, std::move(keys)});
            return;
        }
        for (std::size_t i = 1; i + 1 < count; ++i) {
            add_triangle(keys[apex], keys[(apex + i) % count], keys[(apex + i + 1) % count]);
        }
    }

    void add_triangle(VertexKey a, VertexKey b, VertexKey c) {
        surface_.corners.insert(surface_.corners.end(), {a, b, c});
    }

    const SampleBlock& block_;
    BlockSurface surface_;
    Distances distance_{};
    LatticePoint cell_{};
    std::size_t middles_ = 0;
};

} // namespace

BlockSurface surface_in_block(const SampleBlock& block) {
    CellMesher mesher(block);
    for (int z = 0; z < SampleBlock::cells; ++z) {
        for (int y = 0; y < SampleBlock::cells; ++y) {
            for (int x = 0; x < SampleBlock::cells; ++x) {
                mesher.mesh_cell({x, y, z});
            }
        }
    }
    return mesher.take();
}

} // namespace osteon::sculpt
