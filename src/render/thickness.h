#pragma once

#include "view/geometry.h"

#include <vector>

namespace osteon::render {

/// How thick each part of a skeleton is in the mean, in metres: twice its volume over its surface,
/// which for a plate is its thickness and for a shaft half of it. 0 for open parts.
std::vector<float> mean_thickness(const view::Geometry& geometry);

} // namespace osteon::render
