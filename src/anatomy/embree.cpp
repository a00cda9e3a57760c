#include "anatomy/embree.h"

#include <cstring>

namespace osteon::anatomy {

EmbreeGeometry triangle_geometry(RTCDevice device, std::span<const glm::vec3> positions,
                                 std::span<const std::uint32_t> indices) {
    EmbreeGeometry geometry(rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE),
                            &rtcReleaseGeometry);
    void* const vertices =
        rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3,
                                sizeof(glm::vec3), positions.size());
    void* const triangles =
        rtcSetNewGeometryBuffer(geometry.get(), RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3,
                                3 * sizeof(std::uint32_t), indices.size() / 3);
    if (vertices == nullptr || triangles == nullptr) {
        geometry.reset();
        return geometry;
    }
    std::memcpy(vertices, positions.data(), positions.size_bytes());
    std::memcpy(triangles, indices.data(), indices.size_bytes());
    return geometry;
}

RTCRayHit embree_ray(const glm::vec3& origin, const glm::vec3& direction, float near, float far) {
    RTCRayHit ray{};
    ray.ray.org_x = origin.x;
    ray.ray.org_y = origin.y;
    ray.ray.org_z = origin.z;
    ray.ray.dir_x = direction.x;
    ray.ray.dir_y = direction.y;
    ray.ray.dir_z = direction.z;
    ray.ray.tnear = near;
    ray.ray.tfar = far;
    ray.ray.mask = 0xFFFFFFFFU;
    ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    return ray;
}

} // namespace osteon::anatomy
