#include "sculpt/tube.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace osteon::sculpt {
namespace {

constexpr float section_spacing = 4.0F; ///< mm along a span
constexpr int most_steps = 8;
constexpr int newton_steps = 3;
constexpr float tight_bend = 0.7F; ///< half-width over radius of the bend, from which planes cross
constexpr float smallest_power = 1.2F;
constexpr float largest_power = 10.0F;

glm::vec3 any_perpendicular(const glm::vec3& unit) {
    const glm::vec3 other =
        std::abs(unit.x) < 0.7F ? glm::vec3(1.0F, 0.0F, 0.0F) : glm::vec3(0.0F, 1.0F, 0.0F);
    return glm::normalize(glm::cross(unit, other));
}

/// One over the radius of the line's bend.
float curvature(const CubicSpan<glm::vec3>& line, float t) {
    const glm::vec3 slope = line.slope(t);
    const float speed = std::max(glm::length(slope), 1e-6F);
    return glm::length(glm::cross(slope, line.bend(t))) / (speed * speed * speed);
}

/// x^p for x in 0..1, quick for an ellipse.
float raise(float x, float power) {
    if (power == 2.0F) {
        return x * x;
    }
    if (power == 1.0F) {
        return x;
    }
    return x > 0.0F ? std::pow(x, power) : 0.0F;
}

} // namespace

Tube::Tube(const std::vector<Station>& stations) {
    const std::size_t last = stations.size() - 1;
    float longest = 0.0F;
    for (std::size_t i = 0; i < last; ++i) {
        const Station& a = stations[i];
        const Station& b = stations[i + 1];
        const Station& before = i > 0 ? stations[i - 1] : a;
        const Station& after = i + 1 < last ? stations[i + 2] : b;
        spans_.push_back({{before.centre, a.centre, b.centre, after.centre},
                          {before.across, a.across, b.across, after.across},
                          {before.half, a.half, b.half, after.half},
                          {before.power, a.power, b.power, after.power},
                          0.5F * glm::min(a.half, b.half)});
        longest = std::max(longest, glm::distance(a.centre, b.centre));
    }
    steps_ = std::clamp(static_cast<int>(std::ceil(longest / section_spacing)), 2, most_steps);
    for (const Span& span : spans_) {
        for (int step = 0; step <= steps_; ++step) {
            const float t = static_cast<float>(step) / static_cast<float>(steps_);
            const glm::vec3 centre = span.centre.at(t);
            const glm::vec4 half = glm::max(span.half.at(t), span.thinnest);
            const glm::vec3 reach(
                glm::length(glm::vec2(std::max(half.x, half.y), std::max(half.z, half.w))));
            box_.add(centre - reach);
            box_.add(centre + reach);
            if (step == steps_ && &span != &spans_.back()) {
                continue; // the next span's first section
            }
            const glm::vec3 normal = unit_or(span.centre.slope(t), span.centre.c1);
            const float widest = std::max(std::max(half.x, half.y), std::max(half.z, half.w));
            sections_.push_back({normal, glm::dot(normal, centre),
                                 widest * curvature(span.centre, t) > tight_bend});
        }
    }
}

