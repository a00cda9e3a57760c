#include "view/geometry.h"

#include "anatomy/model.h"

#include <algorithm>

namespace osteon::view {

namespace {

GeometryPart part_of(const anatomy::BoneMesh& mesh) {
    GeometryPart part;
    part.bone = mesh.bone;
    part.closed = mesh.closed;
    part.bounds = mesh.bounds;
    static_assert(std::tuple_size_v<decltype(part.levels)> == anatomy::level_count);
    std::transform(mesh.levels.begin(), mesh.levels.end(), part.levels.begin(),
                   [](const anatomy::LevelOfDetail& level) {
                       return GeometryLevel{level.first_index, level.index_count, level.error};
                   });
    return part;
}

} // namespace

Geometry geometry_of(const anatomy::SkeletonModel& model, std::uint64_t revision) {
    Geometry geometry;
    geometry.vertices = std::as_bytes(model.vertices);
    geometry.indices = model.indices;
    geometry.position_offset = model.position_offset;
    geometry.position_scale = model.position_scale;
    geometry.bounds = model.bounds;
    geometry.parts.reserve(model.meshes.size());
    for (const anatomy::BoneMesh& mesh : model.meshes) {
        geometry.parts.push_back(part_of(mesh));
    }
    geometry.revision = revision;
    geometry.storage = model.storage;
    return geometry;
}

Geometry moved(Geometry geometry, const glm::vec3& scale, const glm::vec3& offset) {
    const auto move = [&](Box& box) { box = {offset + scale * box.min, offset + scale * box.max}; };
    geometry.position_offset = offset + scale * geometry.position_offset;
    geometry.position_scale *= scale;
    move(geometry.bounds);
    std::ranges::for_each(geometry.parts, move, &GeometryPart::bounds);
    return geometry;
}

} // namespace osteon::view
