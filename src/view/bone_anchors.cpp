#include "view/bone_anchors.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace osteon::view {

namespace {

using anatomy::BoneMesh;
using anatomy::SkeletonModel;
using glm::vec3;

/// What a point is sought for: near to a place, on a surface that looks to one side.
struct Wanted {
    vec3 near{0.0F};
    vec3 side{0.0F};
    float cost = std::numeric_limits<float>::max();
    SurfacePoint best;
};

/// To the six sides: near the middle, near two places towards the ends of the longest side, and at
/// the very side of the box; to the eight corners: near the middle.
std::vector<Wanted> wishes(const BoneMesh& mesh) {
    const vec3 size = mesh.bounds.size();
    const int longest = size.x > size.y && size.x > size.z ? 0 : size.y > size.z ? 1 : 2;
    vec3 along(0.0F);
    along[longest] = 0.25F * size[longest];
    std::vector<Wanted> all;
    for (int axis = 0; axis < 3; ++axis) {
        for (const float sign : {1.0F, -1.0F}) {
            vec3 side(0.0F);
            side[axis] = sign;
            const vec3 outermost = mesh.bounds.centre() + 0.5F * size[axis] * side;
            for (const vec3& near :
                 {mesh.centroid, mesh.centroid + along, mesh.centroid - along, outermost}) {
                all.push_back({.near = near, .side = side, .best = {}});
            }
        }
    }
    for (const float x : {1.0F, -1.0F}) {
        for (const float y : {1.0F, -1.0F}) {
            for (const float z : {1.0F, -1.0F}) {
                const vec3 side = glm::normalize(vec3(x, y, z));
                all.push_back({.near = mesh.centroid, .side = side, .best = {}});
            }
        }
    }
    return all;
}

/// A surface that looks elsewhere counts as farther by up to a part of the bone's size.
void offer(std::vector<Wanted>& wanted, const SurfacePoint& point, float bone_size) {
    constexpr float faces_enough = 0.8F;
    constexpr float turned_away = 0.25F;
    for (Wanted& wish : wanted) {
        const float missing = std::max(faces_enough - glm::dot(point.outward, wish.side), 0.0F);
        const float cost =
            glm::distance(point.place, wish.near) + turned_away * missing * bone_size;
        if (cost < wish.cost) {
            wish.cost = cost;
            wish.best = point;
        }
    }
}

/// The coarsest level of detail will do: its vertices are vertices of the finest.
BoneAnchor anchor_of(const SkeletonModel& model, const BoneMesh& mesh) {
    BoneAnchor anchor{mesh.bone, mesh.centroid, 0.0F, mesh.bounds.diagonal(), {}};
    std::vector<Wanted> wanted = wishes(mesh);
    const anatomy::LevelOfDetail& level = mesh.levels.back();
    const auto corners = model.indices.subspan(level.first_index, level.index_count);
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        std::array<vec3, 3> places;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const anatomy::PackedVertex& vertex = model.vertices[corners[i + corner]];
            places[corner] = model.position(vertex);
            offer(wanted, {places[corner], anatomy::decode_normal(vertex.normal)}, anchor.size);
        }
        anchor.surface +=
            0.5F * glm::length(glm::cross(places[1] - places[0], places[2] - places[0]));
    }
    for (const Wanted& wish : wanted) {
        const bool known = std::ranges::find(anchor.points, wish.best) != anchor.points.end();
        if (!known && wish.cost < std::numeric_limits<float>::max()) {
            anchor.points.push_back(wish.best);
        }
    }
    return anchor;
}

} // namespace

std::vector<BoneAnchor> find_bone_anchors(const SkeletonModel& model) {
    std::vector<BoneAnchor> anchors;
    anchors.reserve(model.meshes.size());
    for (const BoneMesh& mesh : model.meshes) {
        anchors.push_back(anchor_of(model, mesh));
    }
    return anchors;
}

} // namespace osteon::view
