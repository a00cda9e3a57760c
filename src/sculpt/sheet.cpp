#include "sculpt/sheet.h"

#include "base/triangle.h"
#include "sculpt/shape.h"
#include "sculpt/spline.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr float facet = 2.5F; ///< mm, edge of the triangles that stand for the smooth plate
constexpr int fewest_steps = 4;
constexpr int most_steps = 10;
constexpr std::size_t leaf_triangles = 6;
constexpr float on_the_midline = 0.01F; ///< mm

using Row = std::vector<SheetPoint>;

SheetPoint reflected(const SheetPoint& point) {
    return {mirrored(point.place), point.thickness};
}

bool on_midline(const std::vector<Row>& rows, bool first) {
    return std::all_of(rows.begin(), rows.end(), [first](const Row& row) {
        return std::abs((first ? row.front() : row.back()).place.x) <= on_the_midline;
    });
}

/// Continues a row by one point at each end.
Row extended(const Row& row, SheetEdge first, SheetEdge last) {
    const std::size_t n = row.size();
    Row result;
    result.push_back(first == SheetEdge::closed     ? row[n - 1]
                     : first == SheetEdge::mirrored ? reflected(row[1])
                                                    : 2.0F * row[0] - row[1]);
    result.insert(result.end(), row.begin(), row.end());
    if (last == SheetEdge::closed) {
        result.push_back(row[0]);
        result.push_back(row[1]);
    } else {
        result.push_back(last == SheetEdge::mirrored ? reflected(row[n - 2])
                                                     : 2.0F * row[n - 1] - row[n - 2]);
    }
    return result;
}

/// Refines an extended row; a plate never gets thinner than half its thinner neighbour.
Row refined(const Row& row, int steps) {
    Row fine;
    for (std::size_t i = 1; i + 2 < row.size(); ++i) {
        const float thinnest = 0.5F * std::min(row[i].thickness, row[i + 1].thickness);
        for (int step = 0; step < steps; ++step) {
            const float t = static_cast<float>(step) / static_cast<float>(steps);
            fine.push_back(catmull_rom(row[i - 1], row[i], row[i + 1], row[i + 2], t));
            fine.back().thickness = std::max(fine.back().thickness, thinnest);
        }
    }
    fine.push_back(row[row.size() - 2]);
    return fine;
}

float longest_span(const std::vector<Row>& lines) {
    float longest = 0.0F;
    for (const Row& line : lines) {
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            longest = std::max(longest, glm::distance(line[i].place, line[i + 1].place));
        }
    }
    return longest;
}

int steps_for(float span) {
    return std::clamp(static_cast<int>(std::ceil(span / facet)), fewest_steps, most_steps);
}

std::vector<Row> transposed(const std::vector<Row>& lines) {
    std::vector<Row> result(lines.front().size());
    for (const Row& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            result[i].push_back(line[i]);
        }
    }
    return result;
}

} // namespace

Sheet::Sheet(const std::vector<SheetPoint>& grid, std::size_t columns, SheetEdge edge) {
    std::vector<Row> rows;
    for (std::size_t first = 0; first + columns <= grid.size(); first += columns) {
        const auto begin = grid.begin() + static_cast<std::ptrdiff_t>(first);
        rows.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(columns));
    }
    const auto edge_at = [&](bool first) {
        return edge == SheetEdge::mirrored && !on_midline(rows, first) ? SheetEdge::free : edge;
    };
    const SheetEdge first = edge_at(true), last = edge_at(false);
    const int steps_along = steps_for(longest_span(rows));
    for (Row& row : rows) {
        row = refined(extended(row, first, last), steps_along);
    }
    std::vector<Row> lines = transposed(rows);
    const int steps_across = steps_for(longest_span(lines));
    for (Row& line : lines) {
        line = refined(extended(line, SheetEdge::free, SheetEdge::free), steps_across);
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        for (std::size_t j = 0; j + 1 < lines[i].size(); ++j) {
            triangles_.push_back({lines[i][j], lines[i + 1][j], lines[i + 1][j + 1]});
            triangles_.push_back({lines[i][j], lines[i + 1][j + 1], lines[i][j + 1]});
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

} // namespace osteon::sculpt
