#include "sculpt/half_edges.h"

#include <algorithm>

namespace osteon::sculpt {

HalfEdges::HalfEdges(const std::vector<Index>& corners, std::size_t vertex_count)
    : origin_(corners)
    , twin_(corners.size(), removed)
    , leaving_(vertex_count, 0) {
    struct Side {
        Index low, high, half_edge;
    };
    std::vector<Side> sides;
    sides.reserve(corners.size());
    for (Index h = 0; h < corners.size(); ++h) {
        sides.push_back({std::min(origin(h), end(h)), std::max(origin(h), end(h)), h});
        leaving_[origin(h)] = h;
    }
    std::ranges::sort(sides, [](const Side& a, const Side& b) {
        return a.low != b.low ? a.low < b.low : a.high < b.high;
    });
    for (std::size_t i = 0; i + 1 < sides.size(); i += 2) {
        pair(sides[i].half_edge, sides[i + 1].half_edge);
    }
}

bool HalfEdges::joined(Index a, Index b) const {
    bool found = false;
    around(a, [&](Index h) { found = found || end(h) == b; });
    return found;
}

std::size_t HalfEdges::valence(Index vertex) const {
    std::size_t count = 0;
    around(vertex, [&count](Index) { ++count; });
    return count;
}

bool HalfEdges::may_collapse(Index h) const {
    std::array<Index, 64> neighbours{};
    std::size_t count = 0;
    around(origin_[h], [&](Index g) {
        if (count < neighbours.size()) {
            neighbours[count] = end(g);
        }
        ++count;
    });
    if (count > neighbours.size()) {
        return false;
    }
    std::size_t shared = 0;
    around(end(h), [&](Index g) {
        const auto last = neighbours.begin() + static_cast<std::ptrdiff_t>(count);
        shared += std::find(neighbours.begin(), last, end(g)) != last ? 1 : 0;
    });
    return shared == 2 && valence(origin_[previous(h)]) > 3 &&
           valence(origin_[previous(twin_[h])]) > 3;
}

void HalfEdges::collapse(Index h) {
    const Index opposite = twin_[h];
    const Index from = origin_[h], to = end(h);
    const Index left = origin_[previous(h)], right = origin_[previous(opposite)];
    around(from, [&](Index g) { origin_[g] = to; });
    const Index left_in = twin_[next(h)], left_out = twin_[previous(h)];
    const Index right_in = twin_[next(opposite)], right_out = twin_[previous(opposite)];
    pair(left_in, left_out);
    pair(right_in, right_out);
    leaving_[to] = left_out;
    leaving_[left] = left_in;
    leaving_[right] = right_in;
    for (const Index gone : {h, opposite}) {
        twin_[gone] = twin_[next(gone)] = twin_[previous(gone)] = removed;
    }
}

bool HalfEdges::may_flip(Index h) const {
    const Index o = twin_[h];
    return valence(origin_[h]) > 3 && valence(origin_[o]) > 3 &&
           !joined(origin_[previous(h)], origin_[previous(o)]);
}

void HalfEdges::flip(Index h) {
    const Index o = twin_[h];
    const Index hn = next(h), hp = previous(h), on = next(o), op = previous(o);
    const Index a = origin_[h], b = origin_[o], left = origin_[hp], right = origin_[op];
    const Index outer_b = twin_[hn], outer_left = twin_[hp];
    const Index outer_a = twin_[on], outer_right = twin_[op];
    // h's triangle becomes left, right, b; the other right, left, a.
    origin_[h] = left;
    origin_[hn] = right;
    origin_[hp] = b;
    origin_[o] = right;
    origin_[on] = left;
    origin_[op] = a;
    pair(hn, outer_right);
    pair(hp, outer_b);
    pair(on, outer_left);
    pair(op, outer_a);
    leaving_[left] = h;
    leaving_[right] = o;
    leaving_[b] = hp;
    leaving_[a] = op;
}

std::vector<HalfEdges::Index> HalfEdges::corners() const {
    std::vector<Index> result;
    for (std::size_t h = 0; h < origin_.size(); h += 3) {
        if (alive(static_cast<Index>(h))) {
            result.insert(result.end(), {origin_[h], origin_[h + 1], origin_[h + 2]});
        }
    }
    return result;
}

} // namespace osteon::sculpt
