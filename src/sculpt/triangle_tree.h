#pragma once

#include "base/geometry.h"
#include "sculpt/mesher.h"

#include <array>
#include <cstdint>
#include <vector>

namespace osteon::sculpt {

/// A tree of boxes over a mesh's triangles; the mesh must outlive it.
class TriangleTree {
public:
    explicit TriangleTree(const Mesh& mesh);

    const Mesh& mesh() const { return *mesh_; }
    const Box& bounds() const { return nodes_.front().box; }

    /// The corners of a triangle.
    std::array<glm::vec3, 3> triangle(std::size_t i) const {
        const auto* const corner = &mesh_->indices[3 * i];
        return {mesh_->positions[corner[0]], mesh_->positions[corner[1]],
                mesh_->positions[corner[2]]};
    }

    /// Visits the triangles whose boxes meet a box.
    template <class Visit>
    void for_meeting(const Box& box, const Visit& visit) const {
        visit_meeting(0, box, visit);
    }

private:
    struct Node {
        Box box;
        std::uint32_t first = 0;
        std::uint32_t count = 0; ///< 0: inner node, its children are at `first` and `first + 1`
    };
    void split(std::size_t node, std::uint32_t first, std::uint32_t count);

    template <class Visit>
    void visit_meeting(std::size_t node, const Box& box, const Visit& visit) const {
        const Node& here = nodes_[node];
        if (here.box.min.x > box.max.x || here.box.max.x < box.min.x ||
            here.box.min.y > box.max.y || here.box.max.y < box.min.y ||
            here.box.min.z > box.max.z || here.box.max.z < box.min.z) {
            return;
        }
        for (std::uint32_t i = here.first; i < here.first + here.count; ++i) {
            visit(order_[i]);
        }
        if (here.count == 0) {
            visit_meeting(here.first, box, visit);
            visit_meeting(here.first + 1, box, visit);
        }
    }

    const Mesh* mesh_;
    std::vector<std::uint32_t> order_;
    std::vector<Node> nodes_;
};

} // namespace osteon::sculpt
