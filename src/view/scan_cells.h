#pragma once

#include <glm/vec2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace osteon::view {

/// A value for each cell of a film, row by row.
using Cells = std::vector<float>;

/// A corner of a triangle on a film: place in cells, and metres along the direction to the camera.
struct FilmVertex {
    glm::vec2 at{0.0F};
    float near = 0.0F;
};
using FilmTriangle = std::array<FilmVertex, 3>;

/// Smooths by a Gaussian whose sigma is given in cells.
void blur(Cells& cells, glm::ivec2 size, float sigma);

/// Adds the soft tissue around bone: `bone` in metres along each ray, widened by about `sigma`
/// cells, becomes the outline of a body, in which every ray meets `activity`.
void add_tissue(const Cells& bone, glm::ivec2 size, float sigma, float activity, Cells& to);

/// Noise of mean 0 and deviation 1 for a cell: the same in every run.
float grain_at(std::uint32_t cell, std::uint32_t seed);

/// Calls `visit(cell, row, near, faces camera)` for each cell whose middle the triangle covers.
/// Triangles that share an edge share no cell and leave none out: the middles are compared in whole
/// numbers, and a middle on an edge belongs to one side (the top-left rule of rasterisers).
template <class Visit>
void for_each_cell(const FilmTriangle& triangle, glm::ivec2 size, const Visit& visit) {
    constexpr float c_steps = 64.0F; // of a cell
    constexpr std::int64_t c_cell = 64;
    struct Point {
        std::int64_t x;
        std::int64_t y;
    };
    const auto snapped = [](const FilmVertex& vertex) {
        return Point{std::llround(vertex.at.x * c_steps), std::llround(vertex.at.y * c_steps)};
    };
    std::array<Point, 3> p{snapped(triangle[0]), snapped(triangle[1]), snapped(triangle[2])};
    std::array<float, 3> near{triangle[0].near, triangle[1].near, triangle[2].near};
    const auto area_of = [](const Point& a, const Point& b, const Point& c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    };
    std::int64_t area = area_of(p[0], p[1], p[2]);
    if (area == 0) {
        return;
    }
    const bool front = area > 0;
    if (!front) {
        std::swap(p[1], p[2]);
        std::swap(near[1], near[2]);
        area = -area;
    }
    const auto first_middle = [](std::int64_t least) {
        return static_cast<int>(std::max<std::int64_t>((least + c_cell / 2 - 1) / c_cell, 0));
    };
    const auto [left, right] = std::minmax({p[0].x, p[1].x, p[2].x});
    const auto [low, high] = std::minmax({p[0].y, p[1].y, p[2].y});
    const int last_x = std::min(static_cast<int>(right / c_cell), size.x - 1);
    const int last_y = std::min(static_cast<int>(high / c_cell), size.y - 1);
    const auto is_owned = [](const Point& a, const Point& b) {
        return b.y < a.y || (b.y == a.y && b.x < a.x);
    };
    const std::array<std::int64_t, 3> bias{is_owned(p[1], p[2]) ? 0 : -1,
                                           is_owned(p[2], p[0]) ? 0 : -1,
                                           is_owned(p[0], p[1]) ? 0 : -1};
    for (int y = std::max(first_middle(low) - 1, 0); y <= last_y; ++y) {
        for (int x = std::max(first_middle(left) - 1, 0); x <= last_x; ++x) {
            const Point middle{x * c_cell + c_cell / 2, y * c_cell + c_cell / 2};
            const std::int64_t a = area_of(p[1], p[2], middle);
            const std::int64_t b = area_of(p[2], p[0], middle);
            const std::int64_t c = area_of(p[0], p[1], middle);
            if (a + bias[0] < 0 || b + bias[1] < 0 || c + bias[2] < 0) {
                continue;
            }
            const float sum = static_cast<float>(area);
            const float at = (static_cast<float>(a) * near[0] + static_cast<float>(b) * near[1] +
                              static_cast<float>(c) * near[2]) /
                             sum;
            const auto cell = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.x) +
                              static_cast<std::size_t>(x);
            visit(cell, y, at, front);
        }
    }
}

} // namespace osteon::view
