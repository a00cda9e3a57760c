#include "anatomy/landmark_places.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace osteon::anatomy {

namespace {

/// A point of a triangle by the weights of its corners.
struct Weighted {
    glm::vec3 place{0.0F};
    glm::vec3 weights{0.0F};
};

using Triangle = std::array<glm::vec3, 3>;

/// The point of the segment from corner `from` to corner `to` that is nearest to `point`.
Weighted nearest_on_edge(const Triangle& corners, int from, int to, const glm::vec3& point) {
    const auto& a = corners[static_cast<std::size_t>(from)];
    const glm::vec3 along = corners[static_cast<std::size_t>(to)] - a;
    const float length = glm::dot(along, along);
    const float t =
        length > 0.0F ? std::clamp(glm::dot(point - a, along) / length, 0.0F, 1.0F) : 0.0F;
    Weighted result{a + t * along, glm::vec3(0.0F)};
    result.weights[from] = 1.0F - t;
    result.weights[to] = t;
    return result;
}

/// The foot of the perpendicular where it falls inside the triangle, else the nearest point of the
/// edges.
Weighted nearest_on_triangle(const Triangle& corners, const glm::vec3& point) {
    const glm::vec3 normal = glm::cross(corners[1] - corners[0], corners[2] - corners[0]);
    const float area = glm::dot(normal, normal);
    if (area > 0.0F) {
        const auto weight = [&](std::size_t a, std::size_t b) {
            return glm::dot(glm::cross(corners[b] - corners[a], point - corners[a]), normal) / area;
        };
        const glm::vec3 weights(weight(1, 2), weight(2, 0), weight(0, 1));
        if (weights.x >= 0.0F && weights.y >= 0.0F && weights.z >= 0.0F) {
            return {weights.x * corners[0] + weights.y * corners[1] + weights.z * corners[2],
                    weights};
        }
    }
    Weighted best = nearest_on_edge(corners, 0, 1, point);
    for (const auto& [from, to] : {std::pair{1, 2}, std::pair{2, 0}}) {
        const Weighted other = nearest_on_edge(corners, from, to, point);
        if (glm::distance(other.place, point) < glm::distance(best.place, point)) {
            best = other;
        }
    }
    return best;
}

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
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        const auto corner = [&](std::size_t k) {
            return positions[indices[i + k] - mesh.first_vertex];
        };
        const Triangle corners{corner(0), corner(1), corner(2)};
        const glm::vec3 middle = (corners[0] + corners[1] + corners[2]) / 3.0F;
        const float radius =
            std::max({glm::distance(middle, corners[0]), glm::distance(middle, corners[1]),
                      glm::distance(middle, corners[2])});
        for (std::size_t p = 0; p < points.size(); ++p) {
            if (glm::distance(middle, points[p]) - radius >= feet[p].distance) {
                continue;
            }
            const Weighted nearest = nearest_on_triangle(corners, points[p]);
            const float distance = glm::distance(nearest.place, points[p]);
            if (distance < feet[p].distance) {
                glm::vec3 normal(0.0F);
                for (int k = 0; k < 3; ++k) {
                    normal += nearest.weights[k] *
                              decode_normal(
                                  model.vertices[indices[i + static_cast<std::size_t>(k)]].normal);
                }
                feet[p] = {nearest.place, normal, distance};
            }
        }
    }
    return feet;
}

glm::vec3 unit_or(const glm::vec3& vector, const glm::vec3& otherwise) {
    const float length = glm::length(vector);
    return length > 1e-6F ? vector / length : otherwise;
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

glm::vec3 mirrored(const glm::vec3& place) {
    return {-place.x, place.y, place.z};
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
