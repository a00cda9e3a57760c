#pragma once

#include "anatomy/model.h"

#include <string>
#include <vector>

namespace osteon::anatomy {

/// A landmark's place as its recipe tells it.
struct ToldPlace {
    std::string bone;      ///< id of the registry
    std::string landmark;  ///< id of a landmark of that bone
    glm::vec3 place{0.0F}; ///< metres
};

/// Farther from its bone than this a landmark is not moved onto the surface; metres.
inline constexpr float farthest_snap = 0.015F;

/// The places of the registry's landmarks on a model: moved onto the surface (openings are not),
/// and mirrored where only the partner's is told. What the registry does not name, and bones that
/// the model does not have, are left out.
std::vector<LandmarkPlace> place_landmarks(const SkeletonModel& model, const Registry& registry,
                                           const std::vector<ToldPlace>& told);

/// The places of `from` on another model: each bone's box is mapped to its bone's box there, and
/// the place moved to the nearest point of the surface (openings are not).
std::vector<LandmarkPlace> carry_landmarks(const SkeletonModel& from, const SkeletonModel& to,
                                           const Registry& registry);

} // namespace osteon::anatomy
