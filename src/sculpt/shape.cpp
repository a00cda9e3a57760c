#include "sculpt/shape.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace osteon::sculpt {
namespace {

constexpr int tube_steps = 6;
constexpr int sheet_steps = 4;
constexpr std::size_t leaf_triangles = 6;

/// Catmull-Rom interpolation between p1 and p2 (Catmull and Rom 1974).
template <class T>
T catmull_rom(const T& p0, const T& p1, const T& p2, const T& p3, float t) {
    return 0.5F * (2.0F * p1 + (p2 - p0) * t + (2.0F * p0 - 5.0F * p1 + 4.0F * p2 - p3) * (t * t) +
                   (3.0F * p1 - p0 - 3.0F * p2 + p3) * (t * t * t));
}

/// First-order distance to the unit ball of a p-norm whose axes are scaled by `radii`: the norm
/// less one, over the length of its gradient. A lower bound outside, since a norm is convex.
float norm_distance(const glm::vec3& local, const glm::vec3& radii, float power) {
    const glm::vec3 q = glm::abs(local) / radii;
    if (power == 2.0F) {
        const float k0 = glm::length(q);
        const float k1 = glm::length(q / radii);
        return k1 < 1e-9F ? -std::min({radii.x, radii.y, radii.z}) : k0 * (k0 - 1.0F) / k1;
    }
    const glm::vec3 raised(std::pow(q.x, power), std::pow(q.y, power), std::pow(q.z, power));
    const float sum = raised.x + raised.y + raised.z;
    if (sum < 1e-12F) {
        return -std::min({radii.x, radii.y, radii.z});
    }
    const float norm = std::pow(sum, 1.0F / power);
    const glm::vec3 ratio = q / norm;
    const glm::vec3 gradient(std::pow(ratio.x, power - 1.0F), std::pow(ratio.y, power - 1.0F),
                             std::pow(ratio.z, power - 1.0F));
    return (norm - 1.0F) / glm::length(gradient / radii);
}

float ellipsoid_distance(const Ellipsoid& ellipsoid, const glm::vec3& point) {
    const glm::vec3 local = (point - ellipsoid.centre) * ellipsoid.axes;
    return norm_distance(local, ellipsoid.radii, ellipsoid.power);
}

float segment_distance(const Station& a, const Station& b, float power, const glm::vec3& point) {
    const glm::vec3 line = b.centre - a.centre;
    const float length2 = glm::dot(line, line);
    if (length2 < 1e-10F) {
        return std::numeric_limits<float>::max();
    }
    const float t = std::clamp(glm::dot(point - a.centre, line) / length2, 0.0F, 1.0F);
    const glm::vec3 offset = point - (a.centre + t * line);
    const glm::vec3 along = line / std::sqrt(length2);
    glm::vec3 across = glm::mix(a.across, b.across, t);
    across = glm::normalize(across - along * glm::dot(across, along));
    const glm::vec3 up = glm::cross(along, across);
    const glm::vec2 half = glm::mix(a.half, b.half, t);
    const glm::vec3 local(glm::dot(offset, across), glm::dot(offset, up), glm::dot(offset, along));
    return norm_distance(local, {half.x, half.y, std::min(half.x, half.y)}, power);
}

float tube_distance(const Tube& tube, const glm::vec3& point) {
    float nearest = std::numeric_limits<float>::max();
    for (std::size_t i = 0; i + 1 < tube.stations.size(); ++i) {
        const Station& a = tube.stations[i];
        const Station& b = tube.stations[i + 1];
        const float reach = std::max({a.half.x, a.half.y, b.half.x, b.half.y});
        const float apart = glm::distance(point, 0.5F * (a.centre + b.centre)) -
                            0.5F * glm::distance(a.centre, b.centre) - reach;
        if (apart < nearest) {
            nearest = std::min(nearest, segment_distance(a, b, tube.power, point));
        }
    }
    return nearest;
}

Box tube_bounds(const Tube& tube) {
    Box box;
    for (const Station& station : tube.stations) {
        const glm::vec3 reach(std::max(station.half.x, station.half.y));
        box.add(station.centre - reach);
        box.add(station.centre + reach);
    }
    return box;
}

Box ellipsoid_bounds(const Ellipsoid& ellipsoid) {
    // The extent of the box around the ellipsoid's own box: exact enough for skipping.
    glm::vec3 reach(0.0F);
    for (int axis = 0; axis < 3; ++axis) {
        reach += glm::abs(ellipsoid.axes[axis]) * ellipsoid.radii[axis];
    }
    Box box;
    box.add(ellipsoid.centre - reach);
    box.add(ellipsoid.centre + reach);
    return box;
}

/// Refines a row of points; beyond the ends the row is continued straight.
std::vector<SheetPoint> refine(const std::vector<SheetPoint>& row) {
    std::vector<SheetPoint> fine;
    const std::size_t last = row.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const SheetPoint before = i > 0 ? row[i - 1] : 2.0F * row[0] - row[1];
        const SheetPoint after = i + 1 < last ? row[i + 2] : 2.0F * row[last] - row[last - 1];
        for (int step = 0; step < sheet_steps; ++step) {
            const float t = static_cast<float>(step) / sheet_steps;
            fine.push_back(catmull_rom(before, row[i], row[i + 1], after, t));
        }
    }
    fine.push_back(row.back());
    return fine;
}

