#include "sculpt/mesher_collapse.h"

#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

void take_normals(Mesh& mesh, const Solid& solid, float step) {
    mesh.normals.resize(mesh.positions.size());
    tbb::parallel_for(std::size_t{0}, mesh.positions.size(), [&](std::size_t i) {
        const glm::vec3 slope = gradient(solid, mesh.positions[i], step);
        const float length = glm::length(slope);
        mesh.normals[i] = length > 1e-6F ? slope / length : glm::vec3(0.0F, 1.0F, 0.0F);
    });
}

} // namespace

void simplify(Mesh& mesh, const Solid& solid, const Simplification& limits) {
    if (mesh.indices.empty()) {
        return;
    }
    const std::vector<bool> locked(mesh.positions.size(), false);
    Mesh simple = collapse_edges(mesh, limits, locked);
    mesh.positions = std::move(simple.positions);
    mesh.indices = std::move(simple.indices);
    drop_unused_vertices(mesh);
    take_normals(mesh, solid, limits.tolerance);
}

} // namespace osteon::sculpt
