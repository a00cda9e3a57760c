#include "sculpt/mesher_grid.h"

#include "base/geometry.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <tbb/parallel_for.h>
#include <unordered_map>

namespace osteon::sculpt {
namespace {

constexpr int cells = SampleBlock::cells;
constexpr int nodes = SampleBlock::nodes;
constexpr std::size_t most_blocks = 4'000'000;
/// A cube is taken to be free of surface where the distance at its centre exceeds its half diagonal
/// by these factors. Inside, the distances of flat shapes overestimate: `mend` finds what is
/// missed.
constexpr float outer_margin = 1.2F;
constexpr float inner_margin = 2.0F;

struct LatticeHash {
    std::size_t operator()(const LatticePoint& p) const {
        std::uint64_t hash = 0;
        for (const int coordinate : p) {
            hash = (hash ^ static_cast<std::uint32_t>(coordinate)) * 0x9E3779B97F4A7C15U;
            hash ^= hash >> 29U;
        }
        return static_cast<std::size_t>(hash);
    }
};
using BlockTable = std::unordered_map<LatticePoint, std::size_t, LatticeHash>;

LatticePoint moved(const LatticePoint& point, std::size_t axis, int by) {
    LatticePoint result = point;
    result[axis] += by;
    return result;
}

bool inside(float distance) {
    return distance < 0.0F;
}

/// Whether a cube of `size` cells is surely on one side; `distance` becomes that at its centre.
bool on_one_side(const Solid& solid, const Lattice& lattice, const LatticePoint& first, int size,
                 float& distance) {
    const float edge = static_cast<float>(size) * lattice.cell;
    const float reach = 0.5F * std::sqrt(3.0F) * edge;
    const glm::vec3 centre = lattice.place(first) + 0.5F * edge;
    distance = sculpt::distance(solid, centre, outer_margin * reach);
    return distance > outer_margin * reach || distance < -inner_margin * reach;
}

class BlockSampler {
public:
    BlockSampler(const Solid& solid, const Lattice& lattice, SampleBlock& block)
        : solid_(solid)
        , lattice_(lattice)
        , block_(block) {}

    /// Halves the cube until its parts are on one side or their nodes must be sampled.
    void sample(const LatticePoint& local, int size) {
        LatticePoint first = block_.first;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            first[axis] += local[axis];
        }
        float middle = 0.0F;
        if (on_one_side(solid_, lattice_, first, size, middle)) {
            for_nodes(local, size, [&](std::size_t node, const LatticePoint&) {
                block_.distances[node] = middle;
            });
        } else if (size <= 2) {
            sample_all(local, size);
        } else {
            const int half = size / 2;
            for (int child = 0; child < 8; ++child) {
                sample({local[0] + half * (child & 1), local[1] + half * ((child >> 1) & 1),
                        local[2] + half * (child >> 2)},
                       half);
            }
        }
    }

    void sample_all(const LatticePoint& local, int size) {
        for_nodes(local, size, [&](std::size_t node, const LatticePoint& at) {
            block_.distances[node] = distance(solid_, lattice_.place(at), 2.0F * lattice_.cell);
            block_.exact.set(node);
        });
    }

private:
    /// Visits the nodes of a cube that are not sampled yet.
    template <class Visit>
    void for_nodes(const LatticePoint& local, int size, const Visit& visit) {
        for (int z = local[2]; z <= local[2] + size; ++z) {
            for (int y = local[1]; y <= local[1] + size; ++y) {
                for (int x = local[0]; x <= local[0] + size; ++x) {
                    const std::size_t node = SampleBlock::index(x, y, z);
                    if (!block_.exact[node]) {
                        visit(node,
                              {block_.first[0] + x, block_.first[1] + y, block_.first[2] + z});
                    }
                }
            }
        }
    }

    const Solid& solid_;
    const Lattice& lattice_;
    SampleBlock& block_;
};

/// The blocks of the box that may hold surface, by their distance at the centre.
std::vector<LatticePoint> candidates(const Solid& solid, Lattice& lattice) {
    const Box box = bounds(solid);
    LatticePoint low{}, count{};
    for (;;) {
        const float edge = lattice.cell * cells;
        double total = 1.0;
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            low[a] = static_cast<int>(std::floor((box.min[axis] - 2.0F * lattice.cell) / edge));
            count[a] = static_cast<int>(std::floor((box.max[axis] + 2.0F * lattice.cell) / edge)) -
                       low[a] + 1;
            total *= count[a];
        }
        if (total <= static_cast<double>(most_blocks)) {
            break;
        }
        lattice.cell *= 1.25F;
    }
    std::vector<std::vector<LatticePoint>> layers(static_cast<std::size_t>(count[2]));
    tbb::parallel_for(0, count[2], [&](int z) {
        for (int y = 0; y < count[1]; ++y) {
            for (int x = 0; x < count[0]; ++x) {
                const LatticePoint first{cells * (low[0] + x), cells * (low[1] + y),
                                         cells * (low[2] + z)};
                float distance = 0.0F;
                if (!on_one_side(solid, lattice, first, cells, distance)) {
                    layers[static_cast<std::size_t>(z)].push_back(first);
                }
            }
        }
    });
    std::vector<LatticePoint> all;
    for (const auto& layer : layers) {
        all.insert(all.end(), layer.begin(), layer.end());
    }
    return all;
}

