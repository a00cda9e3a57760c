#include "sculpt/mesher.h"

#include "base/geometry.h"
#include "sculpt/mesh_topology.h"
#include "sculpt/mesher_cells.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tbb/parallel_for.h>

namespace osteon::sculpt {
namespace {

/// Vertices keep this share of their edge away from its ends, so that no triangle is a line.
constexpr float least_share = 0.02F;
constexpr int root_steps = 4;
constexpr int halvings = 8;
constexpr float least_jump = 0.1F;       ///< mm
constexpr float root_precision = 0.002F; ///< of a cell
/// Pieces with fewer triangles are not worth telling of.
constexpr std::size_t least_stray = 12;

/// A place on the surface, and by how much the distance jumps there.
struct SurfacePlace {
    glm::vec3 place{0.0F};
    float jump = 0.0F;
};

/// Narrows down where along an edge of the lattice the distance changes its sign.
class RootSearch {
public:
    RootSearch(const Solid& solid, const Lattice& lattice, const Crossing& crossing)
        : solid_(solid)
        , from_(lattice.place(crossing.from))
        , cell_(lattice.cell)
        , at_low_(crossing.at_from)
        , at_high_(crossing.at_to) {
        along_[static_cast<int>(crossing.axis)] = lattice.cell;
    }

    /// By the Illinois method (Dowell and Jarratt 1971); by halves where that does not arrive.
    SurfacePlace find() {
        float weight_low = at_low_, weight_high = at_high_;
        for (int step = 0; step < root_steps; ++step) {
            const float share =
                std::clamp((low_ * weight_high - high_ * weight_low) / (weight_high - weight_low),
                           low_, high_);
            const bool was_low = try_at(share);
            if (arrived_) {
                return {place(share), 0.0F};
            }
            (was_low ? weight_low : weight_high) = was_low ? at_low_ : at_high_;
            (was_low ? weight_high : weight_low) *= 0.5F;
        }
        for (int step = 0; step < halvings; ++step) {
            const float share = 0.5F * (low_ + high_);
            try_at(share);
            if (arrived_) {
                return {place(share), 0.0F};
            }
        }
        return {place(0.5F * (low_ + high_)), std::abs(at_high_ - at_low_)};
    }

private:
    /// Takes the distance at a share of the edge as a new end; whether it is the lower one.
    bool try_at(float share) {
        const float here = distance(solid_, from_ + share * along_, 2.0F * cell_);
        arrived_ = std::abs(here) < root_precision * cell_;
        const bool is_low = (here < 0.0F) == (at_low_ < 0.0F);
        (is_low ? low_ : high_) = share;
        (is_low ? at_low_ : at_high_) = here;
        return is_low;
    }
    glm::vec3 place(float share) const {
        return from_ + std::clamp(share, least_share, 1.0F - least_share) * along_;
    }

