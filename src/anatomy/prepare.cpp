#include "anatomy/prepare.h"

#include "anatomy/batches.h"
#include "anatomy/occlusion.h"
#include "anatomy/prepare_levels.h"
#include "anatomy/surface_traits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::size_t bones_between_reports = 8;

/// One bone between cleaning and packing.
struct PreparedBone {
    LeveledSurface mesh;
    bool closed = false;
};

PreparedBone prepare_bone(const BoneSurface& surface) {
    const CleanSurface clean = clean_surface(surface);
    if (clean.indices.empty()) {
        return {};
    }
    return {build_levels(shade_surface(clean)), clean.closed};
}

/// What the model's spans point into.
struct Buffers {
    std::vector<PackedVertex> vertices;
    std::vector<std::uint32_t> indices;
};

/// All bones in one list of vertices and triangles (the finest level only), to cast rays at.
ShadedSurface gather(std::span<const PreparedBone> bones) {
    ShadedSurface all;
    for (const PreparedBone& bone : bones) {
        const auto base = static_cast<std::uint32_t>(all.positions.size());
        const ShadedSurface& surface = bone.mesh.surface;
        all.positions.insert(all.positions.end(), surface.positions.begin(),
                             surface.positions.end());
        all.normals.insert(all.normals.end(), surface.normals.begin(), surface.normals.end());
        for (std::uint32_t i = 0; i < bone.mesh.levels[0].index_count; ++i) {
            all.indices.push_back(base + surface.indices[i]);
        }
    }
    return all;
}

glm::vec3 surface_centroid(const LeveledSurface& mesh) {
    glm::dvec3 sum(0.0);
    double area = 0.0;
    for (std::uint32_t i = 0; i < mesh.levels[0].index_count; i += 3) {
        const auto corner = [&](std::uint32_t step) {
            return glm::dvec3(mesh.surface.positions[mesh.surface.indices[i + step]]);
        };
        const glm::dvec3 a = corner(0);
        const glm::dvec3 b = corner(1);
        const glm::dvec3 c = corner(2);
        const double weight = glm::length(glm::cross(b - a, c - a));
        sum += weight * (a + b + c) / 3.0;
        area += weight;
    }
    return glm::vec3(sum / area);
}

BoneMesh describe_mesh(const PreparedBone& bone, BoneIndex index, std::size_t first_vertex,
                       std::size_t first_index) {
    BoneMesh mesh;
    mesh.bone = index;
    mesh.closed = bone.closed;
    mesh.first_vertex = static_cast<std::uint32_t>(first_vertex);
    mesh.vertex_count = static_cast<std::uint32_t>(bone.mesh.surface.positions.size());
    mesh.levels = bone.mesh.levels;
    for (LevelOfDetail& level : mesh.levels) {
        level.first_index += static_cast<std::uint32_t>(first_index);
    }
    for (const glm::vec3& position : bone.mesh.surface.positions) {
        mesh.bounds.add(position);
    }
    mesh.centroid = surface_centroid(bone.mesh);
    return mesh;
}

PackedVertex pack(const SkeletonModel& model, BoneIndex bone, const glm::vec3& position,
                  const glm::vec3& normal, const AmbientLight& light) {
    const glm::vec3 place =
        glm::clamp((position - model.position_offset) / model.position_scale, 0.0F, 1.0F) *
        65535.0F;
    PackedVertex vertex{};
    for (int axis = 0; axis < 3; ++axis) {
        vertex.position[static_cast<std::size_t>(axis)] =
            static_cast<std::uint16_t>(std::lround(place[axis]));
    }
    vertex.bone = bone;
    vertex.normal = encode_normal(normal);
    vertex.occlusion_wide = light.wide;
    vertex.occlusion_fine = light.fine;
    return vertex;
}

