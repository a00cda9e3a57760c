#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace osteon {

/// The nearest point of a triangle as weights of its corners (Ericson, Real-Time Collision
/// Detection, 2005, section 5.1.5).
glm::vec3 nearest_weights(const glm::vec3& point, const glm::vec3& a, const glm::vec3& b,
                          const glm::vec3& c);

} // namespace osteon