/// The nearest point of a triangle as weights of its corners (Ericson, Real-Time Collision
/// Detection, 2005, section 5.1.5).
glm::vec3 nearest_weights(const glm::vec3& p, const glm::vec3& a, const glm::vec3& b,
                          const glm::vec3& c) {
    const glm::vec3 ab = b - a, ac = c - a, ap = p - a;
    const float d1 = glm::dot(ab, ap), d2 = glm::dot(ac, ap);
    if (d1 <= 0.0F && d2 <= 0.0F) {
        return {1.0F, 0.0F, 0.0F};
    }
    const glm::vec3 bp = p - b;
    const float d3 = glm::dot(ab, bp), d4 = glm::dot(ac, bp);
    if (d3 >= 0.0F && d4 <= d3) {
        return {0.0F, 1.0F, 0.0F};
    }
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0.0F && d1 >= 0.0F && d3 <= 0.0F) {
        const float v = d1 / (d1 - d3);
        return {1.0F - v, v, 0.0F};
    }
    const glm::vec3 cp = p - c;
    const float d5 = glm::dot(ab, cp), d6 = glm::dot(ac, cp);
    if (d6 >= 0.0F && d5 <= d6) {
        return {0.0F, 0.0F, 1.0F};
    }
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0.0F && d2 >= 0.0F && d6 <= 0.0F) {
        const float w = d2 / (d2 - d6);
        return {1.0F - w, 0.0F, w};
    }
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0.0F && d4 >= d3 && d5 >= d6) {
        const float w = (d4 - d3) / ((d4 - d3) + (d5 - d6));
        return {0.0F, 1.0F - w, w};
    }
    const float sum = va + vb + vc;
    return {va / sum, vb / sum, vc / sum};
}

} // namespace

Sheet::Sheet(const std::vector<SheetPoint>& grid, std::size_t columns) {
    std::vector<std::vector<SheetPoint>> rows;
    for (std::size_t first = 0; first + columns <= grid.size(); first += columns) {
        const auto begin = grid.begin() + static_cast<std::ptrdiff_t>(first);
        rows.push_back(refine({begin, begin + static_cast<std::ptrdiff_t>(columns)}));
    }
    std::vector<std::vector<SheetPoint>> fine; // by column of the refined grid
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        std::vector<SheetPoint> line;
        for (const auto& row : rows) {
            line.push_back(row[column]);
        }
        fine.push_back(refine(line));
    }
    for (std::size_t i = 0; i + 1 < fine.size(); ++i) {
        for (std::size_t j = 0; j + 1 < fine[i].size(); ++j) {
            triangles_.push_back({fine[i][j], fine[i + 1][j], fine[i + 1][j + 1]});
            triangles_.push_back({fine[i][j], fine[i + 1][j + 1], fine[i][j + 1]});
        }
    }
    nodes_.emplace_back();
    split(0, 0, triangles_.size());
}

