#pragma once

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include <limits>
#include <span>

namespace osteon {

/// Models are in metres, recipes and references in millimetres.
inline constexpr float metres_per_millimetre = 0.001F;
inline constexpr float millimetres_per_metre = 1000.0F;

/// A place or direction in the mirror of the body's midline, x = 0.
inline glm::vec3 mirrored(const glm::vec3& vector) {
    return {-vector.x, vector.y, vector.z};
}

/// The vector at unit length, or another where it is too short to have a direction.
inline glm::vec3 unit_or(const glm::vec3& vector, const glm::vec3& otherwise) {
    const float length = glm::length(vector);
    return length > 1e-6F ? vector / length : otherwise;
}

/// An axis-aligned box; empty until a point is added. In the design's space: y up, the body faces
/// +z, its left is +x, the feet stand on y = 0; metres where nothing else is said.
struct Box {
    glm::vec3 min{std::numeric_limits<float>::max()};
    glm::vec3 max{std::numeric_limits<float>::lowest()};

    bool operator==(const Box&) const = default;

    bool empty() const { return min.x > max.x || min.y > max.y || min.z > max.z; }
    glm::vec3 centre() const { return 0.5F * (min + max); }
    glm::vec3 size() const { return empty() ? glm::vec3(0.0F) : max - min; }
    float diagonal() const { return glm::length(size()); }

    void add(const glm::vec3& point) {
        min = glm::min(min, point);
        max = glm::max(max, point);
    }
    void add(const Box& box) {
        min = glm::min(min, box.min);
        max = glm::max(max, box.max);
    }
};

/// The box around points.
inline Box box_of(std::span<const glm::vec3> points) {
    Box box;
    for (const glm::vec3& point : points) {
        box.add(point);
    }
    return box;
}

/// A rectangle on the screen, in pixels, y down.
struct Rect {
    float x = 0.0F;
    float y = 0.0F;
    float width = 0.0F;
    float height = 0.0F;

    bool operator==(const Rect&) const = default;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
    bool empty() const { return width <= 0.0F || height <= 0.0F; }
    glm::vec2 centre() const { return {x + 0.5F * width, y + 0.5F * height}; }
    bool contains(const glm::vec2& point) const {
        return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
    }
    bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    Rect inset(float by) const { return {x + by, y + by, width - 2.0F * by, height - 2.0F * by}; }
};

} // namespace osteon
