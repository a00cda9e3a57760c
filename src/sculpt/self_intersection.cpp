#include "sculpt/self_intersection.h"

#include "base/geometry.h"

#include <glm/ext/vector_double3.hpp>

#include <algorithm>
#include <array>
#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

using Corners = std::array<glm::dvec3, 3>;

/// Six times the volume of a tetrahedron, with the sign of its turn.
double volume(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d) {
    return glm::dot(b - a, glm::cross(c - a, d - a));
}

bool same_sign(double a, double b, double c) {
    return (a > 0.0 && b > 0.0 && c > 0.0) || (a < 0.0 && b < 0.0 && c < 0.0);
}

/// Whether a stretch passes through the inside of a triangle.
bool pierces(const glm::dvec3& p, const glm::dvec3& q, const Corners& t) {
    return volume(p, t[0], t[1], t[2]) * volume(q, t[0], t[1], t[2]) < 0.0 &&
           same_sign(volume(p, q, t[0], t[1]), volume(p, q, t[1], t[2]), volume(p, q, t[2], t[0]));
}

Corners corners_of(const TriangleTree& tree, std::uint32_t triangle) {
    const auto [a, b, c] = tree.triangle(triangle);
    return {glm::dvec3(a), glm::dvec3(b), glm::dvec3(c)};
}

/// Whether an edge of one triangle passes through the other. Edges that end in a corner which the
/// triangles share cannot.
bool cut(const TriangleTree& tree, std::uint32_t first, std::uint32_t second) {
    const auto* const i = &tree.mesh().indices[3 * std::size_t{first}];
    const auto* const j = &tree.mesh().indices[3 * std::size_t{second}];
    const Corners a = corners_of(tree, first), b = corners_of(tree, second);
    std::array<bool, 3> a_shared{}, b_shared{};
    std::size_t shared = 0;
    for (std::size_t u = 0; u < 3; ++u) {
        for (std::size_t v = 0; v < 3; ++v) {
            if (i[u] == j[v]) {
                a_shared[u] = b_shared[v] = true;
                ++shared;
            }
        }
    }
    if (shared >= 2) {
        return false;
    }
    for (std::size_t u = 0; u < 3; ++u) {
        const std::size_t next = (u + 1) % 3;
        if ((!a_shared[u] && !a_shared[next] && pierces(a[u], a[next], b)) ||
            (!b_shared[u] && !b_shared[next] && pierces(b[u], b[next], a))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::vector<SelfIntersection> self_intersections(const TriangleTree& tree) {
    const auto count = static_cast<std::uint32_t>(tree.mesh().indices.size() / 3);
    std::vector<std::vector<SelfIntersection>> found(count);
    tbb::parallel_for(std::uint32_t{0}, count, [&](std::uint32_t first) {
        const Box box = box_of(tree.triangle(first));
        tree.for_meeting(box, [&](std::uint32_t second) {
            if (first < second && cut(tree, first, second)) {
                found[first].push_back({first, second, box.centre()});
            }
        });
    });
    std::vector<SelfIntersection> all;
    for (std::vector<SelfIntersection>& some : found) {
        std::ranges::sort(some, {}, &SelfIntersection::second);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

} // namespace osteon::sculpt
