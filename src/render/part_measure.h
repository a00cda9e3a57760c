#pragma once

#include "view/geometry.h"

#include <vector>

namespace osteon::render {

/// What all of a part's surface comes to.
struct PartMeasure {
    /// Metres in the mean: twice its volume over its surface, which for a plate is its thickness
    /// and for a shaft half of it. 0 for open parts.
    float thickness = 0.0F;
    float area = 0.0F; ///< of its surface, square metres
    /// The thickness, for open parts as if they were closed: a guess.
    float plate = 0.0F;
};

/// The measures of a skeleton's parts.
std::vector<PartMeasure> measure_parts(const view::Geometry& geometry);

/// How far a level of a part strays, in metres: what its surface strays, and more where its
/// vertices, which carry the colour and light of bone, lie too far apart for that, or where the
/// inside of a plate may break through.
float level_error(const view::GeometryLevel& level, const PartMeasure& part);

} // namespace osteon::render
