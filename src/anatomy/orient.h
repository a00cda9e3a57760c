#pragma once

#include "anatomy/read_model.h"

#include <glm/mat3x3.hpp>

#include <span>
#include <string>
#include <vector>

namespace osteon::anatomy {

/// From the space of the files to the design's: metres, y up, facing +z, +x the body's left, feet
/// on y = 0, the midline at x = 0, the vertebral column about z = 0.
struct Placement {
    glm::mat3 axes{1.0F}; ///< turns, and mirrors where its determinant is negative
    float metres_per_unit = 1.0F;
    glm::vec3 offset{0.0F}; ///< metres, after turning and scaling
    std::string unit_reason;
    std::string orientation;
    std::vector<std::string> warnings;

    glm::vec3 apply(const glm::vec3& point) const {
        return metres_per_unit * (axes * point) + offset;
    }
};

/// Finds the placement from where the matched bones lie to each other and from what the files say.
/// `matches` are those of `pieces`, one each. Error: no unit makes a skeleton of human size of it.
Result<Placement> place_model(const Registry& registry, std::span<const Piece> pieces,
                              std::span<const Match> matches, const FileHints& hints,
                              const ImportOptions& options);

} // namespace osteon::anatomy
