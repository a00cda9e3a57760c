#include "anatomy/surface_tree.h"
#include "base/geometry.h"
#include "sculpt/check.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

constexpr float least_depth = 0.05F;  ///< mm; less is the roughness of the meshes
constexpr float probe_spacing = 1.0F; ///< mm between the points of a surface that are looked at

struct Body {
    std::vector<glm::vec3> probes;
    anatomy::SurfaceTree tree;
    Box box;
};

/// The corners of the mesh, and points within the triangles that are larger than the spacing.
std::vector<glm::vec3> probes_of(const Mesh& mesh) {
    std::vector<glm::vec3> probes = mesh.positions;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const glm::vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const float longest = std::max({glm::length(ab), glm::length(ac), glm::length(ac - ab)});
        const int steps = static_cast<int>(std::ceil(longest / probe_spacing));
        for (int u = 1; u < steps; ++u) {
            for (int v = 1; u + v < steps; ++v) {
                probes.push_back(a + (static_cast<float>(u) * ab + static_cast<float>(v) * ac) /
                                         static_cast<float>(steps));
            }
        }
    }
    return probes;
}

Body body_of(const Mesh& mesh) {
    return {probes_of(mesh), anatomy::SurfaceTree({mesh.positions, mesh.indices}),
            box_of(mesh.positions)};
}

bool holds(const Box& box, const glm::vec3& point, float margin) {
    return glm::all(glm::greaterThanEqual(point, box.min - margin)) &&
           glm::all(glm::lessThanEqual(point, box.max + margin));
}

/// Whether a point lies in a body: what two rays out of three say, should one graze an edge.
bool inside(const Body& body, const glm::vec3& point) {
    if (!holds(body.box, point, 0.0F)) {
        return false;
    }
    const auto within = [&](const glm::vec3& direction) {
        return body.tree.all_hits(point, direction).size() % 2 == 1;
    };
    const bool first = within({1.0F, 0.0F, 0.0F});
    const bool second = within({0.0F, 0.6F, 0.8F});
    return first == second ? first : within({0.0F, -0.8F, 0.6F});
}

/// How one body lies to another, seen from the first one's surface.
struct Approach {
    float depth = 0.0F;
    float gap = 0.0F;
    glm::vec3 deepest{0.0F};
    glm::vec3 closest{0.0F};
};

Approach approach(const Body& from, const Body& to, float reach) {
    Approach result;
    result.gap = reach;
    for (const glm::vec3& point : from.probes) {
        if (!holds(to.box, point, result.gap)) {
            continue;
        }
        if (inside(to, point)) {
            const auto nearest = to.tree.nearest(point);
            if (nearest && nearest->distance > result.depth) {
                result.depth = nearest->distance;
                result.deepest = point;
            }
        } else if (const auto nearest = to.tree.nearest(point, result.gap)) {
            result.gap = nearest->distance;
            result.closest = point;
        }
    }
    return result;
}

Neighbours compare(const SculptedBone& a, const SculptedBone& b, const Body& body_a,
                   const Body& body_b, float reach) {
    const Approach there = approach(body_a, body_b, reach);
    const Approach back = approach(body_b, body_a, reach);
    const float depth = std::max(there.depth, back.depth);
    if (depth > least_depth) {
        const bool first_enters = there.depth >= back.depth;
        return {first_enters ? a.id : b.id, first_enters ? b.id : a.id, depth, 0.0F,
                first_enters ? there.deepest : back.deepest};
    }
    const bool nearer = there.gap <= back.gap;
    return {a.id, b.id, 0.0F, depth > 0.0F ? 0.0F : std::min(there.gap, back.gap),
            nearer ? there.closest : back.closest};
}

} // namespace

std::vector<Neighbours> find_neighbours(const std::vector<SculptedBone>& bones, float reach) {
    std::vector<std::optional<Body>> bodies(bones.size());
    tbb::parallel_for(std::size_t{0}, bones.size(),
                      [&](std::size_t i) { bodies[i] = body_of(bones[i].mesh); });
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < bones.size(); ++i) {
        for (std::size_t j = i + 1; j < bones.size(); ++j) {
            const Box& a = bodies[i]->box;
            const Box& b = bodies[j]->box;
            if (!(bones[i].mirrored && bones[j].mirrored) &&
                glm::all(glm::lessThan(a.min - reach, b.max)) &&
                glm::all(glm::lessThan(b.min - reach, a.max))) {
                pairs.emplace_back(i, j);
            }
        }
    }
    std::vector<Neighbours> all(pairs.size());
    tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t n) {
        const auto [i, j] = pairs[n];
        all[n] = compare(bones[i], bones[j], *bodies[i], *bodies[j], reach);
    });
    std::erase_if(
        all, [reach](const Neighbours& pair) { return pair.depth <= 0.0F && pair.gap >= reach; });
    return all;
}

} // namespace osteon::sculpt
