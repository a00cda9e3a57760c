#include "sculpt/triangle_tree.h"

#include <glm/ext/vector_double3.hpp>

#include <algorithm>
#include <numeric>

namespace osteon::sculpt {
namespace {

constexpr std::uint32_t leaf_triangles = 4;

/// On which side of the line a-b, seen along x, a point lies. The same for b-a, so that the two
/// triangles at an edge never both claim a point, nor both leave it out.
bool left_of(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& p) {
    return (b.y - a.y) * (p.z - a.z) - (b.z - a.z) * (p.y - a.y) > 0.0;
}

/// The nearest point of a triangle as weights of its corners, by the regions of its plane (Ericson,
/// Real-Time Collision Detection, 2005, section 5.1.5).
glm::vec3 nearest_weights(const glm::vec3& p, const std::array<glm::vec3, 3>& triangle) {
    const auto& [a, b, c] = triangle;
    const glm::vec3 ab = b - a, ac = c - a;
    const float ap_ab = glm::dot(ab, p - a), ap_ac = glm::dot(ac, p - a);
    const float bp_ab = glm::dot(ab, p - b), bp_ac = glm::dot(ac, p - b);
    const float cp_ab = glm::dot(ab, p - c), cp_ac = glm::dot(ac, p - c);
    if (ap_ab <= 0.0F && ap_ac <= 0.0F) {
        return {1.0F, 0.0F, 0.0F};
    }
    if (bp_ab >= 0.0F && bp_ac <= bp_ab) {
        return {0.0F, 1.0F, 0.0F};
    }
    if (cp_ac >= 0.0F && cp_ab <= cp_ac) {
        return {0.0F, 0.0F, 1.0F};
    }
    const float area_c = ap_ab * bp_ac - bp_ab * ap_ac;
    if (area_c <= 0.0F && ap_ab >= 0.0F && bp_ab <= 0.0F) {
        const float t = ap_ab / (ap_ab - bp_ab);
        return {1.0F - t, t, 0.0F};
    }
    const float area_b = cp_ab * ap_ac - ap_ab * cp_ac;
    if (area_b <= 0.0F && ap_ac >= 0.0F && cp_ac <= 0.0F) {
        const float t = ap_ac / (ap_ac - cp_ac);
        return {1.0F - t, 0.0F, t};
    }
    const float area_a = bp_ab * cp_ac - cp_ab * bp_ac;
    if (area_a <= 0.0F && bp_ac >= bp_ab && cp_ab >= cp_ac) {
        const float t = (bp_ac - bp_ab) / ((bp_ac - bp_ab) + (cp_ab - cp_ac));
        return {0.0F, 1.0F - t, t};
    }
    return glm::vec3(area_a, area_b, area_c) / (area_a + area_b + area_c);
}

float distance_to(const Box& box, const glm::vec3& point) {
    return glm::length(glm::max(glm::max(box.min - point, point - box.max), glm::vec3(0.0F)));
}

} // namespace

TriangleTree::TriangleTree(const Mesh& mesh)
    : mesh_(&mesh)
    , order_(mesh.indices.size() / 3) {
    std::iota(order_.begin(), order_.end(), 0U);
    nodes_.reserve(order_.size());
    nodes_.emplace_back();
    split(0, 0, static_cast<std::uint32_t>(order_.size()));
}

void TriangleTree::split(std::size_t node, std::uint32_t first, std::uint32_t count) {
    Box box, centres;
    const auto centre = [this](std::uint32_t i) {
        const auto [a, b, c] = triangle(i);
        return a + b + c;
    };
    for (std::uint32_t i = first; i < first + count; ++i) {
        for (const glm::vec3& corner : triangle(order_[i])) {
            box.add(corner);
        }
        centres.add(centre(order_[i]));
    }
    nodes_[node].box = box;
    if (count <= leaf_triangles) {
        nodes_[node].first = first;
        nodes_[node].count = count;
        return;
    }
    const glm::vec3 size = centres.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    const std::uint32_t half = count / 2;
    const auto begin = order_.begin() + first;
    std::nth_element(begin, begin + half, begin + count, [&](std::uint32_t a, std::uint32_t b) {
        return centre(a)[axis] < centre(b)[axis];
    });
    const std::size_t children = nodes_.size();
    nodes_[node].first = static_cast<std::uint32_t>(children);
    nodes_.resize(children + 2);
    split(children, first, half);
    split(children + 1, first + half, count - half);
}

void TriangleTree::search(std::size_t node, const glm::vec3& point, Nearest& nearest) const {
    const Node& here = nodes_[node];
    for (std::uint32_t i = here.first; i < here.first + here.count; ++i) {
        const std::array<glm::vec3, 3> corners = triangle(order_[i]);
        const glm::vec3 w = nearest_weights(point, corners);
        const glm::vec3 place = w.x * corners[0] + w.y * corners[1] + w.z * corners[2];
        const float distance = glm::distance(place, point);
        if (distance < nearest.distance) {
            nearest = {place, distance};
        }
    }
    if (here.count > 0) {
        return;
    }
    std::size_t near = here.first, far = here.first + 1;
    float near_distance = distance_to(nodes_[near].box, point);
    float far_distance = distance_to(nodes_[far].box, point);
    if (far_distance < near_distance) {
        std::swap(near, far);
        std::swap(near_distance, far_distance);
    }
    if (near_distance < nearest.distance) {
        search(near, point, nearest);
    }
    if (far_distance < nearest.distance) {
        search(far, point, nearest);
    }
}

TriangleTree::Nearest TriangleTree::nearest(const glm::vec3& point, float within) const {
    Nearest nearest{point, within};
    search(0, point, nearest);
    return nearest;
}

bool TriangleTree::contains(const glm::vec3& point) const {
    Box ray;
    ray.add(point);
    ray.add({bounds().max.x + 1.0F, point.y, point.z});
    const glm::dvec3 p(point);
    bool within = false;
    for_meeting(ray, [&](std::uint32_t index) {
        const auto* const corner = &mesh_->indices[3 * std::size_t{index}];
        unsigned sides = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t a = corner[i], b = corner[(i + 1) % 3];
            const bool left = left_of(glm::dvec3(mesh_->positions[std::min(a, b)]),
                                      glm::dvec3(mesh_->positions[std::max(a, b)]), p);
            sides |= (left == (a < b) ? 1U : 0U) << i;
        }
        if (sides != 0 && sides != 7) {
            return;
        }
        const glm::dvec3 a(mesh_->positions[corner[0]]);
        const glm::dvec3 normal = glm::cross(glm::dvec3(mesh_->positions[corner[1]]) - a,
                                             glm::dvec3(mesh_->positions[corner[2]]) - a);
        within ^= normal.x * glm::dot(normal, a - p) > 0.0;
    });
    return within;
}

} // namespace osteon::sculpt
