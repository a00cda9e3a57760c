#pragma once

#include "sculpt/solid.h"

#include <array>
#include <bitset>
#include <vector>

namespace osteon::sculpt {

/// A node of the endless lattice on which distances are sampled, or a block of it.
using LatticePoint = std::array<int, 3>;

/// The lattice: its nodes lie half a cell off the origin, so that the body's midline is a plane of
/// symmetry, and a bone's mesh does not change when the bone's box does.
struct Lattice {
    float cell = 1.0F; ///< mm

    glm::vec3 place(const LatticePoint& node) const {
        return cell * (glm::vec3(static_cast<float>(node[0]), static_cast<float>(node[1]),
                                 static_cast<float>(node[2])) +
                       0.5F);
    }
};

/// Distances at the nodes of a cube of cells, with those of all its faces.
struct SampleBlock {
    static constexpr int cells = 8; ///< along an edge
    static constexpr int nodes = cells + 1;
    static constexpr std::size_t node_count = static_cast<std::size_t>(nodes) * nodes * nodes;

    LatticePoint first{}; ///< its lowest node
    std::array<float, node_count> distances{};
    std::bitset<node_count> exact; ///< elsewhere only the sign is meant

    static std::size_t index(int x, int y, int z) {
        const auto row = static_cast<std::size_t>(z) * nodes + static_cast<std::size_t>(y);
        return row * nodes + static_cast<std::size_t>(x);
    }
};

/// The blocks through which a solid's surface passes, in a stable order. Along every edge of the
/// lattice that crosses the surface both ends are sampled exactly, and blocks that share a face
/// agree on it, so that a surface made block by block is closed.
struct SampledSurface {
    Lattice lattice;
    std::vector<SampleBlock> blocks;
};

/// Samples a solid on cells of `cell` mm, coarser only where the solid's box would need more than
/// four million blocks. Works on all cores.
SampledSurface sample_surface(const Solid& solid, float cell);

} // namespace osteon::sculpt
