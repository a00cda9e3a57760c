#include "sculpt/suture.h"

#include "sculpt/spline.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace osteon::sculpt {
namespace {

constexpr float plain_step = 1.0F;        ///< mm between the points of a line that does not swing
constexpr float steps_of_a_swing = 20.0F; ///< points of the main wave
constexpr float most_points = 4000.0F;
constexpr float widest_joint = 2.0F;      ///< mm between the ends of sutures that meet
constexpr float nearest_to_centre = 5.0F; ///< mm

/// Points about `step` apart on the smooth line.
std::vector<glm::vec3> sample_line(const std::vector<glm::vec3>& points, float step) {
    std::vector<glm::vec3> line;
    const std::size_t last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const glm::vec3 before = i > 0 ? points[i - 1] : 2.0F * points[0] - points[1];
        const glm::vec3 after =
            i + 1 < last ? points[i + 2] : 2.0F * points[last] - points[last - 1];
        const float length = glm::distance(points[i], points[i + 1]);
        const int steps = std::max(static_cast<int>(std::ceil(length / step)), 1);
        for (int k = 0; k < steps; ++k) {
            const float t = static_cast<float>(k) / static_cast<float>(steps);
            line.push_back(catmull_rom(before, points[i], points[i + 1], after, t));
        }
    }
    line.push_back(points.back());
    return line;
}

float length_of(const std::vector<glm::vec3>& line) {
    float length = 0.0F;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        length += glm::distance(line[i], line[i + 1]);
    }
    return length;
}

/// A number from 0 to 1 that depends on a name and an index only (FNV-1a).
float hashed(std::string_view name, std::uint32_t index) {
    std::uint32_t hash = 2166136261U;
    for (const char c : name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    hash = (hash ^ index) * 16777619U;
    hash ^= hash >> 15U;
    hash *= 2246822519U;
    hash ^= hash >> 13U;
    return static_cast<float>(hash & 0xFFFFFFU) / static_cast<float>(0x1000000);
}

/// The swing at a distance along the suture, about -1 to 1: waves of lengths that do not fit.
float swing(const Suture& suture, float along) {
    struct Wave {
        float length;
        float weight;
    };
    constexpr std::array<Wave, 4> waves{
        {{1.0F, 0.55F}, {1.73F, 0.25F}, {0.57F, 0.25F}, {0.31F, 0.12F}}};
    float sum = 0.0F;
    for (std::uint32_t i = 0; i < waves.size(); ++i) {
        const float turns = along / (waves[i].length * suture.wavelength) + hashed(suture.name, i);
        sum += waves[i].weight * std::sin(2.0F * std::numbers::pi_v<float> * turns);
    }
    return sum;
}

float smooth_step(float t) {
    t = std::clamp(t, 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

std::vector<glm::vec3> trace_piece(const LoopPiece& piece, const glm::vec3& centre) {
    const glm::vec3 mirror(piece.mirrored ? -1.0F : 1.0F, 1.0F, 1.0F);
    std::vector<glm::vec3> line = trace(*piece.suture, mirror * centre);
    for (glm::vec3& point : line) {
        point *= mirror;
    }
    if (piece.backwards) {
        std::reverse(line.begin(), line.end());
    }
    return line;
}

} // namespace

std::vector<glm::vec3> trace(const Suture& suture, const glm::vec3& centre) {
    const float wanted = suture.amplitude > 0.0F
                             ? std::min(suture.wavelength / steps_of_a_swing, plain_step)
                             : plain_step;
    const float step = std::max(wanted, length_of(suture.points) / most_points);
    std::vector<glm::vec3> line = sample_line(suture.points, step);
    if (suture.amplitude <= 0.0F) {
        return line;
    }
    const float length = length_of(line);
    const float quiet = std::min(1.5F * suture.wavelength, 0.25F * length); // at each end
    std::vector<glm::vec3> result = line;
    float along = 0.0F;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        along += glm::distance(line[i - 1], line[i]);
        const glm::vec3 sideways = glm::cross(line[i + 1] - line[i - 1], line[i] - centre);
        const float size = glm::length(sideways);
        if (size > 1e-6F) {
            const float calm = smooth_step(std::min(along, length - along) / quiet);
            result[i] += sideways * (suture.amplitude * calm * swing(suture, along) / size);
        }
    }
    return result;
}

tl::expected<std::vector<glm::vec3>, std::string> trace_loop(const std::vector<LoopPiece>& pieces,
                                                             const glm::vec3& centre) {
    std::vector<std::vector<glm::vec3>> lines;
    lines.reserve(pieces.size());
    for (const LoopPiece& piece : pieces) {
        lines.push_back(trace_piece(piece, centre));
    }
    std::vector<glm::vec3> loop;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t before = (i + lines.size() - 1) % lines.size();
        const float apart = glm::distance(lines[before].back(), lines[i].front());
        if (apart > widest_joint) {
            return tl::unexpected<std::string>(
                "expected the sutures to join head to tail: '" + pieces[before].suture->name +
                "' ends " + std::to_string(static_cast<int>(std::ceil(apart))) +
                " mm from where '" + pieces[i].suture->name + "' begins");
        }
        loop.insert(loop.end(), lines[i].begin(), lines[i].end());
    }
    for (const glm::vec3& point : loop) {
        if (glm::distance(point, centre) < nearest_to_centre) {
            return tl::unexpected<std::string>(
                "expected sutures that keep 5 mm away from the centre");
        }
    }
    return loop;
}

} // namespace osteon::sculpt
