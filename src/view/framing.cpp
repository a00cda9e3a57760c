#include "anatomy/model.h"
#include "view/axes.h"
#include "view/explosion.h"
#include "view/flight.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace osteon::view {

namespace {

constexpr float c_site_share = 0.62F; ///< of the free area's width or height
constexpr float c_whole_share = 0.89F;
constexpr std::size_t c_samples_per_bone = 192;

void add_samples(const anatomy::SkeletonModel& model, const anatomy::BoneMesh& mesh,
                 const glm::vec3& offset, std::vector<glm::vec3>& points) {
    const std::size_t first = mesh.first_vertex;
    const std::size_t end = std::min<std::size_t>(first + mesh.vertex_count, model.vertices.size());
    if (first >= end) { // bounds are all that is known
        for (unsigned corner = 0; corner < 8; ++corner) {
            points.push_back(offset +
                             glm::vec3((corner & 1U) != 0 ? mesh.bounds.max.x : mesh.bounds.min.x,
                                       (corner & 2U) != 0 ? mesh.bounds.max.y : mesh.bounds.min.y,
                                       (corner & 4U) != 0 ? mesh.bounds.max.z : mesh.bounds.min.z));
        }
        return;
    }
    const std::size_t stride = std::max<std::size_t>(1, (end - first) / c_samples_per_bone);
    for (std::size_t i = first; i < end; i += stride) {
        points.push_back(model.position(model.vertices[i]) + offset);
    }
}

/// Points on the surface of the bones; of the whole skeleton, where none of them is in the model.
std::vector<glm::vec3> surface_points(const std::vector<anatomy::BoneIndex>& bones,
                                      const anatomy::SkeletonModel& model,
                                      std::span<const glm::vec3> offsets) {
    std::vector<glm::vec3> points;
    for (const anatomy::BoneIndex bone : bones) {
        if (const anatomy::BoneMesh* mesh = model.find(bone); mesh != nullptr) {
            add_samples(model, *mesh, offset_of(offsets, bone), points);
        }
    }
    if (points.empty()) {
        for (const anatomy::BoneMesh& mesh : model.meshes) {
            add_samples(model, mesh, offset_of(offsets, mesh.bone), points);
        }
    }
    return points;
}

/// What the points cover at a distance: in tangents of the angle from the line of sight.
struct Extent {
    glm::vec2 min{std::numeric_limits<float>::max()};
    glm::vec2 max{std::numeric_limits<float>::lowest()};
    glm::vec2 size() const { return max - min; }
};

/// `points` lie in the axes of the camera, around the target.
Extent extent_at(const std::vector<glm::vec3>& points, const glm::vec2& centre, float distance) {
    Extent extent;
    for (const glm::vec3& point : points) {
        const float along = std::max(distance - point.z, 1e-3F);
        const glm::vec2 place = (glm::vec2(point) - centre) / along;
        extent.min = glm::min(extent.min, place);
        extent.max = glm::max(extent.max, place);
    }
    return extent;
}

/// The least distance at which the points fit into `room`, and the middle to look at. Perspective
/// makes both depend on each other, so they are found in turns; a few are enough at 14°.
struct Fit {
    glm::vec2 centre{0.0F};
    float distance = 1.0F;
};
Fit fit(const std::vector<glm::vec3>& points, const glm::vec2& room) {
    constexpr int c_turns = 6;
    float nearest_depth = 0.0F;
    for (const glm::vec3& point : points) {
        nearest_depth = std::max(nearest_depth, point.z);
    }
    Fit result{{0.0F, 0.0F}, 20.0F};
    for (int turn = 0; turn < c_turns; ++turn) {
        const Extent extent = extent_at(points, result.centre, result.distance);
        result.centre += 0.5F * (extent.min + extent.max) * result.distance;
        const glm::vec2 excess = extent.size() / room;
        // Sizes shrink with the distance to the surface, which lies before the target.
        result.distance =
            nearest_depth + (result.distance - nearest_depth) * std::max(excess.x, excess.y);
        result.distance = std::max(result.distance, nearest_depth + 0.02F);
    }
    return result;
}

/// The free area in tangents: what of the view's plane at distance 1 it covers.
glm::vec2 free_tangents(const Layout& layout) {
    const float per_pixel = 2.0F * std::tan(0.5F * c_fov_y) / std::max(layout.stage.height, 1.0F);
    return glm::max(glm::vec2(layout.free.width, layout.free.height), glm::vec2(1.0F)) * per_pixel;
}

/// From where what is `size` metres long may be seen end on: as near as if it were seen half as
/// long. Else a spine from above would be a vertebra, with the skull behind the viewer.
float least_distance(float size, const Layout& layout) {
    const glm::vec2 room = c_site_share * free_tangents(layout);
    return 0.5F * size / std::max(room.x, room.y);
}

/// How much of the body around a landmark is shown: half of its bone, within these; metres.
constexpr float c_least_surroundings = 0.05F;
constexpr float c_most_surroundings = 0.16F;
/// A landmark that faces the camera within about 60° is not turned to.
constexpr float c_faces = 0.5F;
constexpr float c_steepest = 1.2F; ///< radians of pitch that a landmark is looked at from

CameraPose near_landmark(const session::CameraWish& wish, const CameraPose& now,
                         const anatomy::LandmarkPlace& landmark, float bone_size,
                         const Layout& layout) {
    CameraPose pose = now;
    const glm::vec3& outward = landmark.outward;
    if (glm::dot(outward, axes_of(now).back) < c_faces) {
        const bool steep = std::abs(outward.y) > 0.95F;
        pose.yaw = steep ? now.yaw : std::atan2(outward.x, outward.z);
        pose.pitch =
            std::clamp(std::asin(std::clamp(outward.y, -1.0F, 1.0F)), -c_steepest, c_steepest);
    }
    pose.yaw = wish.yaw.value_or(pose.yaw);
    pose.pitch = wish.pitch.value_or(pose.pitch);
    const float surroundings =
        std::clamp(0.5F * bone_size, c_least_surroundings, c_most_surroundings);
    const glm::vec2 room = c_site_share * free_tangents(layout);
    pose.target = landmark.place;
    pose.distance = std::max(surroundings / std::min(room.x, room.y), c_nearest_distance);
    return pose;
}

} // namespace

