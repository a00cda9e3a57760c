#pragma once

#include <glm/vec3.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// The triangles of a closed 2-manifold, for walking and changing. Half-edge 3t + k runs along
/// triangle t from its k-th corner to the next.
class HalfEdges {
public:
    using Index = std::uint32_t;

    HalfEdges(const std::vector<Index>& corners, std::size_t vertex_count);

    static Index next(Index h) { return h % 3 == 2 ? h - 2 : h + 1; }
    static Index previous(Index h) { return h % 3 == 0 ? h + 2 : h - 1; }
    std::size_t count() const { return origin_.size(); }
    Index origin(Index h) const { return origin_[h]; }
    Index end(Index h) const { return origin_[next(h)]; }
    Index twin(Index h) const { return twin_[h]; }
    bool alive(Index h) const { return twin_[h] != removed; }
    std::array<Index, 3> triangle(Index h) const {
        return {origin_[h], origin_[next(h)], origin_[previous(h)]};
    }

    /// Visits the half-edges that leave a vertex, in turn about it.
    template <class Visit>
    void around(Index vertex, const Visit& visit) const {
        const Index first = leaving_[vertex];
        Index h = first;
        do {
            visit(h);
            h = twin_[previous(h)];
        } while (h != first);
    }

    /// Whether drawing the ends of an edge together leaves a 2-manifold of the same genus: they
    /// have no neighbours in common but the two opposite the edge (the link condition; Dey et al.
    /// 1999).
    bool may_collapse(Index h) const;

    /// Draws the origin of an edge into its end. The origin is no more.
    void collapse(Index h);

    /// Whether the other diagonal of the edge's two triangles is no edge yet.
    bool may_flip(Index h) const;

    /// Replaces an edge by the other diagonal of its two triangles.
    void flip(Index h);

    std::vector<Index> corners() const;

private:
    static constexpr Index removed = 0xFFFFFFFFU;

    void pair(Index a, Index b) {
        twin_[a] = b;
        twin_[b] = a;
    }
    bool joined(Index a, Index b) const;
    std::size_t valence(Index vertex) const;

    std::vector<Index> origin_;
    std::vector<Index> twin_;
    std::vector<Index> leaving_; ///< for each vertex one half-edge
};

} // namespace osteon::sculpt
