#include "sculpt/section.h"

#include <glm/geometric.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace osteon::sculpt {
namespace {

using Place = std::array<int, 3>;

/// Places that come from the same mesh edge agree to a thousandth of the unit.
Place rounded(const glm::vec3& point) {
    constexpr float steps = 1000.0F;
    return {static_cast<int>(std::lround(point.x * steps)),
            static_cast<int>(std::lround(point.y * steps)),
            static_cast<int>(std::lround(point.z * steps))};
}

using Segment = std::pair<glm::vec3, glm::vec3>;

std::vector<Segment> cut_triangles(const anatomy::TriangleMesh& mesh, const glm::vec3& point,
                                   const glm::vec3& normal) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        std::vector<glm::vec3> ends;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const glm::vec3 a = mesh.positions[mesh.indices[i + corner]];
            const glm::vec3 b = mesh.positions[mesh.indices[i + (corner + 1) % 3]];
            const float da = glm::dot(a - point, normal), db = glm::dot(b - point, normal);
            if ((da < 0.0F) != (db < 0.0F)) {
                ends.push_back(glm::mix(a, b, da / (da - db)));
            }
        }
        if (ends.size() == 2) {
            segments.emplace_back(ends[0], ends[1]);
        }
    }
    return segments;
}

/// Groups segments that hang together by their ends; an end met once leaves the outline open.
std::vector<std::pair<std::vector<Segment>, bool>> join(const std::vector<Segment>& segments) {
    std::multimap<Place, std::size_t> at;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        at.emplace(rounded(segments[i].first), i);
        at.emplace(rounded(segments[i].second), i);
    }
    std::vector<std::pair<std::vector<Segment>, bool>> groups;
    std::vector<bool> taken(segments.size(), false);
    for (std::size_t first = 0; first < segments.size(); ++first) {
        if (taken[first]) {
            continue;
        }
        std::vector<std::size_t> open{first};
        taken[first] = true;
        auto& [members, closed] = groups.emplace_back(std::vector<Segment>{}, true);
        while (!open.empty()) {
            const Segment segment = segments[open.back()];
            open.pop_back();
            members.push_back(segment);
            for (const glm::vec3& end : {segment.first, segment.second}) {
                const auto [begin, last] = at.equal_range(rounded(end));
                closed = closed && std::distance(begin, last) > 1;
                for (auto other = begin; other != last; ++other) {
                    if (!taken[other->second]) {
                        taken[other->second] = true;
                        open.push_back(other->second);
                    }
                }
            }
        }
    }
    return groups;
}

Outline measure(const std::vector<Segment>& segments, bool closed, const glm::vec3& normal) {
    Outline outline;
    outline.closed = closed;
    for (const auto& [a, b] : segments) {
        const float length = glm::distance(a, b);
        outline.length += length;
        outline.centre += 0.5F * length * (a + b);
    }
    outline.centre /= std::max(outline.length, 1e-6F);
    // Two axes in the plane, turned to the greatest spread of the segments' middles.
    const glm::vec3 helper =
        std::abs(normal.x) < 0.7F ? glm::vec3(1.0F, 0.0F, 0.0F) : glm::vec3(0.0F, 1.0F, 0.0F);
    const glm::vec3 u = glm::normalize(helper - normal * glm::dot(helper, normal));
    const glm::vec3 v = glm::cross(normal, u);
    float uu = 0.0F, uv = 0.0F, vv = 0.0F;
    for (const auto& [a, b] : segments) {
        const float length = glm::distance(a, b);
        const glm::vec3 from = 0.5F * (a + b) - outline.centre;
        const float x = glm::dot(from, u), y = glm::dot(from, v);
        uu += length * x * x;
        uv += length * x * y;
        vv += length * y * y;
    }
    const float angle = 0.5F * std::atan2(2.0F * uv, uu - vv);
    outline.across = std::cos(angle) * u + std::sin(angle) * v;
    outline.up = glm::cross(normal, outline.across);
    for (const auto& segment : segments) {
        for (const glm::vec3& end : {segment.first, segment.second}) {
            const float x = glm::dot(end - outline.centre, outline.across);
            const float y = glm::dot(end - outline.centre, outline.up);
            outline.across_plus = std::max(outline.across_plus, x);
            outline.across_minus = std::max(outline.across_minus, -x);
            outline.up_plus = std::max(outline.up_plus, y);
            outline.up_minus = std::max(outline.up_minus, -y);
        }
    }
    return outline;
}

} // namespace

std::vector<Outline> cut_outlines(const anatomy::TriangleMesh& mesh, const glm::vec3& point,
                                  const glm::vec3& normal) {
    std::vector<Outline> outlines;
    const glm::vec3 unit = glm::normalize(normal);
    for (const auto& [segments, closed] : join(cut_triangles(mesh, point, unit))) {
        outlines.push_back(measure(segments, closed, unit));
    }
    std::sort(outlines.begin(), outlines.end(),
              [](const Outline& a, const Outline& b) { return a.length > b.length; });
    return outlines;
}

} // namespace osteon::sculpt
