#include "anatomy/landmark_places.h"

#include "base/geometry.h"
#include "base/triangle.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace osteon::anatomy {
namespace {

/// A place on a surface and the normal there.
struct Foot {
    glm::vec3 place{0.0F};
    glm::vec3 normal{0.0F};
    float distance = std::numeric_limits<float>::max();
};

/// The nearest points of one bone's surface to several places.
std::vector<Foot> feet_on(const SkeletonModel& model, const BoneMesh& mesh,
                          const std::vector<glm::vec3>& points) {
    std::vector<glm::vec3> positions;
    positions.reserve(mesh.vertex_count);
    for (const PackedVertex& vertex :
         model.vertices.subspan(mesh.first_vertex, mesh.vertex_count)) {
        positions.push_back(model.position(vertex));
    }
    std::vector<Foot> feet(points.size());
    const LevelOfDetail& finest = mesh.levels.front();
    const auto indices = model.indices.subspan(finest.first_index, finest.index_count);
    const auto corner = [&](std::size_t i) { return positions[indices[i] - mesh.first_vertex]; };
    const auto normal = [&](std::size_t i) {
        return decode_normal(model.vertices[indices[i]].normal);
    };
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const glm::vec3 a = corner(i), b = corner(i + 1), c = corner(i + 2);
        const glm::vec3 middle = (a + b + c) / 3.0F;
        const float radius = std::max(
            {glm::distance(middle, a), glm::distance(middle, b), glm::distance(middle, c)});
        for (std::size_t p = 0; p < points.size(); ++p) {
            if (glm::distance(middle, points[p]) - radius >= feet[p].distance) {
                continue;
            }
            const glm::vec3 w = nearest_weights(points[p], a, b, c);
            const glm::vec3 place = w.x * a + w.y * b + w.z * c;
            const float distance = glm::distance(place, points[p]);
            if (distance < feet[p].distance) {
                feet[p] = {place, w.x * normal(i) + w.y * normal(i + 1) + w.z * normal(i + 2),
                           distance};
            }
        }
    }
    return feet;
}

/// A landmark at a place that is still to be moved onto the surface.
struct Wanted {
    LandmarkIndex landmark = no_landmark;
    glm::vec3 place{0.0F};
};

/// Moves the landmarks of one bone onto its surface, where they lie within `reach` of it.
void settle(const SkeletonModel& model, const BoneMesh& mesh, const Registry& registry,
            const std::vector<Wanted>& wanted, float reach, std::vector<LandmarkPlace>& places) {
    std::vector<glm::vec3> points;
    points.reserve(wanted.size());
    for (const Wanted& each : wanted) {
        points.push_back(each.place);
    }
    const std::vector<Foot> feet = feet_on(model, mesh, points);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Landmark& landmark = registry.landmarks[wanted[i].landmark];
        const bool moves = !landmark.opening && feet[i].distance <= reach;
        const glm::vec3 from_middle =
            unit_or(wanted[i].place - mesh.bounds.centre(), glm::vec3(0.0F, 0.0F, 1.0F));
        const glm::vec3 faces = unit_or(feet[i].normal, from_middle);
        places.push_back({wanted[i].landmark, moves ? feet[i].place : wanted[i].place,
                          unit_or(landmark.seen_from, faces)});
    }
}

std::optional<glm::vec3> told_place(const Registry& registry, const Landmark& landmark,
                                    const std::vector<ToldPlace>& told) {
    const auto place_on = [&](BoneIndex bone) {
        return std::ranges::find_if(told, [&](const ToldPlace& each) {
            return each.landmark == landmark.id && each.bone == registry.bones[bone].id;
        });
    };
    if (const auto own = place_on(landmark.bone); own != told.end()) {
        return own->place;
    }
    const BoneIndex partner = registry.bones[landmark.bone].mirror;
    if (partner != no_bone) {
        if (const auto other = place_on(partner); other != told.end()) {
            return mirrored(other->place);
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<LandmarkPlace> place_landmarks(const SkeletonModel& model, const Registry& registry,
                                           const std::vector<ToldPlace>& told) {
    std::vector<LandmarkPlace> places;
    for (const BoneMesh& mesh : model.meshes) {
        std::vector<Wanted> wanted;
        const auto [first, end] = registry.landmarks_of(mesh.bone);
        for (LandmarkIndex index = first; index < end; ++index) {
            if (const auto place = told_place(registry, registry.landmarks[index], told)) {
                wanted.push_back({index, *place});
            }
        }
        if (!wanted.empty()) {
            settle(model, mesh, registry, wanted, farthest_snap, places);
        }
    }
    return places;
}

std::vector<LandmarkPlace> carry_landmarks(const SkeletonModel& from, const SkeletonModel& to,
                                           const Registry& registry) {
    std::vector<LandmarkPlace> places;
    for (const BoneMesh& mesh : to.meshes) {
        const BoneMesh* const source = from.find(mesh.bone);
        std::vector<Wanted> wanted;
        const auto [first, end] = registry.landmarks_of(mesh.bone);
        for (LandmarkIndex index = first; index < end && source != nullptr; ++index) {
            if (const LandmarkPlace* const place = from.find_landmark(index)) {
                const glm::vec3 size = glm::max(source->bounds.size(), glm::vec3(1e-6F));
                const glm::vec3 share = (place->place - source->bounds.min) / size;
                wanted.push_back({index, mesh.bounds.min + share * mesh.bounds.size()});
            }
        }
        if (!wanted.empty()) {
            settle(to, mesh, registry, wanted, std::numeric_limits<float>::max(), places);
        }
    }
    return places;
}

} // namespace osteon::anatomy
