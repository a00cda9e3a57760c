#pragma once

#include "sculpt/solid.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// A piece that was left out of a mesh since it hangs on nothing.
struct StrayPiece {
    glm::vec3 place{0.0F}; ///< the middle of its box
    float extent = 0.0F;   ///< diagonal of its box, mm
};

/// Where a solid's distance jumps instead of passing through 0: its surface is a cliff there. Tubes
/// that bend more tightly than they are wide do so.
struct Cliff {
    std::uint32_t count = 0; ///< of the vertices that stand on such places
    float height = 0.0F;     ///< of the greatest jump, mm
    glm::vec3 place{0.0F};   ///< of that jump
};

/// A triangle mesh, counter-clockwise from outside, in the solid's millimetres.
struct Mesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<std::uint32_t> indices;
    std::vector<StrayPiece> strays; ///< largest first
    Cliff cliff;
};

/// Meshes a solid on a lattice of cells of `cell` mm. Every vertex lies on the surface; the mesh is
/// closed and 2-manifold and does not cut itself: see surface_in_block. The largest piece is kept;
/// others are left out and listed, but for hollows that the solid encloses. Features thinner than a
/// cell may be lost. Works on all cores. A solid without surface gives an empty mesh.
Mesh mesh_solid(const Solid& solid, float cell);

/// How far `simplify` may go.
struct Simplification {
    float tolerance = 0.1F;    ///< mm, by which the surface may stray
    float longest_edge = 8.0F; ///< mm, about
};

/// Collapses edges of a closed 2-manifold while the surface strays by less than the tolerance
/// (Garland and Heckbert 1997), and takes the normals of the solid. The mesh stays closed,
/// 2-manifold and of the same genus; where it would cut itself it is left finer.
void simplify(Mesh& mesh, const Solid& solid, const Simplification& limits);

/// Leaves out the positions that no triangle uses.
void drop_unused_vertices(Mesh& mesh);

} // namespace osteon::sculpt
