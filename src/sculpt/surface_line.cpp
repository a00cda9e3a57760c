#include "sculpt/surface_line.h"

#include "base/geometry.h"
#include "sculpt/spline.h"

#include <algorithm>
#include <cmath>

namespace osteon::sculpt {
namespace {

constexpr float spacing = 2.0F;        ///< mm between the stations
constexpr float farthest = 20.0F;      ///< mm from the surface
constexpr int most_steps = 200;        ///< stations of a span
constexpr float thinnest_end = 0.2F;   ///< of the width and height, at both ends
constexpr float tapered_widths = 3.0F; ///< half-widths over which the ends taper

std::vector<glm::vec4> sample_rows(const std::vector<glm::vec4>& rows) {
    std::vector<glm::vec4> line;
    const std::size_t last = rows.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const glm::vec4 before = i > 0 ? rows[i - 1] : 2.0F * rows[0] - rows[1];
        const glm::vec4 after = i + 1 < last ? rows[i + 2] : 2.0F * rows[last] - rows[last - 1];
        const float length = glm::distance(glm::vec3(rows[i]), glm::vec3(rows[i + 1]));
        const int steps = std::clamp(static_cast<int>(std::ceil(length / spacing)), 1, most_steps);
        for (int k = 0; k < steps; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(steps);
            line.push_back(catmull_rom(before, rows[i], rows[i + 1], after, t));
            line.back().w = std::max(line.back().w, 0.5F * std::min(rows[i].w, rows[i + 1].w));
        }
    }
    line.push_back(rows.back());
    return line;
}

/// Leaves out points that came to lie on top of each other.
std::vector<glm::vec4> apart(const std::vector<glm::vec4>& line) {
    std::vector<glm::vec4> result;
    for (const glm::vec4& point : line) {
        if (result.empty() ||
            glm::distance(glm::vec3(result.back()), glm::vec3(point)) > 0.25F * spacing) {
            result.push_back(point);
        }
    }
    return result;
}

float taper(float along, float length, float half_width) {
    const float reach = std::min(tapered_widths * half_width, 0.5F * length);
    const float t = std::clamp(std::min(along, length - along) / reach, 0.0F, 1.0F);
    return std::lerp(thinnest_end, 1.0F, t * (2.0F - t));
}

} // namespace

tl::expected<std::vector<Station>, std::string>
lay_on_surface(const Solid& solid, const std::vector<glm::vec4>& rows, float height) {
    for (const glm::vec4& row : rows) {
        const float off = distance(solid, glm::vec3(row), 10.0F * farthest);
        if (!(std::abs(off) <= farthest)) {
            return tl::unexpected<std::string>(
                "expected places near the surface of what was built so far; one is " +
                std::to_string(static_cast<int>(std::lround(std::min(std::abs(off), 1000.0F)))) +
                " mm away from it");
        }
    }
    std::vector<glm::vec4> line = sample_rows(rows);
    for (glm::vec4& point : line) {
        point = glm::vec4(project(solid, glm::vec3(point)), point.w);
    }
    line = apart(line);
    if (line.size() < 2) {
        return tl::unexpected<std::string>("expected a line that is longer than 1 mm");
    }
    std::vector<float> along(line.size(), 0.0F);
    for (std::size_t i = 1; i < line.size(); ++i) {
        along[i] = along[i - 1] + glm::distance(glm::vec3(line[i - 1]), glm::vec3(line[i]));
    }
    std::vector<Station> stations;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const glm::vec3 forwards =
            glm::vec3(line[std::min(i + 1, line.size() - 1)]) - glm::vec3(line[i > 0 ? i - 1 : 0]);
        const glm::vec3 up = gradient(solid, glm::vec3(line[i]), 0.2F);
        const float part = taper(along[i], along.back(), line[i].w);
        Station station;
        station.centre = glm::vec3(line[i]);
        station.across = unit_or(glm::cross(up, forwards), glm::vec3(1.0F, 0.0F, 0.0F));
        station.half = part * glm::vec4(line[i].w, line[i].w, height, height);
        stations.push_back(station);
    }
    return stations;
}

} // namespace osteon::sculpt
