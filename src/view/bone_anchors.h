#pragma once

#include "anatomy/model.h"

#include <vector>

namespace osteon::view {

/// A place on a bone's surface that a name may point at.
struct SurfacePoint {
    glm::vec3 place{0.0F};   ///< metres
    glm::vec3 outward{0.0F}; ///< of unit length
    bool operator==(const SurfacePoint&) const = default;
};

/// Where the name of a bone may point, whichever side is looked at.
struct BoneAnchor {
    anatomy::BoneIndex bone = anatomy::no_bone;
    glm::vec3 centre{0.0F}; ///< metres; of the surface, by area
    float surface = 0.0F;   ///< square metres
    float size = 0.0F;      ///< metres; the diagonal of its box
    std::vector<SurfacePoint> points;
};

/// For every bone of a model, in its order: points near the middle that look to all sides, and
/// some towards its ends for where the middle is covered. Once per model: a few milliseconds.
std::vector<BoneAnchor> find_bone_anchors(const anatomy::SkeletonModel& model);

} // namespace osteon::view
