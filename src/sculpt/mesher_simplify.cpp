#include "base/geometry.h"
#include "sculpt/mesher_collapse.h"
#include "sculpt/self_intersection.h"

#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

constexpr int repair_rounds = 6;

void take_normals(Mesh& mesh, const Solid& solid, float step) {
    mesh.normals.resize(mesh.positions.size());
    tbb::parallel_for(std::size_t{0}, mesh.positions.size(), [&](std::size_t i) {
        mesh.normals[i] =
            unit_or(gradient(solid, mesh.positions[i], step), glm::vec3(0.0F, 1.0F, 0.0F));
    });
}

/// Locks the vertices of the fine mesh about the places where the simple one cuts itself.
void lock_about(const std::vector<SelfIntersection>& cuts, const TriangleTree& simple,
                const Mesh& fine, float margin, std::vector<bool>& locked) {
    for (const SelfIntersection& cut : cuts) {
        Box box;
        for (const std::uint32_t triangle : {cut.first, cut.second}) {
            for (const glm::vec3& corner : simple.triangle(triangle)) {
                box.add(corner - margin);
                box.add(corner + margin);
            }
        }
        for (std::size_t i = 0; i < fine.positions.size(); ++i) {
            const glm::vec3& p = fine.positions[i];
            if (glm::clamp(p, box.min, box.max) == p) {
                locked[i] = true;
            }
        }
    }
}

} // namespace

void simplify(Mesh& mesh, const Solid& solid, const Simplification& limits) {
    if (mesh.indices.empty()) {
        return;
    }
    std::vector<bool> locked(mesh.positions.size(), false);
    Mesh simple;
    float margin = 2.0F * limits.tolerance;
    for (int round = 0; round < repair_rounds; ++round, margin *= 2.0F) {
        simple = collapse_edges(mesh, limits, locked);
        const TriangleTree tree(simple);
        const std::vector<SelfIntersection> cuts = self_intersections(tree);
        if (cuts.empty()) {
            break;
        }
        lock_about(cuts, tree, mesh, margin, locked);
    }
    mesh.positions = std::move(simple.positions);
    mesh.indices = std::move(simple.indices);
    drop_unused_vertices(mesh);
    take_normals(mesh, solid, limits.tolerance);
}

} // namespace osteon::sculpt
