#include "anatomy/occlusion.h"

#include "anatomy/batches.h"
#include "anatomy/embree.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace osteon::anatomy {
namespace {

constexpr float wide_radius = 0.070F;
constexpr float fine_radius = 0.014F;
constexpr float lift =
    2e-4F; ///< metres off the surface, so that a ray does not hit where it starts
constexpr std::size_t ray_count = 48;
constexpr std::size_t block_size = 1024;
constexpr std::size_t blocks_between_reports = 16;

/// The fraction that mirrors the binary digits of `index` at the point (van der Corput).
float radical_inverse(std::uint32_t index) {
    float value = 0.0F;
    for (float digit = 0.5F; index != 0; index >>= 1U, digit *= 0.5F) {
        value += static_cast<float>(index & 1U) * digit;
    }
    return value;
}

/// Directions about +z, cosine-weighted, from the Hammersley point set (Malley's method).
std::array<glm::vec3, ray_count> hemisphere() {
    std::array<glm::vec3, ray_count> directions;
    for (std::uint32_t i = 0; i < ray_count; ++i) {
        const float squared = (static_cast<float>(i) + 0.5F) / static_cast<float>(ray_count);
        const float angle = 2.0F * std::numbers::pi_v<float> * radical_inverse(i);
        const float radius = std::sqrt(squared);
        directions[i] = {radius * std::cos(angle), radius * std::sin(angle),
                         std::sqrt(1.0F - squared)};
    }
    return directions;
}

/// A direction about +z, turned to be about `normal` (Duff et al. 2017, JCGT 6(1)).
glm::vec3 about(const glm::vec3& normal, const glm::vec3& direction) {
    const float sign = std::copysign(1.0F, normal.z);
    const float a = -1.0F / (sign + normal.z);
    const float b = normal.x * normal.y * a;
    const glm::vec3 tangent(1.0F + sign * normal.x * normal.x * a, sign * b, -sign * normal.x);
    const glm::vec3 bitangent(b, sign + normal.y * normal.y * a, -normal.y);
    return direction.x * tangent + direction.y * bitangent + direction.z * normal;
}

EmbreeScene build_scene(RTCDevice device, std::span<const glm::vec3> positions,
                        std::span<const std::uint32_t> indices) {
    EmbreeScene scene(rtcNewScene(device), &rtcReleaseScene);
    if (const EmbreeGeometry geometry = triangle_geometry(device, positions, indices)) {
        rtcCommitGeometry(geometry.get());
        rtcAttachGeometry(scene.get(), geometry.get());
        rtcCommitScene(scene.get());
    }
    return scene;
}

/// The distance to the first bone along a ray, at most the wide radius.
float free_distance(RTCScene scene, const glm::vec3& origin, const glm::vec3& direction) {
    RTCIntersectContext context;
    rtcInitIntersectContext(&context);
    RTCRayHit ray = embree_ray(origin, direction, 0.0F, wide_radius);
    rtcIntersect1(scene, &context, &ray);
    return ray.ray.tfar;
}

std::uint8_t to_byte(float light) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(light, 0.0F, 1.0F) * 255.0F));
}

AmbientLight light_at(RTCScene scene, const std::array<glm::vec3, ray_count>& directions,
                      const glm::vec3& position, const glm::vec3& normal) {
    float wide = 0.0F;
    float fine = 0.0F;
    const glm::vec3 origin = position + lift * normal;
    for (const glm::vec3& direction : directions) {
        const float distance = free_distance(scene, origin, about(normal, direction));
        wide += distance / wide_radius;
        fine += std::min(distance / fine_radius, 1.0F);
    }
    return {to_byte(wide / static_cast<float>(ray_count)),
            to_byte(fine / static_cast<float>(ray_count))};
}

} // namespace

Result<std::vector<AmbientLight>> bake_ambient_light(std::span<const glm::vec3> positions,
                                                     std::span<const glm::vec3> normals,
                                                     std::span<const std::uint32_t> indices,
                                                     const Progress& progress) {
    const EmbreeDevice device(rtcNewDevice(nullptr), &rtcReleaseDevice);
    if (!device) {
        return fail({Fault::machine, "Ambient light", "", "the ray tracer could not start",
                     "Free some memory and try again"});
    }
    const EmbreeScene scene = build_scene(device.get(), positions, indices);
    if (rtcGetDeviceError(device.get()) != RTC_ERROR_NONE) {
        return fail({Fault::machine, "Ambient light", "", "there is not enough memory",
                     "Close other programs and try again"});
    }
    const auto directions = hemisphere();
    std::vector<AmbientLight> light(positions.size());
    const std::size_t blocks = (positions.size() + block_size - 1) / block_size;
    const bool done = run_in_batches(
        blocks, blocks_between_reports,
        [&](std::size_t block) {
            const std::size_t last = std::min(positions.size(), (block + 1) * block_size);
            for (std::size_t i = block * block_size; i < last; ++i) {
                light[i] = light_at(scene.get(), directions, positions[i], normals[i]);
            }
        },
        [&](std::size_t block) { return tell(progress, "Baking soft shadows", block, blocks); });
    if (!done) {
        return fail(stopped());
    }
    return light;
}

} // namespace osteon::anatomy
