#include "sculpt/mesher.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace osteon::sculpt {
namespace {

constexpr int block = 6; ///< samples along the edge of a block that may be skipped
constexpr std::size_t largest_grid = 64'000'000;

/// Samples of the distance on a regular grid; one sample more on each side than the solid needs.
struct Grid {
    glm::vec3 origin{0.0F};
    float cell = 1.0F;
    std::array<int, 3> size{};
    std::vector<float> values;

    std::size_t index(int x, int y, int z) const {
        return (static_cast<std::size_t>(z) * static_cast<std::size_t>(size[1]) +
                static_cast<std::size_t>(y)) *
                   static_cast<std::size_t>(size[0]) +
               static_cast<std::size_t>(x);
    }
    glm::vec3 place(int x, int y, int z) const {
        return origin + cell * glm::vec3(static_cast<float>(x), static_cast<float>(y),
                                         static_cast<float>(z));
    }
};

Grid make_grid(const Box& box, float cell) {
    Grid grid;
    grid.cell = cell;
    for (;;) {
        grid.origin = box.min - glm::vec3(2.0F * grid.cell);
        std::size_t total = 1;
        for (int axis = 0; axis < 3; ++axis) {
            grid.size[static_cast<std::size_t>(axis)] =
                static_cast<int>(std::ceil(box.size()[axis] / grid.cell)) + 5;
            total *= static_cast<std::size_t>(grid.size[static_cast<std::size_t>(axis)]);
        }
        if (total <= largest_grid) {
            grid.values.resize(total);
            return grid;
        }
        grid.cell *= 1.25F;
    }
}

/// Fills a block, by one value where the surface is far from it.
void sample_block(Grid& grid, const Solid& solid, const std::array<int, 3>& first) {
    std::array<int, 3> last{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        last[axis] = std::min(first[axis] + block, grid.size[axis]);
    }
    const glm::vec3 low = grid.place(first[0], first[1], first[2]);
    const glm::vec3 high = grid.place(last[0] - 1, last[1] - 1, last[2] - 1);
    const float reach = 0.5F * glm::distance(low, high) + 0.01F;
    const float middle = distance(solid, 0.5F * (low + high), 1.2F * reach);
    // Inside, the distances of flat shapes are rough: the wider margin.
    const bool far = middle > 1.2F * reach || middle < -4.0F * reach;
    for (int z = first[2]; z < last[2]; ++z) {
        for (int y = first[1]; y < last[1]; ++y) {
            for (int x = first[0]; x < last[0]; ++x) {
                grid.values[grid.index(x, y, z)] =
                    far ? middle : distance(solid, grid.place(x, y, z), 2.0F * grid.cell);
            }
        }
    }
}

void sample(Grid& grid, const Solid& solid) {
    for (int z = 0; z < grid.size[2]; z += block) {
        for (int y = 0; y < grid.size[1]; y += block) {
            for (int x = 0; x < grid.size[0]; x += block) {
                sample_block(grid, solid, {x, y, z});
            }
        }
    }
}

/// The mean of the points where the cell's edges cross the surface.
bool cell_vertex(const Grid& grid, int x, int y, int z, glm::vec3& vertex) {
    std::array<float, 8> corner{};
    int inside = 0;
    for (int i = 0; i < 8; ++i) {
        const float value = grid.values[grid.index(x + (i & 1), y + ((i >> 1) & 1), z + (i >> 2))];
        corner[static_cast<std::size_t>(i)] = value;
        inside += value < 0.0F ? 1 : 0;
    }
    if (inside == 0 || inside == 8) {
        return false;
    }
    glm::vec3 sum(0.0F);
    int crossings = 0;
    for (int i = 0; i < 8; ++i) {
        for (int axis = 0; axis < 3; ++axis) {
            const int j = i | (1 << axis);
            const float a = corner[static_cast<std::size_t>(i)];
            const float b = corner[static_cast<std::size_t>(j)];
            if (j == i || (a < 0.0F) == (b < 0.0F)) {
                continue;
            }
            glm::vec3 point(static_cast<float>(i & 1), static_cast<float>((i >> 1) & 1),
                            static_cast<float>(i >> 2));
            point[axis] = a / (a - b);
            sum += point;
            ++crossings;
        }
    }
    vertex = grid.place(x, y, z) + grid.cell * sum / static_cast<float>(crossings);
    return true;
}

/// Joins the vertices of the four cells round each grid edge that crosses the surface.
void add_quads(const Grid& grid, const std::vector<std::uint32_t>& vertex_of, Mesh& mesh) {
    const std::array<std::size_t, 3> step{1, grid.index(0, 1, 0), grid.index(0, 0, 1)};
    for (int z = 1; z + 1 < grid.size[2]; ++z) {
        for (int y = 1; y + 1 < grid.size[1]; ++y) {
            for (int x = 1; x + 1 < grid.size[0]; ++x) {
                const std::size_t here = grid.index(x, y, z);
                const bool inside = grid.values[here] < 0.0F;
                for (std::size_t axis = 0; axis < 3; ++axis) {
                    if (inside == (grid.values[here + step[axis]] < 0.0F)) {
                        continue;
                    }
                    const std::size_t u = step[(axis + 1) % 3], v = step[(axis + 2) % 3];
                    std::array<std::uint32_t, 4> quad{vertex_of[here - u - v], vertex_of[here - v],
                                                      vertex_of[here], vertex_of[here - u]};
                    if (!inside) {
                        std::reverse(quad.begin(), quad.end());
                    }
                    mesh.indices.insert(mesh.indices.end(),
                                        {quad[0], quad[1], quad[2], quad[0], quad[2], quad[3]});
                }
            }
        }
    }
}

/// One Newton step along the gradient, never farther than a cell.
void move_onto_surface(Mesh& mesh, const Solid& solid, float cell) {
    for (glm::vec3& point : mesh.positions) {
        const glm::vec3 slope = gradient(solid, point, 0.1F * cell);
        const float slope2 = glm::dot(slope, slope);
        if (slope2 < 0.01F) {
            continue;
        }
        const glm::vec3 move = -distance(solid, point, 2.0F * cell) / slope2 * slope;
        const float length = glm::length(move);
        point += length > 0.7F * cell ? move * (0.7F * cell / length) : move;
    }
}

/// For each vertex the root of the piece it belongs to (union-find by path halving).
std::vector<std::uint32_t> pieces(const Mesh& mesh) {
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&parent](std::uint32_t i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = root(mesh.indices[i]);
        parent[root(mesh.indices[i + 1])] = a;
        parent[root(mesh.indices[i + 2])] = a;
    }
    for (std::uint32_t i = 0; i < parent.size(); ++i) {
        parent[i] = root(i);
    }
    return parent;
}

