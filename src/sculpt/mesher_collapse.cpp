#include "sculpt/mesher_collapse.h"

#include "base/geometry.h"
#include "sculpt/half_edges.h"
#include "sculpt/mesh_topology.h"

#include <glm/ext/vector_double3.hpp>
#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <queue>

namespace osteon::sculpt {
namespace {

using Index = HalfEdges::Index;

constexpr double least_quality = 0.15; ///< of 1 for a triangle of equal sides
constexpr double least_facing = 0.35;  ///< cosine between a triangle and its corners' normals
constexpr double flattest_fold = 0.2;  ///< cosine between neighbouring triangles, at the least
constexpr double flip_gain = 0.05;     ///< of quality, for which an edge is turned
constexpr int flip_rounds = 4;
/// Turning edges and collapsing others makes sound what was not before.
constexpr int passes = 4;
constexpr double flip_stray = 0.35; ///< of the tolerance

/// The area-weighted mean square distance to planes and, with little weight, to points, which keeps
/// edges from growing without end on flat ground.
struct Quadric {
    std::array<double, 6> a{}; ///< xx xy xz yy yz zz
    glm::dvec3 b{0.0};
    double c = 0.0;
    double weight = 0.0;

    void add_plane(const glm::dvec3& normal, double offset, double w) {
        a[0] += w * normal.x * normal.x;
        a[1] += w * normal.x * normal.y;
        a[2] += w * normal.x * normal.z;
        a[3] += w * normal.y * normal.y;
        a[4] += w * normal.y * normal.z;
        a[5] += w * normal.z * normal.z;
        b += w * offset * normal;
        c += w * offset * offset;
    }
    void add_point(const glm::dvec3& point, double w) {
        a[0] += w;
        a[3] += w;
        a[5] += w;
        b -= w * point;
        c += w * glm::dot(point, point);
    }
    Quadric& operator+=(const Quadric& other) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            a[i] += other.a[i];
        }
        b += other.b;
        c += other.c;
        weight += other.weight;
        return *this;
    }
    double error(const glm::dvec3& p) const {
        const double square = a[0] * p.x * p.x + a[3] * p.y * p.y + a[5] * p.z * p.z +
                              2.0 * (a[1] * p.x * p.y + a[2] * p.x * p.z + a[4] * p.y * p.z) +
                              2.0 * glm::dot(b, p) + c;
        return std::max(square, 0.0) / weight;
    }
    /// Where the error is least, by Cramer's rule.
    glm::dvec3 best() const {
        const glm::dvec3 x(a[0], a[1], a[2]), y(a[1], a[3], a[4]), z(a[2], a[4], a[5]);
        const glm::dvec3 yz = glm::cross(y, z);
        return -glm::dvec3(glm::dot(b, yz), glm::dot(b, glm::cross(z, x)),
                           glm::dot(b, glm::cross(x, y))) /
               glm::dot(x, yz);
    }
};

/// Twice the area along the normal.
glm::dvec3 area_normal(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    return glm::cross(b - a, c - a);
}

/// 1 for a triangle of equal sides, 0 for a line.
double quality(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    const glm::dvec3 ab = b - a, bc = c - b, ca = a - c;
    const double sides = glm::dot(ab, ab) + glm::dot(bc, bc) + glm::dot(ca, ca);
    return 2.0 * std::numbers::sqrt3 * glm::length(area_normal(a, b, c)) / std::max(sides, 1e-30);
}

double cosine(const glm::dvec3& a, const glm::dvec3& b) {
    return glm::dot(a, b) / std::max(glm::length(a) * glm::length(b), 1e-30);
}

struct Candidate {
    float cost = 0.0F;
    Index edge = 0;
    std::uint64_t stamp = 0; ///< sum of the ends' stamps: another sum means it is out of date

    bool operator<(const Candidate& other) const { return cost > other.cost; }
};

class Collapser {
public:
    Collapser(const Mesh& mesh, const Simplification& limits, const std::vector<bool>& locked)
        : limits_(limits)
        , locked_(locked)
        , edges_(mesh.indices, mesh.positions.size())
        , quadrics_(mesh.positions.size())
        , normals_(mesh.positions.size(), glm::dvec3(0.0))
        , stamps_(mesh.positions.size(), 0) {
        // Counted from the middle, so that squares keep their digits.
        middle_ = box_of(mesh.positions).centre();
        for (const glm::vec3& point : mesh.positions) {
            positions_.push_back(point - middle_);
        }
        sum_up_triangles();
    }

    /// Collapses what may be collapsed within the tolerance, cheapest first.
    void collapse_all() {
        std::priority_queue<Candidate> queue;
        for (Index h = 0; h < edges_.count(); ++h) {
            if (edges_.origin(h) < edges_.end(h)) {
                propose(queue, h);
            }
        }
        while (!queue.empty()) {
            const Candidate candidate = queue.top();
            queue.pop();
            const Index h = candidate.edge;
            if (edges_.alive(h) &&
                stamps_[edges_.origin(h)] + stamps_[edges_.end(h)] == candidate.stamp) {
                collapse(queue, h);
            }
        }
    }

    void turn_edges() {
        for (int round = 0; round < flip_rounds; ++round) {
            std::size_t turned = 0;
            for (Index h = 0; h < edges_.count(); ++h) {
                if (edges_.alive(h) && h < edges_.twin(h) && worth_turning(h)) {
                    edges_.flip(h);
                    ++turned;
                }
            }
            if (turned == 0) {
                return;
            }
        }
    }

