#include "sculpt/shape.h"

#include <algorithm>
#include <cmath>

namespace osteon::sculpt {
namespace {

/// First-order distance to the unit ball of a p-norm whose axes are scaled by `radii`: the norm
/// less one, over the length of its gradient. A lower bound outside, since a norm is convex.
float norm_distance(const glm::vec3& local, const glm::vec3& radii, float power) {
    const glm::vec3 q = glm::abs(local) / radii;
    if (power == 2.0F) {
        const float k0 = glm::length(q);
        const float k1 = glm::length(q / radii);
        return k1 < 1e-9F ? -std::min({radii.x, radii.y, radii.z}) : k0 * (k0 - 1.0F) / k1;
    }
    const glm::vec3 raised(std::pow(q.x, power), std::pow(q.y, power), std::pow(q.z, power));
    const float sum = raised.x + raised.y + raised.z;
    if (sum < 1e-12F) {
        return -std::min({radii.x, radii.y, radii.z});
    }
    const float norm = std::pow(sum, 1.0F / power);
    const glm::vec3 ratio = q / norm;
    const glm::vec3 gradient(std::pow(ratio.x, power - 1.0F), std::pow(ratio.y, power - 1.0F),
                             std::pow(ratio.z, power - 1.0F));
    return (norm - 1.0F) / glm::length(gradient / radii);
}

float ellipsoid_distance(const Ellipsoid& ellipsoid, const glm::vec3& point) {
    const glm::vec3 local = (point - ellipsoid.centre) * ellipsoid.axes;
    return norm_distance(local, ellipsoid.radii, ellipsoid.power);
}

Box ellipsoid_bounds(const Ellipsoid& ellipsoid) {
    // The extent of the box around the ellipsoid's own box: exact enough for skipping.
    glm::vec3 reach(0.0F);
    for (int axis = 0; axis < 3; ++axis) {
        reach += glm::abs(ellipsoid.axes[axis]) * ellipsoid.radii[axis];
    }
    Box box;
    box.add(ellipsoid.centre - reach);
    box.add(ellipsoid.centre + reach);
    return box;
}

} // namespace

float distance(const Shape& shape, const glm::vec3& point, float cut_off) {
    if (const auto* ellipsoid = std::get_if<Ellipsoid>(&shape)) {
        return ellipsoid_distance(*ellipsoid, point);
    }
    if (const auto* half_space = std::get_if<HalfSpace>(&shape)) {
        return glm::dot(point - half_space->point, half_space->normal);
    }
    if (const auto* tube = std::get_if<std::shared_ptr<const Tube>>(&shape)) {
        return (*tube)->distance(point);
    }
    if (const auto* sheet = std::get_if<std::shared_ptr<const Sheet>>(&shape)) {
        return (*sheet)->distance(point, cut_off);
    }
    return std::get<std::shared_ptr<const Cone>>(shape)->distance(point);
}

Box bounds(const Shape& shape) {
    if (const auto* ellipsoid = std::get_if<Ellipsoid>(&shape)) {
        return ellipsoid_bounds(*ellipsoid);
    }
    if (const auto* tube = std::get_if<std::shared_ptr<const Tube>>(&shape)) {
        return (*tube)->bounds();
    }
    if (const auto* sheet = std::get_if<std::shared_ptr<const Sheet>>(&shape)) {
        return (*sheet)->bounds();
    }
    return {};
}

float distance(const Box& box, const glm::vec3& point) {
    return glm::length(glm::max(glm::max(box.min - point, point - box.max), glm::vec3(0.0F)));
}

} // namespace osteon::sculpt
