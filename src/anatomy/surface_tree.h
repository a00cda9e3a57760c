#pragma once

#include <glm/vec3.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace osteon::anatomy {

/// A surface as bare triangles, counter-clockwise from outside; its unit is its owner's.
struct TriangleMesh {
    std::vector<glm::vec3> positions;
    std::vector<std::uint32_t> indices;

    std::size_t triangle_count() const { return indices.size() / 3; }
    bool empty() const { return indices.empty(); }
    /// Adds another mesh's triangles.
    void append(const TriangleMesh& other);
};

/// A place on a surface.
struct SurfacePoint {
    glm::vec3 place{0.0F};
    glm::vec3 weights{0.0F}; ///< of the triangle's corners
    std::uint32_t triangle = 0;
    float distance = 0.0F; ///< from the point or origin that was asked for
};

/// Finds nearest points and ray hits of a triangle mesh (Embree). The mesh is copied. A query may
/// be made from several threads at once. Embree only fails for want of memory: then nothing is
/// found.
class SurfaceTree {
public:
    explicit SurfaceTree(const TriangleMesh& mesh);

    /// The nearest point within `reach`.
    std::optional<SurfacePoint> nearest(const glm::vec3& point, float reach = 1e6F) const;
    /// The first hit of a ray; `direction` has unit length.
    std::optional<SurfacePoint> first_hit(const glm::vec3& origin, const glm::vec3& direction,
                                          float reach = 1e6F) const;
    /// All hits of a ray in their order.
    std::vector<SurfacePoint> all_hits(const glm::vec3& origin, const glm::vec3& direction) const;
    /// Whether a ray hits at all.
    bool blocked(const glm::vec3& origin, const glm::vec3& direction, float reach) const;
    /// The unit normal of a triangle; zero where it has no area.
    glm::vec3 normal(std::uint32_t triangle) const;

    const TriangleMesh& mesh() const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

} // namespace osteon::anatomy
