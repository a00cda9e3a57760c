#pragma once

#include <embree3/rtcore.h>
#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>

namespace osteon::anatomy {

/// Embree's objects, released when they go out of scope.
using EmbreeDevice = std::unique_ptr<std::remove_pointer_t<RTCDevice>, decltype(&rtcReleaseDevice)>;
using EmbreeScene = std::unique_ptr<std::remove_pointer_t<RTCScene>, decltype(&rtcReleaseScene)>;
using EmbreeGeometry =
    std::unique_ptr<std::remove_pointer_t<RTCGeometry>, decltype(&rtcReleaseGeometry)>;

/// A copy of triangles, not committed yet; empty where memory does not suffice.
EmbreeGeometry triangle_geometry(RTCDevice device, std::span<const glm::vec3> positions,
                                 std::span<const std::uint32_t> indices);

/// A ray that has hit nothing yet, looking for hits from `near` to `far` along a unit direction.
RTCRayHit embree_ray(const glm::vec3& origin, const glm::vec3& direction, float near, float far);

} // namespace osteon::anatomy