void keep_largest_piece(Mesh& mesh) {
    const std::vector<std::uint32_t> piece = pieces(mesh);
    std::unordered_map<std::uint32_t, std::size_t> sizes;
    for (const std::uint32_t root : piece) {
        ++sizes[root];
    }
    const auto largest =
        std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) {
            return a.second != b.second ? a.second < b.second : a.first > b.first;
        });
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t index : mesh.indices) {
        if (piece[index] == largest->first) {
            kept.push_back(index);
        }
    }
    mesh.indices = std::move(kept);
}

void drop_unused_vertices(Mesh& mesh) {
    std::vector<std::uint32_t> remap(mesh.positions.size());
    const std::size_t count = meshopt_optimizeVertexFetchRemap(
        remap.data(), mesh.indices.data(), mesh.indices.size(), mesh.positions.size());
    std::vector<glm::vec3> positions(count);
    for (std::size_t i = 0; i < remap.size(); ++i) {
        if (remap[i] < count) {
            positions[remap[i]] = mesh.positions[i];
        }
    }
    for (std::uint32_t& index : mesh.indices) {
        index = remap[index];
    }
    mesh.positions = std::move(positions);
}

} // namespace

Mesh mesh_solid(const Solid& solid, float cell) {
    Grid grid = make_grid(bounds(solid), cell);
    sample(grid, solid);
    Mesh mesh;
    std::vector<std::uint32_t> vertex_of(grid.values.size(), 0);
    for (int z = 0; z + 1 < grid.size[2]; ++z) {
        for (int y = 0; y + 1 < grid.size[1]; ++y) {
            for (int x = 0; x + 1 < grid.size[0]; ++x) {
                glm::vec3 vertex;
                if (cell_vertex(grid, x, y, z, vertex)) {
                    vertex_of[grid.index(x, y, z)] =
                        static_cast<std::uint32_t>(mesh.positions.size());
                    mesh.positions.push_back(vertex);
                }
            }
        }
    }
    add_quads(grid, vertex_of, mesh);
    if (mesh.indices.empty()) {
        return {};
    }
    keep_largest_piece(mesh);
    drop_unused_vertices(mesh);
    move_onto_surface(mesh, solid, grid.cell);
    return mesh;
}

void simplify(Mesh& mesh, const Solid& solid, float tolerance) {
    if (mesh.indices.empty()) {
        return;
    }
    std::vector<std::uint32_t> indices(mesh.indices.size());
    const float scale =
        meshopt_simplifyScale(&mesh.positions[0].x, mesh.positions.size(), sizeof(glm::vec3));
    indices.resize(meshopt_simplify(indices.data(), mesh.indices.data(), mesh.indices.size(),
                                    &mesh.positions[0].x, mesh.positions.size(), sizeof(glm::vec3),
                                    0, tolerance / scale, 0, nullptr));
    mesh.indices = std::move(indices);
    drop_unused_vertices(mesh);
    mesh.normals.clear();
    for (const glm::vec3& point : mesh.positions) {
        const glm::vec3 slope = gradient(solid, point, tolerance);
        const float length = glm::length(slope);
        mesh.normals.push_back(length > 1e-6F ? slope / length : glm::vec3(0.0F, 1.0F, 0.0F));
    }
}

MeshCheck check(const Mesh& mesh) {
    MeshCheck result;
    result.triangles = mesh.indices.size() / 3;
    std::unordered_map<std::uint64_t, int> balance;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint64_t a = mesh.indices[i + corner];
            const std::uint64_t b = mesh.indices[i + (corner + 1) % 3];
            balance[std::min(a, b) << 32U | std::max(a, b)] += a < b ? 1 : -1;
        }
    }
    for (const auto& [edge, count] : balance) {
        result.open_edges += count != 0 ? 1 : 0;
    }
    std::vector<std::uint32_t> roots;
    const std::vector<std::uint32_t> piece = pieces(mesh);
    for (const std::uint32_t index : mesh.indices) {
        roots.push_back(piece[index]);
    }
    std::sort(roots.begin(), roots.end());
    result.pieces =
        static_cast<std::size_t>(std::unique(roots.begin(), roots.end()) - roots.begin());
    return result;
}

} // namespace osteon::sculpt
