#include "anatomy/surface_tree.h"

#include "anatomy/embree.h"
#include "base/triangle.h"

#include <glm/geometric.hpp>

#include <algorithm>

namespace osteon::anatomy {
namespace {

/// What a point query works on.
struct NearestSearch {
    const TriangleMesh* mesh = nullptr;
    std::optional<SurfacePoint> found;
};

glm::vec3 corner(const TriangleMesh& mesh, std::uint32_t triangle, std::uint32_t which) {
    return mesh.positions[mesh.indices[3 * static_cast<std::size_t>(triangle) + which]];
}

bool visit_triangle(RTCPointQueryFunctionArguments* arguments) {
    auto& search = *static_cast<NearestSearch*>(arguments->userPtr);
    const glm::vec3 point(arguments->query->x, arguments->query->y, arguments->query->z);
    const glm::vec3 a = corner(*search.mesh, arguments->primID, 0);
    const glm::vec3 b = corner(*search.mesh, arguments->primID, 1);
    const glm::vec3 c = corner(*search.mesh, arguments->primID, 2);
    const glm::vec3 weights = nearest_weights(point, a, b, c);
    const glm::vec3 place = weights.x * a + weights.y * b + weights.z * c;
    const float distance = glm::distance(point, place);
    if (distance >= arguments->query->radius) {
        return false;
    }
    arguments->query->radius = distance;
    search.found = {place, weights, arguments->primID, distance};
    return true;
}

} // namespace

struct SurfaceTree::State {
    TriangleMesh mesh;
    EmbreeDevice device{nullptr, &rtcReleaseDevice};
    EmbreeScene scene{nullptr, &rtcReleaseScene};

    /// The first hit beyond `from`.
    std::optional<SurfacePoint> hit(const glm::vec3& origin, const glm::vec3& direction, float from,
                                    float reach) const {
        RTCIntersectContext context;
        rtcInitIntersectContext(&context);
        RTCRayHit ray = embree_ray(origin, direction, from, reach);
        rtcIntersect1(scene.get(), &context, &ray);
        if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID) {
            return std::nullopt;
        }
        return SurfacePoint{origin + ray.ray.tfar * direction,
                            {1.0F - ray.hit.u - ray.hit.v, ray.hit.u, ray.hit.v},
                            ray.hit.primID,
                            ray.ray.tfar};
    }
};

void TriangleMesh::append(const TriangleMesh& other) {
    const auto first = static_cast<std::uint32_t>(positions.size());
    positions.insert(positions.end(), other.positions.begin(), other.positions.end());
    for (const std::uint32_t index : other.indices) {
        indices.push_back(first + index);
    }
}

SurfaceTree::SurfaceTree(const TriangleMesh& mesh) {
    auto state = std::make_shared<State>();
    state->mesh = mesh;
    state->device.reset(rtcNewDevice(nullptr));
    state->scene.reset(rtcNewScene(state->device.get()));
    rtcSetSceneFlags(state->scene.get(), RTC_SCENE_FLAG_ROBUST);
    if (const EmbreeGeometry geometry =
            triangle_geometry(state->device.get(), mesh.positions, mesh.indices)) {
        rtcSetGeometryPointQueryFunction(geometry.get(), visit_triangle);
        rtcCommitGeometry(geometry.get());
        rtcAttachGeometry(state->scene.get(), geometry.get());
    }
    rtcCommitScene(state->scene.get());
    state_ = std::move(state);
}

std::optional<SurfacePoint> SurfaceTree::nearest(const glm::vec3& point, float reach) const {
    NearestSearch search{&state_->mesh, std::nullopt};
    RTCPointQuery query{point.x, point.y, point.z, 0.0F, reach};
    RTCPointQueryContext context;
    rtcInitPointQueryContext(&context);
    rtcPointQuery(state_->scene.get(), &query, &context, nullptr, &search);
    return search.found;
}

std::optional<SurfacePoint> SurfaceTree::first_hit(const glm::vec3& origin,
                                                   const glm::vec3& direction, float reach) const {
    return state_->hit(origin, direction, 0.0F, reach);
}

std::vector<SurfacePoint> SurfaceTree::all_hits(const glm::vec3& origin,
                                                const glm::vec3& direction) const {
    constexpr std::size_t most = 1000;
    std::vector<SurfacePoint> hits;
    float from = 0.0F;
    while (hits.size() < most) {
        const auto hit = state_->hit(origin, direction, from, 1e6F);
        if (!hit) {
            break;
        }
        hits.push_back(*hit);
        from = hit->distance + std::max(1e-5F, 1e-6F * hit->distance);
    }
    return hits;
}

bool SurfaceTree::blocked(const glm::vec3& origin, const glm::vec3& direction, float reach) const {
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    RTCRayHit ray = embree_ray(origin, direction, 0.0F, reach);
    rtcOccluded1(state_->scene.get(), &context, &ray.ray);
    return ray.ray.tfar < 0.0F;
}

glm::vec3 SurfaceTree::normal(std::uint32_t triangle) const {
    const glm::vec3 a = corner(state_->mesh, triangle, 0);
    const glm::vec3 across =
        glm::cross(corner(state_->mesh, triangle, 1) - a, corner(state_->mesh, triangle, 2) - a);
    const float length = glm::length(across);
    return length > 0.0F ? across / length : glm::vec3(0.0F);
}

const TriangleMesh& SurfaceTree::mesh() const {
    return state_->mesh;
}

} // namespace osteon::anatomy