    Mesh result() const {
        Mesh mesh;
        for (const glm::dvec3& point : positions_) {
            mesh.positions.push_back(glm::vec3(point) + middle_);
        }
        mesh.indices = edges_.corners();
        return mesh;
    }

private:
    void sum_up_triangles() {
        const double pull = limits_.tolerance / limits_.longest_edge;
        for (Index h = 0; h < edges_.count(); h += 3) {
            const auto [i, j, k] = edges_.triangle(h);
            const glm::dvec3 normal = area_normal(positions_[i], positions_[j], positions_[k]);
            const double length = glm::length(normal);
            if (length <= 0.0) {
                continue;
            }
            Quadric quadric;
            quadric.weight = length;
            quadric.add_plane(normal / length, -glm::dot(normal / length, positions_[i]), length);
            quadric.add_point((positions_[i] + positions_[j] + positions_[k]) / 3.0,
                              pull * pull * length);
            for (const Index corner : {i, j, k}) {
                quadrics_[corner] += quadric;
                normals_[corner] += normal;
            }
        }
    }

    void propose(std::priority_queue<Candidate>& queue, Index h) const {
        const Index a = edges_.origin(h), b = edges_.end(h);
        if (locked_[a] || locked_[b]) {
            return;
        }
        Quadric sum = quadrics_[a];
        sum += quadrics_[b];
        const double error = sum.error(sum.best());
        if (error <= static_cast<double>(limits_.tolerance) * limits_.tolerance) {
            queue.push({static_cast<float>(error), h, stamps_[a] + stamps_[b]});
        }
    }

    void collapse(std::priority_queue<Candidate>& queue, Index h) {
        const Index from = edges_.origin(h), to = edges_.end(h);
        if (!edges_.may_collapse(h)) {
            return;
        }
        Quadric sum = quadrics_[from];
        sum += quadrics_[to];
        const glm::dvec3 place = sum.best();
        if (!sound_at(from, to, place)) {
            return;
        }
        edges_.collapse(h);
        positions_[to] = place;
        quadrics_[to] = sum;
        normals_[to] += normals_[from];
        stamps_[to] = ++last_stamp_;
        edges_.around(to, [&](Index g) { propose(queue, g); });
    }

    struct Worst {
        double before = 1.0; ///< least quality of the triangles about a vertex
        double after = 1.0;  ///< the same once it has moved
        bool sound = true;   ///< whether they face outward then
    };

    /// Looks at the triangles about `vertex` for when it moves and takes over the surroundings of
    /// `other`; those that hold both vanish.
    Worst move(Index vertex, Index other, const glm::dvec3& place) const {
        Worst worst;
        const glm::dvec3 joint = glm::normalize(normals_[vertex] + normals_[other]);
        edges_.around(vertex, [&](Index h) {
            const Index b = edges_.end(h), c = edges_.origin(HalfEdges::previous(h));
            const double before = quality(positions_[vertex], positions_[b], positions_[c]);
            worst.before = std::min(worst.before, before);
            if (b == other || c == other || !worst.sound) {
                return;
            }
            const glm::dvec3 old = area_normal(positions_[vertex], positions_[b], positions_[c]);
            const glm::dvec3 moved = area_normal(place, positions_[b], positions_[c]);
            const glm::dvec3 outward =
                joint + glm::normalize(normals_[b]) + glm::normalize(normals_[c]);
            worst.after = std::min(worst.after, quality(place, positions_[b], positions_[c]));
            worst.sound = cosine(moved, outward) > least_facing &&
                          (before < least_quality || cosine(moved, old) > flattest_fold);
        });
        return worst;
    }

    /// Whether drawing two vertices together leaves proper triangles that face outward: fair ones,
    /// or none worse than there are.
    bool sound_at(Index from, Index to, const glm::dvec3& place) const {
        const Worst a = move(from, to, place);
        const Worst b = a.sound ? move(to, from, place) : Worst{};
        return a.sound && b.sound &&
               std::min(a.after, b.after) >= std::min(least_quality, std::min(a.before, b.before));
    }

    /// Whether the other diagonal gives better triangles and hardly moves the surface.
    bool worth_turning(Index h) const {
        const Index o = edges_.twin(h);
        const glm::dvec3& a = positions_[edges_.origin(h)];
        const glm::dvec3& b = positions_[edges_.end(h)];
        const glm::dvec3& left = positions_[edges_.origin(HalfEdges::previous(h))];
        const glm::dvec3& right = positions_[edges_.origin(HalfEdges::previous(o))];
        if (std::min(quality(left, right, b), quality(right, left, a)) <
            std::min(quality(a, b, left), quality(b, a, right)) + flip_gain) {
            return false;
        }
        const glm::dvec3 before = area_normal(a, b, left) + area_normal(b, a, right);
        const glm::dvec3 apart = glm::cross(b - a, right - left);
        const double stray =
            std::abs(glm::dot(left - a, apart)) / std::max(glm::length(apart), 1e-30);
        return stray < flip_stray * limits_.tolerance &&
               cosine(area_normal(left, right, b), before) > flattest_fold &&
               cosine(area_normal(right, left, a), before) > flattest_fold && edges_.may_flip(h);
    }

    const Simplification& limits_;
    const std::vector<bool>& locked_;
    HalfEdges edges_;
    glm::vec3 middle_{0.0F};
    std::vector<glm::dvec3> positions_;
    std::vector<Quadric> quadrics_;
    std::vector<glm::dvec3> normals_; ///< sums over the triangles that were drawn into the vertex
    std::vector<std::uint64_t> stamps_;
    std::uint64_t last_stamp_ = 0;
};

} // namespace

Mesh collapse_edges(const Mesh& mesh, const Simplification& limits,
                    const std::vector<bool>& locked) {
    Collapser collapser(mesh, limits, locked);
    for (int pass = 0; pass < passes; ++pass) {
        collapser.collapse_all();
        collapser.turn_edges();
    }
    return collapser.result();
}

} // namespace osteon::sculpt