void Sheet::split(std::size_t node, std::size_t first, std::size_t count) {
    Box box;
    for (std::size_t i = first; i < first + count; ++i) {
        for (const SheetPoint* corner : {&triangles_[i].a, &triangles_[i].b, &triangles_[i].c}) {
            const glm::vec3 reach(0.5F * std::max(corner->thickness, 0.0F));
            box.add(corner->place - reach);
            box.add(corner->place + reach);
        }
    }
    nodes_[node].box = box;
    if (count <= leaf_triangles) {
        nodes_[node].first = first;
        nodes_[node].count = count;
        return;
    }
    const glm::vec3 size = box.size();
    const int axis = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2;
    const auto begin = triangles_.begin() + static_cast<std::ptrdiff_t>(first);
    const std::size_t half = count / 2;
    std::nth_element(begin, begin + static_cast<std::ptrdiff_t>(half),
                     begin + static_cast<std::ptrdiff_t>(count),
                     [axis](const Triangle& left, const Triangle& right) {
                         return left.a.place[axis] + left.b.place[axis] + left.c.place[axis] <
                                right.a.place[axis] + right.b.place[axis] + right.c.place[axis];
                     });
    const std::size_t children = nodes_.size();
    nodes_[node].first = children;
    nodes_.resize(children + 2);
    split(children, first, half);
    split(children + 1, first + half, count - half);
}

void Sheet::search(std::size_t node, const glm::vec3& point, float& nearest) const {
    const Node& here = nodes_[node];
    for (std::size_t i = here.first; i < here.first + here.count; ++i) {
        const Triangle& triangle = triangles_[i];
        const glm::vec3 w =
            nearest_weights(point, triangle.a.place, triangle.b.place, triangle.c.place);
        const SheetPoint close = w.x * triangle.a + w.y * triangle.b + w.z * triangle.c;
        nearest = std::min(nearest, glm::distance(point, close.place) - 0.5F * close.thickness);
    }
    if (here.count > 0) {
        return;
    }
    // Inside a plate the boxes are at distance 0 while the plate's distance is negative: then all
    // boxes that hold the point must be visited, which `<=` below does.
    std::size_t near = here.first, far = here.first + 1;
    float near_distance = sculpt::distance(nodes_[near].box, point);
    float far_distance = sculpt::distance(nodes_[far].box, point);
    if (far_distance < near_distance) {
        std::swap(near, far);
        std::swap(near_distance, far_distance);
    }
    if (near_distance <= std::max(nearest, 0.0F)) {
        search(near, point, nearest);
    }
    if (far_distance <= std::max(nearest, 0.0F)) {
        search(far, point, nearest);
    }
}

float Sheet::distance(const glm::vec3& point, float cut_off) const {
    float nearest = cut_off;
    search(0, point, nearest);
    return nearest;
}

Box Sheet::bounds() const {
    return nodes_.front().box;
}

Tube smooth_tube(const std::vector<Station>& stations, float power) {
    Tube tube;
    tube.power = power;
    const std::size_t last = stations.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const Station& a = stations[i];
        const Station& b = stations[i + 1];
        const Station& after = i + 1 < last ? stations[i + 2] : b;
        const Station& before = i > 0 ? stations[i - 1] : a;
        for (int step = 0; step < tube_steps; ++step) {
            const float t = static_cast<float>(step) / tube_steps;
            Station station;
            station.centre = catmull_rom(before.centre, a.centre, b.centre, after.centre, t);
            station.half = glm::max(catmull_rom(before.half, a.half, b.half, after.half, t),
                                    0.5F * glm::min(a.half, b.half));
            station.across = glm::normalize(glm::mix(a.across, b.across, t));
            tube.stations.push_back(station);
        }
    }
    tube.stations.push_back(stations.back());
    return tube;
}

float distance(const Shape& shape, const glm::vec3& point, float cut_off) {
    if (const auto* ellipsoid = std::get_if<Ellipsoid>(&shape)) {
        return ellipsoid_distance(*ellipsoid, point);
    }
    if (const auto* half_space = std::get_if<HalfSpace>(&shape)) {
        return glm::dot(point - half_space->point, half_space->normal);
    }
    if (const auto* tube = std::get_if<Tube>(&shape)) {
        return tube_distance(*tube, point);
    }
    return std::get<std::shared_ptr<const Sheet>>(shape)->distance(point, cut_off);
}

Box bounds(const Shape& shape) {
    if (const auto* ellipsoid = std::get_if<Ellipsoid>(&shape)) {
        return ellipsoid_bounds(*ellipsoid);
    }
    if (const auto* tube = std::get_if<Tube>(&shape)) {
        return tube_bounds(*tube);
    }
    if (const auto* sheet = std::get_if<std::shared_ptr<const Sheet>>(&shape)) {
        return (*sheet)->bounds();
    }
    return {};
}

float distance(const Box& box, const glm::vec3& point) {
    return glm::length(glm::max(glm::max(box.min - point, point - box.max), glm::vec3(0.0F)));
}

} // namespace osteon::sculpt
