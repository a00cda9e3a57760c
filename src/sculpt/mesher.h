#pragma once

#include "sculpt/solid.h"

#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// A triangle mesh, counter-clockwise from outside, in the solid's millimetres.
struct Mesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<std::uint32_t> indices;
};

/// Meshes a solid by naive surface nets (Gibson 1998) on a grid of `cell` mm, moves each vertex
/// onto the surface, and keeps the largest piece. Features thinner than a cell may be lost.
Mesh mesh_solid(const Solid& solid, float cell);

/// Leaves out vertices while the surface strays by less than `tolerance` mm, and takes the normals
/// of the solid.
void simplify(Mesh& mesh, const Solid& solid, float tolerance);

/// What `osteon-sculpt check` looks at.
struct MeshCheck {
    std::size_t triangles = 0;
    std::size_t open_edges = 0; ///< edges whose two directions are not in balance
    std::size_t pieces = 0;
};
MeshCheck check(const Mesh& mesh);

} // namespace osteon::sculpt
