#pragma once

#include "base/error.h"
#include "sculpt/solid.h"
#include "sculpt/tube.h"

#include <glm/vec4.hpp>

#include <string>
#include <vector>

namespace osteon::sculpt {

/// The smooth line through a few places near a solid's surface, laid onto that surface: the middle
/// of a groove or ridge. Each row is a place and the half-width there; the section reaches `height`
/// mm off the surface to both sides, and both taper towards the ends. Places must lie within 20 mm
/// of the surface; the error says which does not.
tl::expected<std::vector<Station>, std::string>
lay_on_surface(const Solid& solid, const std::vector<glm::vec4>& rows, float height);

} // namespace osteon::sculpt