    const Solid& solid_;
    glm::vec3 from_;
    glm::vec3 along_{0.0F};
    float cell_;
    float low_ = 0.0F, high_ = 1.0F;
    float at_low_, at_high_;
    bool arrived_ = false;
};

/// Appends the blocks' lists to one.
template <class T>
std::vector<T> joined(std::vector<BlockSurface>& blocks, std::vector<T> BlockSurface::*list) {
    std::vector<T> all;
    for (BlockSurface& block : blocks) {
        all.insert(all.end(), std::make_move_iterator((block.*list).begin()),
                   std::make_move_iterator((block.*list).end()));
        block.*list = {};
    }
    return all;
}

class VertexTable {
public:
    VertexTable(const std::vector<Crossing>& crossings, const std::vector<Middle>& middles) {
        keys_.reserve(crossings.size() + middles.size());
        for (const Crossing& crossing : crossings) {
            keys_.emplace_back(crossing.key, keys_.size());
        }
        for (const Middle& middle : middles) {
            keys_.emplace_back(middle.key, keys_.size());
        }
        std::ranges::sort(keys_);
    }
    std::uint32_t find(VertexKey key) const {
        const auto at =
            std::ranges::lower_bound(keys_, key, {}, [](const auto& k) { return k.first; });
        return static_cast<std::uint32_t>(at->second);
    }

private:
    std::vector<std::pair<VertexKey, std::size_t>> keys_;
};

Mesh assemble(const Solid& solid, const Lattice& lattice, std::vector<BlockSurface> blocks) {
    std::vector<Crossing> crossings = joined(blocks, &BlockSurface::crossings);
    std::ranges::sort(crossings, {}, &Crossing::key);
    const auto repeated = std::ranges::unique(crossings);
    crossings.erase(repeated.begin(), repeated.end());
    const std::vector<Middle> middles = joined(blocks, &BlockSurface::middles);
    const std::vector<VertexKey> corners = joined(blocks, &BlockSurface::corners);
    const VertexTable table(crossings, middles);
    Mesh mesh;
    std::vector<SurfacePlace> places(crossings.size());
    tbb::parallel_for(std::size_t{0}, crossings.size(), [&](std::size_t i) {
        places[i] = RootSearch(solid, lattice, crossings[i]).find();
    });
    for (const SurfacePlace& place : places) {
        mesh.positions.push_back(place.place);
        if (place.jump > least_jump) {
            ++mesh.cliff.count;
            if (place.jump > mesh.cliff.height) {
                mesh.cliff.height = place.jump;
                mesh.cliff.place = place.place;
            }
        }
    }
    for (const Middle& middle : middles) {
        glm::vec3 sum(0.0F);
        for (const VertexKey key : middle.around) {
            sum += mesh.positions[table.find(key)];
        }
        mesh.positions.push_back(sum / static_cast<float>(middle.around.size()));
    }
    mesh.indices.resize(corners.size());
    tbb::parallel_for(std::size_t{0}, corners.size(),
                      [&](std::size_t i) { mesh.indices[i] = table.find(corners[i]); });
    return mesh;
}

struct Piece {
    std::uint32_t root = 0;
    std::size_t triangles = 0;
    double volume = 0.0; ///< mm³; below 0: a hollow
    Box box;
};

std::vector<Piece> measure_pieces(const Mesh& mesh, const std::vector<std::uint32_t>& piece_of) {
    std::vector<Piece> pieces;
    std::vector<std::uint32_t> slot(mesh.positions.size(), ~0U);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t root = piece_of[mesh.indices[i]];
        if (slot[root] == ~0U) {
            slot[root] = static_cast<std::uint32_t>(pieces.size());
            pieces.push_back({.root = root, .box = {}});
        }
        Piece& piece = pieces[slot[root]];
        const glm::vec3& origin = mesh.positions[root];
        const glm::vec3& a = mesh.positions[mesh.indices[i]];
        const glm::vec3& b = mesh.positions[mesh.indices[i + 1]];
        const glm::vec3& c = mesh.positions[mesh.indices[i + 2]];
        piece.volume +=
            static_cast<double>(glm::dot(a - origin, glm::cross(b - origin, c - origin))) / 6.0;
        piece.box.add(a);
        ++piece.triangles;
    }
    return pieces;
}

void keep_largest_piece(Mesh& mesh) {
    const std::vector<std::uint32_t> piece_of = pieces(mesh);
    const std::vector<Piece> all = measure_pieces(mesh, piece_of);
    const auto largest = std::ranges::max_element(all, {}, &Piece::volume);
    for (const Piece& piece : all) {
        if (piece.root != largest->root && piece.volume > 0.0 && piece.triangles >= least_stray) {
            mesh.strays.push_back({piece.box.centre(), piece.box.diagonal()});
        }
    }
    std::ranges::sort(mesh.strays, std::ranges::greater{}, &StrayPiece::extent);
    std::erase_if(mesh.indices,
                  [&](std::uint32_t index) { return piece_of[index] != largest->root; });
}

} // namespace

void drop_unused_vertices(Mesh& mesh) {
    std::vector<std::uint32_t> remap(mesh.positions.size(), ~0U);
    std::vector<glm::vec3> positions;
    for (std::uint32_t& index : mesh.indices) {
        if (remap[index] == ~0U) {
            remap[index] = static_cast<std::uint32_t>(positions.size());
            positions.push_back(mesh.positions[index]);
        }
        index = remap[index];
    }
    mesh.positions = std::move(positions);
}

Mesh mesh_solid(const Solid& solid, float cell) {
    const SampledSurface surface = sample_surface(solid, cell);
    std::vector<BlockSurface> blocks(surface.blocks.size());
    tbb::parallel_for(std::size_t{0}, blocks.size(),
                      [&](std::size_t i) { blocks[i] = surface_in_block(surface.blocks[i]); });
    Mesh mesh = assemble(solid, surface.lattice, std::move(blocks));
    if (!mesh.indices.empty()) {
        keep_largest_piece(mesh);
        drop_unused_vertices(mesh);
    }
    return mesh;
}

} // namespace osteon::sculpt
