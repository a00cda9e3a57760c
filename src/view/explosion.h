#pragma once

#include "anatomy/model.h"
#include "anatomy/registry.h"
#include "session/session.h"
#include "view/markers.h"

#include <span>
#include <vector>

namespace osteon::view {

/// How far the pieces of a model are moved when it is exploded all the way, by registry index, in
/// metres. By region, skull, spine, thorax, pelvis and the parts of the limbs stay whole; by bone
/// their pieces are spread besides. What is left and right moves alike; a piece that the model
/// lacks does not move.
std::vector<glm::vec3> exploded_offsets(const anatomy::SkeletonModel& model,
                                        const anatomy::Registry& registry, bool by_bone);

/// Both ways of exploding a model, worked out once.
struct Explosions {
    std::vector<glm::vec3> by_region;
    std::vector<glm::vec3> by_bone;
};
Explosions explosions_of(const anatomy::SkeletonModel& model, const anatomy::Registry& registry);

/// How much of each way the pieces have gone, 0 to 1; between the two while one becomes the other.
struct Spread {
    float by_region = 0.0F;
    float by_bone = 0.0F;
    bool operator==(const Spread&) const = default;
};

/// What a stage asks for: nothing, unless it is exploded.
Spread spread_of(const session::Stage& stage);

/// The offsets of the bones, as Scene::offsets has them: empty where nothing is spread.
std::vector<glm::vec3> offsets_at(const Explosions& explosions, const Spread& spread);

/// The box around a model with its bones moved.
Box moved_bounds(const anatomy::SkeletonModel& model, std::span<const glm::vec3> offsets);

/// The places of marks, each moved with its bone.
Anchors moved_anchors(const Anchors& anchors, const anatomy::Registry& registry,
                      std::span<const glm::vec3> offsets);

/// Pieces on their way from one spread to another, eased in and out.
struct SpreadMotion {
    Spread from;
    Spread to;
    static constexpr float seconds = 0.6F;
};
Spread spread_at(const SpreadMotion& motion, float seconds);

} // namespace osteon::view
