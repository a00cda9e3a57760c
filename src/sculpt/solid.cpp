#include "sculpt/solid.h"

#include <algorithm>
#include <cmath>

namespace osteon::sculpt {
namespace {

/// Quadratic smooth minimum (Quilez, "Smooth minimum", 2013): differs from min only where the two
/// are within k of each other, and there by k/4 at most.
float smooth_min(float a, float b, float k) {
    if (k <= 0.0F) {
        return std::min(a, b);
    }
    const float h = std::max(k - std::abs(a - b), 0.0F) / k;
    return std::min(a, b) - 0.25F * k * h * h;
}

float part_distance(const Part& part, const glm::vec3& point, float cut_off) {
    const glm::vec3 place =
        part.both_sides ? glm::vec3(-std::abs(point.x), point.y, point.z) : point;
    return part.solid ? distance(*part.solid, place, cut_off)
                      : distance(part.shape, place, cut_off);
}

} // namespace

float distance(const Solid& solid, const glm::vec3& point, float cut_off) {
    // A part that is cut off here must not reach the surface through a later part's blend.
    float widest_blend = 0.0F;
    for (const Part& part : solid.parts) {
        widest_blend = std::max(widest_blend, part.blend);
    }
    cut_off += 1.25F * widest_blend;
    float d = std::numeric_limits<float>::max();
    for (const Part& part : solid.parts) {
        const float apart = part.bounds.empty() ? 0.0F : distance(part.bounds, point);
        switch (part.operation) {
        case Operation::add: {
            const float limit = std::min(d, cut_off) + part.blend;
            if (apart <= limit) {
                d = smooth_min(d, part_distance(part, point, limit), part.blend);
            } else if (d > cut_off) {
                d = std::min(d, apart);
            }
            break;
        }
        case Operation::subtract:
            if (apart <= std::max(-d, 0.0F) + part.blend) {
                const float limit = std::abs(d) + part.blend + 1.0F;
                d = -smooth_min(-d, part_distance(part, point, limit), part.blend);
            }
            break;
        case Operation::intersect:
            d = -smooth_min(-d, -part_distance(part, point, cut_off + part.blend), part.blend);
            break;
        }
    }
    return d;
}

glm::vec3 gradient(const Solid& solid, const glm::vec3& point, float step) {
    glm::vec3 result;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 offset(0.0F);
        offset[axis] = step;
        result[axis] = (distance(solid, point + offset, 4.0F * step) -
                        distance(solid, point - offset, 4.0F * step)) /
                       (2.0F * step);
    }
    return result;
}

Box bounds(const Solid& solid) {
    Box box;
    for (const Part& part : solid.parts) {
        if (part.operation == Operation::add && !part.bounds.empty()) {
            box.add(part.bounds.min - 0.25F * part.blend);
            box.add(part.bounds.max + 0.25F * part.blend);
        }
    }
    return box;
}

void measure(Part& part) {
    part.bounds = part.solid ? bounds(*part.solid) : bounds(part.shape);
    if (part.both_sides && !part.bounds.empty()) {
        const float reach = std::max(std::abs(part.bounds.min.x), std::abs(part.bounds.max.x));
        part.bounds.min.x = -reach;
        part.bounds.max.x = reach;
    }
}

} // namespace osteon::sculpt