/// The three places of a lattice edge's ends within a block, over all edges of the block.
template <class Visit>
void for_crossing_edges(const SampleBlock& block, const Visit& visit) {
    constexpr std::array<std::size_t, 3> step{1, nodes, static_cast<std::size_t>(nodes) * nodes};
    for (int z = 0; z < nodes; ++z) {
        for (int y = 0; y < nodes; ++y) {
            for (int x = 0; x < nodes; ++x) {
                const std::size_t here = SampleBlock::index(x, y, z);
                const LatticePoint at{x, y, z};
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    if (at[axis] < cells && inside(block.distances[here]) !=
                                                inside(block.distances[here + step[axis]])) {
                        visit(at, axis, here, here + step[axis]);
                    }
                }
            }
        }
    }
}

/// What a block shows of itself: whether it guessed where it should have sampled, and through
/// which of its faces (bit 2 axis + side) the surface goes on.
struct Appearance {
    bool guessed = false;
    unsigned open_faces = 0;
};

Appearance appearance(const SampleBlock& block) {
    Appearance result;
    for_crossing_edges(
        block, [&](const LatticePoint& at, std::size_t axis, std::size_t from, std::size_t to) {
            result.guessed = result.guessed || !block.exact[from] || !block.exact[to];
            for (std::size_t other = 0; other < 3; ++other) {
                if (other != axis && (at[other] == 0 || at[other] == cells)) {
                    result.open_faces |= 1U << (2 * other + (at[other] == 0 ? 0 : 1));
                }
            }
        });
    return result;
}

/// Whether two blocks, the second beyond the first along `axis`, have the same signs on their face.
bool agree(const SampleBlock& low, const SampleBlock& high, std::size_t axis) {
    for (int v = 0; v < nodes; ++v) {
        for (int u = 0; u < nodes; ++u) {
            LatticePoint at{};
            at[axis] = cells;
            at[(axis + 1) % 3] = u;
            at[(axis + 2) % 3] = v;
            const float a = low.distances[SampleBlock::index(at[0], at[1], at[2])];
            at[axis] = 0;
            if (inside(a) != inside(high.distances[SampleBlock::index(at[0], at[1], at[2])])) {
                return false;
            }
        }
    }
    return true;
}

/// Marks the blocks that guessed wrong and adds those that the surface enters unseen. They stand
/// empty; the result says which are to be sampled at every node.
std::vector<std::size_t> find_missed(std::vector<SampleBlock>& blocks, BlockTable& table) {
    const std::size_t count = blocks.size();
    std::vector<Appearance> seen(count);
    tbb::parallel_for(std::size_t{0}, count,
                      [&](std::size_t i) { seen[i] = appearance(blocks[i]); });
    std::vector<std::size_t> missed;
    for (std::size_t i = 0; i < count; ++i) {
        if (seen[i].guessed) {
            missed.push_back(i);
        }
        for (std::size_t face = 0; face < 6; ++face) {
            const std::size_t axis = face / 2;
            const bool upper = face % 2 == 1;
            const LatticePoint place = moved(blocks[i].first, axis, upper ? cells : -cells);
            const auto neighbour = table.find(place);
            if (neighbour == table.end()) {
                if ((seen[i].open_faces & (1U << face)) != 0) {
                    table[place] = blocks.size();
                    missed.push_back(blocks.size());
                    blocks.push_back({.first = place, .exact = {}});
                }
            } else if (upper && neighbour->second < count &&
                       !agree(blocks[i], blocks[neighbour->second], axis)) {
                missed.push_back(i);
                missed.push_back(neighbour->second);
            }
        }
    }
    std::ranges::sort(missed);
    const auto repeated = std::ranges::unique(missed);
    missed.erase(repeated.begin(), repeated.end());
    return missed;
}

/// Samples every node of the blocks whose guesses contradict themselves or their neighbours, and
/// follows the surface into blocks that were left out, until all agree.
void mend(SampledSurface& surface, const Solid& solid) {
    BlockTable table;
    for (std::size_t i = 0; i < surface.blocks.size(); ++i) {
        table[surface.blocks[i].first] = i;
    }
    for (;;) {
        const std::vector<std::size_t> missed = find_missed(surface.blocks, table);
        if (missed.empty()) {
            return;
        }
        tbb::parallel_for(std::size_t{0}, missed.size(), [&](std::size_t i) {
            BlockSampler(solid, surface.lattice, surface.blocks[missed[i]])
                .sample_all({0, 0, 0}, cells);
        });
    }
}

} // namespace

SampledSurface sample_surface(const Solid& solid, float cell) {
    SampledSurface surface{{cell}, {}};
    const std::vector<LatticePoint> places = candidates(solid, surface.lattice);
    surface.blocks.resize(places.size());
    tbb::parallel_for(std::size_t{0}, places.size(), [&](std::size_t i) {
        SampleBlock& block = surface.blocks[i];
        block.first = places[i];
        BlockSampler(solid, surface.lattice, block).sample({0, 0, 0}, cells);
    });
    mend(surface, solid);
    return surface;
}

} // namespace osteon::sculpt
