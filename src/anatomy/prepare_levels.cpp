#include "anatomy/prepare_levels.h"

#include <meshoptimizer.h>

#include <utility>

namespace osteon::anatomy {
namespace {

constexpr std::array<float, level_count> level_share = {1.0F, 0.4F, 0.12F, 0.03F};
constexpr float worth_keeping = 0.9F; ///< of the triangles of the level before
constexpr float most_error = 0.08F;   ///< of the bone's extent, whatever the triangles saved
constexpr float stuck = 1.3F;         ///< times the triangles wanted; seams and holes hold the rest
constexpr float overdraw_slack = 1.05F; ///< cache misses traded for less overdraw

using Indices = std::vector<std::uint32_t>;

Indices ordered(const Indices& indices, const ShadedSurface& surface) {
    Indices cached(indices.size());
    meshopt_optimizeVertexCache(cached.data(), indices.data(), indices.size(),
                                surface.positions.size());
    Indices result(indices.size());
    meshopt_optimizeOverdraw(result.data(), cached.data(), cached.size(),
                             &surface.positions.front().x, surface.positions.size(),
                             sizeof(glm::vec3), overdraw_slack);
    return result;
}

/// Fewer triangles over the same vertices, which stray so far from the surface, in metres.
struct Simplified {
    Indices indices;
    float error = 0.0F;
};

/// Collapses edges; what lies at seams and holes stays.
Simplified collapsed(const ShadedSurface& surface, std::size_t target) {
    Simplified result{Indices(surface.indices.size()), 0.0F};
    result.indices.resize(meshopt_simplify(result.indices.data(), surface.indices.data(),
                                           surface.indices.size(), &surface.positions.front().x,
                                           surface.positions.size(), sizeof(glm::vec3), target,
                                           most_error, 0, &result.error));
    return result;
}

/// Merges what lies close together, whatever the surface is like; less faithful, but never stuck.
Simplified merged(const ShadedSurface& surface, std::size_t target) {
    Simplified result{Indices(surface.indices.size()), 0.0F};
    result.indices.resize(meshopt_simplifySloppy(
        result.indices.data(), surface.indices.data(), surface.indices.size(),
        &surface.positions.front().x, surface.positions.size(), sizeof(glm::vec3), target,
        most_error, &result.error));
    return result;
}

Simplified simplified(const ShadedSurface& surface, float share) {
    const auto target =
        static_cast<std::size_t>(share * static_cast<float>(surface.indices.size() / 3)) * 3;
    Simplified best = collapsed(surface, target);
    if (static_cast<float>(best.indices.size()) > stuck * static_cast<float>(target)) {
        Simplified other = merged(surface, target);
        if (!other.indices.empty() && other.indices.size() < best.indices.size()) {
            best = std::move(other);
        }
    }
    best.error *= meshopt_simplifyScale(&surface.positions.front().x, surface.positions.size(),
                                        sizeof(glm::vec3));
    return best;
}

/// Puts the vertices in the order of their first use.
void order_vertices(ShadedSurface& surface) {
    const std::size_t count = surface.positions.size();
    std::vector<unsigned int> remap(count);
    meshopt_optimizeVertexFetchRemap(remap.data(), surface.indices.data(), surface.indices.size(),
                                     count);
    meshopt_remapIndexBuffer(surface.indices.data(), surface.indices.data(), surface.indices.size(),
                             remap.data());
    meshopt_remapVertexBuffer(surface.positions.data(), surface.positions.data(), count,
                              sizeof(glm::vec3), remap.data());
    meshopt_remapVertexBuffer(surface.normals.data(), surface.normals.data(), count,
                              sizeof(glm::vec3), remap.data());
}

} // namespace

LeveledSurface build_levels(ShadedSurface surface) {
    LeveledSurface leveled;
    surface.indices = ordered(surface.indices, surface);
    Indices all = surface.indices;
    leveled.levels[0] = {0, static_cast<std::uint32_t>(all.size()), 0.0F};
    for (std::size_t level = 1; level < level_count; ++level) {
        leveled.levels[level] = leveled.levels[level - 1];
        const auto [fewer, error] = simplified(surface, level_share[level]);
        const auto before = static_cast<float>(leveled.levels[level - 1].index_count);
        if (!fewer.empty() && static_cast<float>(fewer.size()) < worth_keeping * before) {
            leveled.levels[level] = {static_cast<std::uint32_t>(all.size()),
                                     static_cast<std::uint32_t>(fewer.size()), error};
            const Indices in_order = ordered(fewer, surface);
            all.insert(all.end(), in_order.begin(), in_order.end());
        }
    }
    surface.indices = std::move(all);
    order_vertices(surface);
    leveled.surface = std::move(surface);
    return leveled;
}

} // namespace osteon::anatomy
