#include "sculpt/cone.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace osteon::sculpt {
namespace {

constexpr int rows = 90;
constexpr int columns = 180;
constexpr float row_angle = std::numbers::pi_v<float> / rows;
constexpr float column_angle = 2.0F * std::numbers::pi_v<float> / columns;
constexpr float cell_radius = 0.71F * column_angle; ///< from a cell's middle to its corners
/// Arcs nearer than this to a cell's middle are listed; thus those within two radii of any of its
/// directions are.
constexpr float listed_angle = 3.0F * cell_radius;

std::size_t cell_index(int row, int column) {
    return static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column);
}

glm::vec3 middle_of(int row, int column) {
    const float polar = (static_cast<float>(row) + 0.5F) * row_angle;
    const float around = (static_cast<float>(column) + 0.5F) * column_angle;
    return {std::sin(polar) * std::cos(around), std::cos(polar),
            std::sin(polar) * std::sin(around)};
}

float angle_between(const glm::vec3& a, const glm::vec3& b) {
    return 2.0F * std::asin(std::min(0.5F * glm::distance(a, b), 1.0F));
}

float side(const glm::vec3& a, const glm::vec3& b, const glm::vec3& c) {
    return glm::dot(glm::cross(a, b), c);
}

} // namespace

Cone::Cone(const glm::vec3& centre, const std::vector<glm::vec3>& line, bool outside, float gap)
    : centre_(centre)
    , gap_(gap) {
    std::vector<glm::vec3> directions;
    for (const glm::vec3& point : line) {
        const glm::vec3 direction = glm::normalize(point - centre);
        if (directions.empty() || glm::distance(directions.back(), direction) > 1e-5F) {
            directions.push_back(direction);
        }
    }
    for (std::size_t i = 0; i < directions.size(); ++i) {
        const glm::vec3& from = directions[i];
        const glm::vec3& to = directions[(i + 1) % directions.size()];
        const glm::vec3 normal = glm::cross(from, to);
        if (glm::length(normal) > 1e-6F) {
            arcs_.push_back({from, to, glm::normalize(normal)});
        }
    }
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            cells_.push_back({middle_of(row, column), false, 0.0F, {}});
        }
    }
    list_arcs();
    find_sides(outside);
    find_far_angles(directions);
}

std::size_t Cone::cell_of(const glm::vec3& direction) const {
    const float polar = std::acos(std::clamp(direction.y, -1.0F, 1.0F));
    float around = std::atan2(direction.z, direction.x);
    around += around < 0.0F ? 2.0F * std::numbers::pi_v<float> : 0.0F;
    return cell_index(std::min(static_cast<int>(polar / row_angle), rows - 1),
                      std::min(static_cast<int>(around / column_angle), columns - 1));
}

void Cone::list_arcs() {
    for (std::uint32_t arc = 0; arc < arcs_.size(); ++arc) {
        const glm::vec3 middle = glm::normalize(arcs_[arc].from + arcs_[arc].to);
        const float reach = listed_angle + 0.5F * angle_between(arcs_[arc].from, arcs_[arc].to);
        const float chord = 2.0F * std::sin(0.5F * reach);
        const float polar = std::acos(std::clamp(middle.y, -1.0F, 1.0F));
        const int first = std::max(static_cast<int>((polar - reach) / row_angle) - 1, 0);
        const int last = std::min(static_cast<int>((polar + reach) / row_angle) + 1, rows - 1);
        for (int row = first; row <= last; ++row) {
            for (int column = 0; column < columns; ++column) {
                Cell& cell = cells_[cell_index(row, column)];
                if (glm::distance(cell.middle, middle) <= chord) {
                    cell.arcs.push_back(arc);
                }
            }
        }
    }
}

/// Whether the short way from one direction to another, within a cell's neighbourhood, crosses the
/// line an odd number of times.
bool Cone::crosses_odd(const Cell& cell, const glm::vec3& from, const glm::vec3& to) const {
    bool odd = false;
    for (const std::uint32_t index : cell.arcs) {
        const Arc& arc = arcs_[index];
        const bool parted =
            (glm::dot(arc.normal, from) >= 0.0F) != (glm::dot(arc.normal, to) >= 0.0F);
        if (parted && (side(from, to, arc.from) >= 0.0F) != (side(from, to, arc.to) >= 0.0F)) {
            odd = !odd;
        }
    }
    return odd;
}

