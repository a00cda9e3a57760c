#include "anatomy/model_check.h"

#include <algorithm>
#include <cmath>

namespace osteon::anatomy {
namespace {

bool is_finite(const glm::vec3& v) {
    return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

/// Whether a part of a list lies within it.
bool fits(std::uint64_t first, std::uint64_t count, std::size_t size) {
    return first + count <= size;
}

bool is_consistent(const BoneMesh& mesh, const SkeletonModel& model) {
    const std::uint64_t end = std::uint64_t{mesh.first_vertex} + mesh.vertex_count;
    const auto level_fits = [&](const LevelOfDetail& level) {
        if (!fits(level.first_index, level.index_count, model.indices.size()) ||
            level.index_count % 3 != 0 || !(level.error >= 0.0F)) {
            return false;
        }
        const auto indices = model.indices.subspan(level.first_index, level.index_count);
        return std::ranges::all_of(indices, [&](std::uint32_t index) {
            return index >= mesh.first_vertex && index < end;
        });
    };
    return fits(mesh.first_vertex, mesh.vertex_count, model.vertices.size()) &&
           is_finite(mesh.bounds.min) && is_finite(mesh.bounds.max) && is_finite(mesh.centroid) &&
           std::ranges::all_of(mesh.levels, level_fits) &&
           std::ranges::all_of(
               model.vertices.subspan(mesh.first_vertex, mesh.vertex_count),
               [&](const PackedVertex& vertex) { return vertex.bone == mesh.bone; });
}

} // namespace

bool is_consistent(const SkeletonModel& model, std::size_t bone_count) {
    const bool ascending = std::ranges::adjacent_find(model.meshes, std::ranges::greater_equal{},
                                                      &BoneMesh::bone) == model.meshes.end();
    std::size_t vertices = 0;
    for (const BoneMesh& mesh : model.meshes) {
        vertices += mesh.vertex_count;
    }
    const bool placed = std::ranges::all_of(model.landmarks, [](const LandmarkPlace& each) {
        return is_finite(each.place) && is_finite(each.outward);
    });
    return ascending && placed && !model.meshes.empty() && model.meshes.back().bone < bone_count &&
           vertices == model.vertices.size() && is_finite(model.bounds.min) &&
           is_finite(model.bounds.max) && is_finite(model.position_offset) &&
           is_finite(model.position_scale) &&
           std::ranges::all_of(model.meshes,
                               [&](const BoneMesh& mesh) { return is_consistent(mesh, model); });
}

} // namespace osteon::anatomy