CameraPose resolve(const session::CameraWish& wish, const CameraPose& now,
                   const anatomy::SkeletonModel& model, const Layout& layout,
                   std::span<const glm::vec3> offsets, std::span<const glm::vec3> beside) {
    if (wish.exact) {
        return *wish.exact;
    }
    const Box bounds = moved_bounds(model, offsets);
    if (const anatomy::LandmarkPlace* landmark = model.find_landmark(wish.landmark)) {
        const anatomy::BoneMesh* mesh =
            wish.bones.size() == 1 ? model.find(wish.bones.front()) : nullptr;
        const float size = mesh != nullptr ? mesh->bounds.diagonal() : 0.0F;
        anatomy::LandmarkPlace moved = *landmark;
        moved.place += mesh != nullptr ? offset_of(offsets, mesh->bone) : glm::vec3(0.0F);
        return clamp_pose(near_landmark(wish, now, moved, size, layout), bounds);
    }
    CameraPose pose = now;
    pose.yaw = wish.yaw.value_or(now.yaw);
    pose.pitch = wish.pitch.value_or(now.pitch);
    const bool whole = wish.bones.empty() && beside.empty();
    std::vector<glm::vec3> surface(beside.begin(), beside.end());
    if (whole || !wish.bones.empty()) {
        const std::vector<glm::vec3> bones = surface_points(wish.bones, model, offsets);
        surface.insert(surface.end(), bones.begin(), bones.end());
    }
    if (surface.empty()) {
        return pose;
    }
    Box box;
    for (const glm::vec3& point : surface) {
        box.add(point);
    }
    const Axes axes = axes_of(pose);
    std::vector<glm::vec3> points;
    points.reserve(surface.size());
    for (const glm::vec3& point : surface) {
        const glm::vec3 from_middle = point - box.centre();
        points.push_back({glm::dot(from_middle, axes.right), glm::dot(from_middle, axes.up),
                          glm::dot(from_middle, axes.back)});
    }
    const float share = whole ? c_whole_share : c_site_share;
    const Fit found = fit(points, share * free_tangents(layout));
    pose.target = box.centre() + axes.right * found.centre.x + axes.up * found.centre.y;
    const float least = whole ? 0.0F : least_distance(box.diagonal(), layout);
    pose.distance = std::max({found.distance, c_nearest_distance, least});
    return clamp_pose(pose, bounds);
}

} // namespace osteon::view
