#pragma once

#include "view/geometry.h"

#include <cstdint>
#include <vector>

namespace osteon::render {

/// How much the surface bends at each vertex, -127..127: ridges and heads above 0, grooves and
/// sockets below; 0 is flat. Half of the scale is a mean curvature of 60 per metre, which a ball of
/// 17 mm has.
std::vector<std::int8_t> curvature_of(const view::Geometry& geometry);

} // namespace osteon::render
