#pragma once

#include "sculpt/mesher_grid.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// Where a vertex of the surface comes from: an edge of the lattice, or the middle of a cell's
/// polygon. Vertices with the same key are the same.
using VertexKey = std::uint64_t;

/// A crossing of the surface with an edge of the lattice, between distances of opposite signs.
struct Crossing {
    VertexKey key = 0;
    LatticePoint from{};
    std::size_t axis = 0;
    float at_from = 0.0F; ///< distance at `from`
    float at_to = 0.0F;   ///< distance one node on along `axis`

    bool operator<(const Crossing& other) const { return key < other.key; }
    bool operator==(const Crossing& other) const { return key == other.key; }
};

/// A vertex in the middle of a polygon, at the mean of the polygon's crossings.
struct Middle {
    VertexKey key = 0;
    std::vector<VertexKey> around;
};

/// The part of a surface within one block.
struct BlockSurface {
    std::vector<Crossing> crossings;
    std::vector<Middle> middles;
    std::vector<VertexKey> corners; ///< three a triangle, counter-clockwise from outside
};

/// Polygons through the cells of a block, as triangles. In each cell the crossings of its edges are
/// joined across its faces into closed polygons (marching cubes: Lorensen and Cline 1987); on a
/// face with four crossings by the sign of its bilinear saddle (Nielson and Hamann 1991), which
/// both of its cells see alike. No triangle has an edge across such a face, so that every edge has
/// two triangles and every vertex one fan: the surface is a closed 2-manifold.
BlockSurface surface_in_block(const SampleBlock& block);

} // namespace osteon::sculpt