/// Fills the model from the bones and the light at their vertices, in the bones' order.
void assemble(SkeletonModel& model, std::span<const BoneSurface> surfaces,
              std::span<const PreparedBone> bones, std::span<const AmbientLight> light) {
    auto buffers = std::make_shared<Buffers>();
    for (std::size_t i = 0; i < bones.size(); ++i) {
        model.meshes.push_back(
            describe_mesh(bones[i], surfaces[i].bone,
                          model.meshes.empty()
                              ? 0
                              : model.meshes.back().first_vertex + model.meshes.back().vertex_count,
                          buffers->indices.size()));
        const BoneMesh& mesh = model.meshes.back();
        model.bounds.add(mesh.bounds);
        for (const std::uint32_t index : bones[i].mesh.surface.indices) {
            buffers->indices.push_back(mesh.first_vertex + index);
        }
    }
    model.position_offset = model.bounds.min;
    model.position_scale = glm::max(model.bounds.size(), glm::vec3(1e-6F));
    buffers->vertices.reserve(light.size());
    for (std::size_t i = 0; i < bones.size(); ++i) {
        const ShadedSurface& surface = bones[i].mesh.surface;
        for (std::size_t v = 0; v < surface.positions.size(); ++v) {
            buffers->vertices.push_back(pack(model, surfaces[i].bone, surface.positions[v],
                                             surface.normals[v], light[buffers->vertices.size()]));
        }
    }
    model.vertices = buffers->vertices;
    model.indices = buffers->indices;
    add_surface_traits(model, buffers->vertices);
    model.storage = std::move(buffers);
}

bool is_sound(const BoneSurface& surface) {
    const auto finite = [](const glm::vec3& v) {
        return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z) &&
               glm::length(v) < 100.0F;
    };
    return surface.indices.size() % 3 == 0 && std::ranges::all_of(surface.positions, finite) &&
           (surface.normals.empty() || surface.normals.size() == surface.positions.size()) &&
           std::ranges::all_of(surface.normals, finite) &&
           std::ranges::all_of(surface.indices, [&](std::uint32_t index) {
               return index < surface.positions.size();
           });
}

/// The light at the vertices of all bones, in their order.
Result<std::vector<AmbientLight>> bake_light(std::span<const PreparedBone> bones,
                                             Occluders occluders, const Progress& progress) {
    const std::size_t together = occluders == Occluders::all ? bones.size() : 1;
    std::vector<AmbientLight> light;
    for (std::size_t first = 0; first < bones.size(); first += together) {
        const ShadedSurface scene = gather(bones.subspan(first, together));
        const auto baked =
            bake_ambient_light(scene.positions, scene.normals, scene.indices, progress);
        if (!baked) {
            return fail(baked.error());
        }
        light.insert(light.end(), baked->begin(), baked->end());
    }
    return light;
}

/// Drops the bones that cleaning left nothing of.
void drop_empty(std::vector<BoneSurface>& surfaces, std::vector<PreparedBone>& bones) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        if (!bones[i].mesh.surface.indices.empty()) {
            std::swap(surfaces[kept], surfaces[i]);
            std::swap(bones[kept], bones[i]);
            ++kept;
        }
    }
    surfaces.resize(kept);
    bones.resize(kept);
}

} // namespace

Result<SkeletonModel> prepare_model(std::string name, std::string credit,
                                    std::vector<BoneSurface> surfaces, const Progress& progress,
                                    Occluders occluders) {
    std::ranges::sort(surfaces, {}, &BoneSurface::bone);
    const bool repeated =
        std::ranges::adjacent_find(surfaces, {}, &BoneSurface::bone) != surfaces.end();
    if (repeated || !std::ranges::all_of(surfaces, is_sound)) {
        return fail(
            {Fault::input, name, "", "its surfaces are not sound", "Export the model again"});
    }
    std::vector<PreparedBone> bones(surfaces.size());
    const bool done = run_in_batches(
        surfaces.size(), bones_between_reports,
        [&](std::size_t i) { bones[i] = prepare_bone(surfaces[i]); },
        [&](std::size_t i) { return tell(progress, "Cleaning surfaces", i, surfaces.size()); });
    if (!done) {
        return fail(stopped());
    }
    drop_empty(surfaces, bones);
    if (bones.empty()) {
        return fail({Fault::input, name, "", "it holds no surface",
                     "Export the model again, with its triangles"});
    }
    const auto light = bake_light(bones, occluders, progress);
    if (!light) {
        return fail(light.error());
    }
    SkeletonModel model;
    model.name = std::move(name);
    model.credit = std::move(credit);
    assemble(model, surfaces, bones, *light);
    return model;
}

} // namespace osteon::anatomy
