#pragma once

#include "anatomy/surface_tree.h"

#include <vector>

namespace osteon::sculpt {

/// A closed or open outline that a plane cuts out of a surface, measured as by calipers, in the
/// surface's unit.
struct Outline {
    glm::vec3 centre{0.0F};                        ///< middle of the outline, by length
    glm::vec3 across{0.0F};                        ///< unit direction of its greatest spread
    glm::vec3 up{0.0F};                            ///< at right angles to it, in the plane
    float across_plus = 0.0F, across_minus = 0.0F; ///< reach from the centre along +-across
    float up_plus = 0.0F, up_minus = 0.0F;         ///< and along +-up
    float length = 0.0F;                           ///< all round
    bool closed = false;
};

/// Cuts a surface by the plane through `point` at right angles to `normal`; the longest outline
/// first. The surface's own vertices should not lie exactly in the plane: those are taken as above.
std::vector<Outline> cut_outlines(const anatomy::TriangleMesh& mesh, const glm::vec3& point,
                                  const glm::vec3& normal);

} // namespace osteon::sculpt
