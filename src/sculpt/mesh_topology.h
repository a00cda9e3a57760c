#pragma once

#include "sculpt/mesher.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// How a mesh hangs together. It is a closed 2-manifold where the first three are 0.
struct Topology {
    std::size_t open_edges = 0;       ///< edges that do not have one triangle on either side
    std::size_t crowded_edges = 0;    ///< edges with more than two triangles
    std::size_t pinched_vertices = 0; ///< vertices whose triangles are not one fan
    std::size_t pieces = 0;
    /// Handles of a closed manifold of one piece: 0 a ball, 1 a ring (by Euler's characteristic
    /// V - E + F = 2 - 2 genus). Not meant where the mesh is none.
    int genus = 0;
    glm::vec3 fault_place{0.0F}; ///< of one of the faulty edges or vertices, where there are any
};

Topology topology_of(const Mesh& mesh);

/// For each vertex the first vertex of its piece.
std::vector<std::uint32_t> pieces(const Mesh& mesh);

} // namespace osteon::sculpt