/// The p-norm of the offset in units of the section, less one, over the length of its gradient.
float Tube::shape_distance(const Span& span, float t, const glm::vec3& point, bool cap) const {
    const glm::vec3 slope = span.centre.slope(t);
    const float speed = std::max(glm::length(slope), 1e-6F);
    const glm::vec3 along = slope / speed;
    const glm::vec3 offset = point - span.centre.at(t);
    const glm::vec3 wanted = span.across.at(t);
    const glm::vec3 u = unit_or(wanted - along * glm::dot(wanted, along), any_perpendicular(along));
    const glm::vec3 v = glm::cross(along, u);
    const glm::vec4 free_half = span.half.at(t);
    const glm::vec4 half = glm::max(free_half, span.thinnest);
    const glm::vec4 widening =
        glm::mix(span.half.slope(t), glm::vec4(0.0F), glm::lessThan(free_half, span.thinnest));
    const float x = glm::dot(offset, u), y = glm::dot(offset, v);
    const int i = x >= 0.0F ? 0 : 1, j = y >= 0.0F ? 2 : 3;
    const float thin = std::min(std::min(half.x, half.y), std::min(half.z, half.w));
    const glm::vec3 radii(half[i], half[j], thin);
    const glm::vec3 q = glm::abs(glm::vec3(x, y, cap ? glm::dot(offset, along) : 0.0F)) / radii;
    const float power = std::clamp(span.power.at(t), smallest_power, largest_power);
    const float greatest = std::max({q.x, q.y, q.z});
    if (greatest < 1e-6F) {
        return -thin;
    }
    const glm::vec3 unit = q / greatest; // keeps the powers within range
    const float sum = raise(unit.x, power) + raise(unit.y, power) + raise(unit.z, power);
    const float norm = greatest * std::pow(sum, 1.0F / power);
    const glm::vec3 ratio = q / norm;
    const glm::vec3 weight(raise(ratio.x, power - 1.0F), raise(ratio.y, power - 1.0F),
                           raise(ratio.z, power - 1.0F));
    glm::vec3 gradient = weight / radii;
    if (!cap) {
        gradient.z = (weight.x * ratio.x * widening[i] / radii.x +
                      weight.y * ratio.y * widening[j] / radii.y) /
                     speed;
    }
    return (norm - 1.0F) / std::max(glm::length(gradient), 1e-6F);
}

/// Finds where between two sections the line's normal plane holds the point.
float Tube::section_distance(std::size_t section, const glm::vec3& point, float before,
                             float after) const {
    const auto steps = static_cast<std::size_t>(steps_);
    const Span& span = spans_[section / steps];
    const float low = static_cast<float>(section % steps) / static_cast<float>(steps_);
    const float high = low + 1.0F / static_cast<float>(steps_);
    float t = low + (high - low) * before / std::max(before - after, 1e-9F);
    for (int step = 0; step < newton_steps; ++step) {
        const glm::vec3 offset = point - span.centre.at(t);
        const glm::vec3 slope = span.centre.slope(t);
        const float change = glm::dot(offset, span.centre.bend(t)) - glm::dot(slope, slope);
        if (change > -1e-9F) {
            break; // beyond the centre of the bend
        }
        t = std::clamp(t - glm::dot(offset, slope) / change, low, high);
    }
    return shape_distance(span, t, point, false);
}

/// The distance to a lens about a section, as thick as the section is narrow.
float Tube::lens_distance(std::size_t section, const glm::vec3& point, float cut_off) const {
    const auto steps = static_cast<std::size_t>(steps_);
    const std::size_t index = std::min(section / steps, spans_.size() - 1);
    const Span& span = spans_[index];
    const float t = static_cast<float>(section - index * steps) / static_cast<float>(steps_);
    const glm::vec4 half = glm::max(span.half.at(t), span.thinnest);
    const float widest = std::max(std::max(half.x, half.y), std::max(half.z, half.w));
    if (glm::distance(point, span.centre.at(t)) - 1.5F * widest > cut_off) {
        return cut_off;
    }
    return shape_distance(span, t, point, true);
}

float Tube::distance(const glm::vec3& point) const {
    const auto offset_of = [&](const Section& section) {
        return glm::dot(section.normal, point) - section.offset;
    };
    float nearest = std::numeric_limits<float>::max();
    float before = offset_of(sections_.front());
    if (before < 0.0F) {
        nearest = shape_distance(spans_.front(), 0.0F, point, true);
    }
    for (std::size_t i = 0; i + 1 < sections_.size(); ++i) {
        const float after = offset_of(sections_[i + 1]);
        if (before >= 0.0F && after <= 0.0F) {
            nearest = std::min(nearest, section_distance(i, point, before, after));
        }
        before = after;
    }
    if (before > 0.0F) {
        nearest = std::min(nearest, shape_distance(spans_.back(), 1.0F, point, true));
    }
    for (std::size_t i = 0; i < sections_.size(); ++i) {
        if (sections_[i].folded) {
            nearest = std::min(nearest, lens_distance(i, point, nearest));
        }
    }
    return nearest;
}

} // namespace osteon::sculpt