/// Carries the side along the uppermost row of cells, and from there down the columns.
void Cone::find_sides(bool outside) {
    float inside = 0.0F, all = 0.0F;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Cell& cell = cells_[cell_index(row, column)];
            if (row > 0 || column > 0) {
                const Cell& before =
                    cells_[row > 0 ? cell_index(row - 1, column) : cell_index(0, column - 1)];
                cell.solid = before.solid != crosses_odd(cell, before.middle, cell.middle);
            }
            const float area = std::sin((static_cast<float>(row) + 0.5F) * row_angle);
            inside += cell.solid ? area : 0.0F;
            all += area;
        }
    }
    if ((inside > 0.5F * all) != outside) {
        for (Cell& cell : cells_) {
            cell.solid = !cell.solid;
        }
    }
}

void Cone::find_far_angles(const std::vector<glm::vec3>& directions) {
    float longest = 0.0F;
    for (const Arc& arc : arcs_) {
        longest = std::max(longest, angle_between(arc.from, arc.to));
    }
    for (Cell& cell : cells_) {
        if (!cell.arcs.empty()) {
            cell.far = std::sin(2.0F * cell_radius);
            continue;
        }
        float nearest = -1.0F;
        for (const glm::vec3& direction : directions) {
            nearest = std::max(nearest, glm::dot(cell.middle, direction));
        }
        const float angle = std::acos(std::clamp(nearest, -1.0F, 1.0F)) - 0.5F * longest;
        cell.far = std::sin(
            std::clamp(angle - cell_radius, 2.0F * cell_radius, 0.5F * std::numbers::pi_v<float>));
    }
}

float Cone::distance(const glm::vec3& point) const {
    const glm::vec3 offset = point - centre_;
    const float radius = glm::length(offset);
    if (radius < 1e-4F) {
        return gap_;
    }
    const glm::vec3 direction = offset / radius;
    const Cell& cell = cells_[cell_of(direction)];
    float sine = cell.far;
    for (const std::uint32_t index : cell.arcs) {
        const Arc& arc = arcs_[index];
        const bool beside = glm::dot(glm::cross(arc.normal, arc.from), direction) >= 0.0F &&
                            glm::dot(glm::cross(arc.to, arc.normal), direction) >= 0.0F;
        sine = std::min(sine, beside ? std::abs(glm::dot(arc.normal, direction))
                                     : glm::length(glm::cross(arc.from, direction)));
    }
    const bool solid = cell.solid != crosses_odd(cell, cell.middle, direction);
    return (solid ? -radius : radius) * sine + gap_;
}

Box Cone::bounds_within(const Box& box) const {
    Box result;
    result.add(glm::clamp(centre_, box.min, box.max));
    float reach = 0.0F; // from the centre to the box's farthest corner
    for (int axis = 0; axis < 3; ++axis) {
        const float far = std::max(std::abs(box.min[axis] - centre_[axis]),
                                   std::abs(box.max[axis] - centre_[axis]));
        reach = std::hypot(reach, far);
    }
    for (const Cell& cell : cells_) {
        if (!cell.solid && cell.arcs.empty()) {
            continue;
        }
        // Where the ray leaves the box; from a centre outside it, where it leaves at last.
        float leave = reach;
        for (int axis = 0; axis < 3; ++axis) {
            const float wall = cell.middle[axis] > 0.0F ? box.max[axis] : box.min[axis];
            const float along = (wall - centre_[axis]) / cell.middle[axis];
            if (std::abs(cell.middle[axis]) > 1e-6F && along > 0.0F) {
                leave = std::min(leave, along);
            }
        }
        result.add(glm::clamp(centre_ + leave * cell.middle, box.min, box.max));
    }
    const glm::vec3 margin(2.0F * cell_radius * reach);
    result.min = glm::max(result.min - margin, box.min);
    result.max = glm::min(result.max + margin, box.max);
    return result;
}

} // namespace osteon::sculpt
