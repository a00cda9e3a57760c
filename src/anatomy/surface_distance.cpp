#include "anatomy/surface_distance.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace osteon::anatomy {
namespace {

/// Distances from samples of one surface to the other.
std::vector<float> distances(const SurfaceTree& from, const SurfaceTree& to, std::size_t count) {
    std::vector<float> result;
    for (const SurfaceSample& sample : sample_surface(from.mesh(), count)) {
        if (const auto nearest = to.nearest(sample.place)) {
            result.push_back(nearest->distance);
        }
    }
    return result;
}

float mean_of(const std::vector<float>& values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    return values.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(values.size()));
}

/// A sequence that fills the unit square evenly (Roberts 2018, the plastic number's R2).
glm::vec2 even_point(std::size_t index) {
    constexpr double a1 = 0.7548776662466927, a2 = 0.5698402909980532;
    const double i = static_cast<double>(index);
    return {static_cast<float>(std::fmod(0.5 + a1 * i, 1.0)),
            static_cast<float>(std::fmod(0.5 + a2 * i, 1.0))};
}

} // namespace

std::vector<SurfaceSample> sample_surface(const TriangleMesh& mesh, std::size_t count) {
    std::vector<double> area_up_to;
    double total = 0.0;
    const auto place = [&mesh](std::size_t i) { return mesh.positions[mesh.indices[i]]; };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        total += 0.5 * static_cast<double>(glm::length(
                           glm::cross(place(i + 1) - place(i), place(i + 2) - place(i))));
        area_up_to.push_back(total);
    }
    std::vector<SurfaceSample> samples;
    if (total <= 0.0) {
        return samples;
    }
    for (std::size_t n = 0; n < count; ++n) {
        const double at = total * (static_cast<double>(n) + 0.5) / static_cast<double>(count);
        const auto found = std::lower_bound(area_up_to.begin(), area_up_to.end(), at);
        const auto triangle = static_cast<std::size_t>(found - area_up_to.begin());
        const glm::vec3 a = place(3 * triangle), b = place(3 * triangle + 1),
                        c = place(3 * triangle + 2);
        const glm::vec2 square = even_point(n);
        const float root = std::sqrt(square.x);
        const glm::vec3 point =
            (1.0F - root) * a + root * (1.0F - square.y) * b + root * square.y * c;
        samples.push_back({point, glm::normalize(glm::cross(b - a, c - a))});
    }
    return samples;
}

SurfaceDistance surface_distance(const SurfaceTree& first, const SurfaceTree& second,
                                 std::size_t count) {
    std::vector<float> all = distances(first, second, count);
    const std::vector<float> back = distances(second, first, count);
    SurfaceDistance result;
    result.mean_from_first = mean_of(all);
    result.mean_from_second = mean_of(back);
    result.mean = 0.5F * (result.mean_from_first + result.mean_from_second);
    all.insert(all.end(), back.begin(), back.end());
    if (!all.empty()) {
        const auto at = static_cast<std::ptrdiff_t>(0.95 * static_cast<double>(all.size() - 1));
        std::nth_element(all.begin(), all.begin() + at, all.end());
        result.percentile_95 = all[static_cast<std::size_t>(at)];
    }
    return result;
}

} // namespace osteon::anatomy
