#pragma once

#include "base/geometry.h"
#include "sculpt/spline.h"

#include <glm/vec4.hpp>

#include <vector>

namespace osteon::sculpt {

/// A cross-section of a tube: four quarters of ellipses (or super-ellipses) that share their axes.
struct Station {
    glm::vec3 centre{0.0F};
    glm::vec3 across{1.0F, 0.0F, 0.0F}; ///< the axis u; v is the tube's direction x u
    glm::vec4 half{1.0F};               ///< half-widths along +u, -u, +v, -v
    float power = 2.0F;                 ///< 2 an ellipse, 10 nearly a box
};

/// A tube of changing section along a smooth line, with rounded ends. The section that holds a
/// point is found on the smooth line itself, so that the surface does not show the line's steps.
class Tube {
public:
    /// Through at least two stations; neighbouring centres must be apart.
    explicit Tube(const std::vector<Station>& stations);

    /// First-order signed distance.
    float distance(const glm::vec3& point) const;
    Box bounds() const { return box_; }

private:
    struct Span {
        CubicSpan<glm::vec3> centre;
        CubicSpan<glm::vec3> across;
        CubicSpan<glm::vec4> half;
        CubicSpan<float> power;
        glm::vec4 thinnest{0.0F};
    };
    /// The plane of a section: points before it have a negative offset.
    struct Section {
        glm::vec3 normal{0.0F};
        float offset = 0.0F;
        /// Where the line bends more tightly than the tube is wide, planes cross within it and
        /// leave places without a section: there, a lens about the section fills the gap.
        bool folded = false;
    };
    float section_distance(std::size_t section, const glm::vec3& point, float before,
                           float after) const;
    float lens_distance(std::size_t section, const glm::vec3& point, float cut_off) const;
    float shape_distance(const Span& span, float t, const glm::vec3& point, bool cap) const;

    int steps_ = 1; ///< sections of a span
    std::vector<Span> spans_;
    std::vector<Section> sections_;
    Box box_;
};

} // namespace osteon::sculpt
