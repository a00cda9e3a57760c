#include "sculpt/solid.h"

#include "base/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
    if (!part.solid) {
        return distance(part.shape, place, cut_off);
    }
    if (!part.placement) {
        return distance(*part.solid, place, cut_off);
    }
    const Placement& placement = *part.placement;
    const glm::vec3 own = placement.inverse * (place - placement.origin);
    return placement.scale * distance(*part.solid, own, cut_off / placement.scale);
}

Box placed(const Box& box, const Placement& placement) {
    Box result;
    for (int corner = 0; corner < 8; ++corner) {
        result.add(placement.place({(corner & 1) != 0 ? box.max.x : box.min.x,
                                    (corner & 2) != 0 ? box.max.y : box.min.y,
                                    (corner & 4) != 0 ? box.max.z : box.min.z}));
    }
    return result;
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
        // The distance of a flat section is too small far off. Never less than that to the box, it
        // joins smoothly what is skipped by the box.
        const auto part_at = [&](float limit) {
            const float other = part_distance(part, point, limit);
            return apart > 0.0F ? std::max(other, apart) : other;
        };
        switch (part.operation) {
        case Operation::add: {
            const float limit = std::min(d, cut_off) + part.blend;
            if (apart <= limit) {
                d = smooth_min(d, part_at(limit), part.blend);
            } else if (d > cut_off) {
                d = std::min(d, apart);
            }
            break;
        }
        case Operation::subtract:
            if (apart <= std::max(-d, 0.0F) + part.blend) {
                const float limit = std::abs(d) + part.blend + 1.0F;
                d = -smooth_min(-d, part_at(limit), part.blend);
            }
            break;
        case Operation::intersect: {
            const float limit = cut_off + part.blend;
            const float outer = apart > limit ? apart : part_at(limit);
            d = -smooth_min(-d, -outer, part.blend);
            break;
        }
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
        } else if (part.operation == Operation::intersect && !part.bounds.empty()) {
            box.min = glm::max(box.min, part.bounds.min);
            box.max = glm::min(box.max, part.bounds.max);
        }
    }
    return box;
}

void measure(Part& part) {
    part.bounds = part.solid ? bounds(*part.solid) : bounds(part.shape);
    if (part.placement && !part.bounds.empty()) {
        part.bounds = placed(part.bounds, *part.placement);
    }
    if (part.both_sides && !part.bounds.empty()) {
        const float reach = std::max(std::abs(part.bounds.min.x), std::abs(part.bounds.max.x));
        part.bounds.min.x = -reach;
        part.bounds.max.x = reach;
    }
}

std::size_t shape_count(const Solid& solid) {
    std::size_t count = 0;
    for (const Part& part : solid.parts) {
        count += part.solid ? shape_count(*part.solid) : 1;
    }
    return count;
}

glm::vec3 project(const Solid& solid, glm::vec3 point) {
    constexpr int steps = 12;
    constexpr float near_enough = 0.005F; // mm
    constexpr float longest_step = 5.0F;
    for (int step = 0; step < steps; ++step) {
        const float d = distance(solid, point, 100.0F);
        if (std::abs(d) < near_enough) {
            break;
        }
        const glm::vec3 slope = gradient(solid, point, 0.05F);
        const float steepness = std::max(glm::dot(slope, slope), 0.05F);
        const glm::vec3 move = -d / steepness * slope;
        const float length = glm::length(move);
        point += length > longest_step ? move * (longest_step / length) : move;
    }
    return point;
}

} // namespace osteon::sculpt
