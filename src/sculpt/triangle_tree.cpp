#include "sculpt/triangle_tree.h"

#include "base/geometry.h"

#include <algorithm>
#include <numeric>

namespace osteon::sculpt {
namespace {

constexpr std::uint32_t leaf_triangles = 4;

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

} // namespace osteon::sculpt
