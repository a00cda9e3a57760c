#include "render/visible.h"

#include <glm/vec4.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace osteon::render {

std::size_t DrawLists::triangles() const {
    const auto indices = [](const DrawList& list) {
        return std::accumulate(list.counts.begin(), list.counts.end(), std::size_t{0},
                               [](std::size_t sum, std::int32_t count) {
                                   return sum + static_cast<std::size_t>(count);
                               });
    };
    return (indices(closed) + indices(open)) / 3;
}

bool in_view(const Box& box, const glm::mat4& to_clip) {
    std::array<int, 6> outside{};
    for (unsigned corner = 0; corner < 8; ++corner) {
        const glm::vec4 p = to_clip * glm::vec4((corner & 1U) != 0U ? box.max.x : box.min.x,
                                                (corner & 2U) != 0U ? box.max.y : box.min.y,
                                                (corner & 4U) != 0U ? box.max.z : box.min.z, 1.0F);
        for (int axis = 0; axis < 3; ++axis) {
            const auto plane = static_cast<std::size_t>(2 * axis);
            outside[plane] += p[axis] < -p.w ? 1 : 0;
            outside[plane + 1] += p[axis] > p.w ? 1 : 0;
        }
    }
    return std::ranges::none_of(outside, [](int corners) { return corners == 8; });
}

namespace {

/// The box of a part as a collapse shows it.
Box displaced_bounds(const view::GeometryPart& part, const view::Scene& scene) {
    if (!scene.collapse || (look_of(scene, part.bone).flags & view::bone_carried) == 0) {
        return part.bounds; // the bone that gives way stays within its own
    }
    Box bounds;
    for (unsigned corner = 0; corner < 8; ++corner) {
        bounds.add(displaced(*scene.collapse, true,
                             {(corner & 1U) != 0U ? part.bounds.max.x : part.bounds.min.x,
                              (corner & 2U) != 0U ? part.bounds.max.y : part.bounds.min.y,
                              (corner & 4U) != 0U ? part.bounds.max.z : part.bounds.min.z}));
    }
    return bounds;
}

} // namespace

Box place_of(const view::GeometryPart& part, const view::Scene& scene) {
    const glm::vec3 moved = view::offset_of(scene.offsets, part.bone);
    const Box bounds = displaced_bounds(part, scene);
    return {bounds.min + moved, bounds.max + moved};
}

Box placed_bounds(std::span<const view::GeometryPart> parts, const Box& bounds,
                  const view::Scene& scene) {
    if (scene.offsets.empty()) {
        return bounds;
    }
    Box placed;
    for (const view::GeometryPart& part : parts) {
        placed.add(place_of(part, scene));
    }
    return placed;
}

const view::GeometryLevel& level_for(const view::GeometryPart& part, const Box& place,
                                     const Frame& frame) {
    const glm::vec3 nearest = glm::clamp(frame.eye, place.min, place.max);
    const float distance = std::max(glm::length(nearest - frame.eye), 0.01F);
    const float allowed = frame.effort.level_error * distance / frame.pixels_per_radian;
    const view::GeometryLevel* best = &part.levels.front();
    for (const view::GeometryLevel& level : part.levels) {
        if (level.index_count > 0 && level.error <= allowed &&
            level.index_count < best->index_count) {
            best = &level;
        }
    }
    return *best;
}

bool lies_before(const Box& box, const view::Plane& plane) {
    const float reach = 0.5F * glm::dot(glm::abs(plane.normal), box.size());
    return glm::dot(plane.normal, box.centre()) - reach > plane.distance;
}

view::BoneLook look_of(const view::Scene& scene, std::uint16_t bone) {
    return bone < scene.bones.size() ? scene.bones[bone] : view::BoneLook{};
}

PixelRect covered(std::span<const view::GeometryPart> parts, const view::Scene& scene,
                  const Frame& frame, const Wanted& wanted, float margin) {
    const glm::vec2 size(frame.size);
    glm::vec2 low(size);
    glm::vec2 high(0.0F);
    for (const view::GeometryPart& part : parts) {
        const std::uint8_t flags = look_of(scene, part.bone).flags;
        if ((flags & view::bone_hidden) != 0 || !wanted(part.bone, flags)) {
            continue;
        }
        const Box place = place_of(part, scene);
        for (unsigned corner = 0; corner < 8; ++corner) {
            const glm::vec3 point((corner & 1U) != 0U ? place.max.x : place.min.x,
                                  (corner & 2U) != 0U ? place.max.y : place.min.y,
                                  (corner & 4U) != 0U ? place.max.z : place.min.z);
            const glm::vec4 clip = frame.to_clip * glm::vec4(point, 1.0F);
            if (clip.w <= 0.0F) {
                return {{0, 0}, frame.size}; // reaches behind the eye
            }
            const glm::vec2 pixel = (0.5F + 0.5F * glm::vec2(clip) / clip.w) * size;
            low = glm::min(low, pixel - margin);
            high = glm::max(high, pixel + margin);
        }
    }
    return {glm::ivec2(glm::max(glm::floor(low), 0.0F)),
            glm::ivec2(glm::min(glm::ceil(high), size))};
}

DrawLists visible_parts(std::span<const view::GeometryPart> parts, const view::Scene& scene,
                        const Frame& frame, const Wanted& wanted) {
    DrawLists lists;
    for (const view::GeometryPart& part : parts) {
        const Box place = place_of(part, scene);
        if (scene.cut && lies_before(place, scene.cut->plane)) {
            continue;
        }
        const std::uint8_t flags = look_of(scene, part.bone).flags;
        if ((flags & view::bone_hidden) != 0 || !wanted(part.bone, flags) ||
            !in_view(place, frame.to_clip)) {
            continue;
        }
        const view::GeometryLevel& level = level_for(part, place, frame);
        if (level.index_count == 0) {
            continue;
        }
        DrawList& list = part.closed ? lists.closed : lists.open;
        list.counts.push_back(static_cast<std::int32_t>(level.index_count));
        list.offsets.push_back(
            reinterpret_cast<const void*>(std::size_t{level.first_index} * sizeof(std::uint32_t)));
    }
    return lists;
}

} // namespace osteon::render
