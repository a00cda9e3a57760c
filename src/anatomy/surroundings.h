#pragma once

#include "anatomy/model.h"
#include "anatomy/registry.h"
#include "anatomy/vessels.h"

#include <filesystem>
#include <vector>

namespace osteon::anatomy {

/// What lies around the bones, in the space of the built-in skeleton: the organs from which
/// metastases come, and the vessels by which cells travel.
struct Surroundings {
    Registry organs;       ///< assets/anatomy/organs.toml
    SkeletonModel shapes;  ///< the organs' surfaces; their indices are those of `organs`
    SkeletonModel outline; ///< of the built-in skeleton: the boxes of its bones, no surfaces
    std::vector<Vessel> vessels;
};

/// Loads organs.toml, organs.skeleton, vessels.toml and the outline of builtin.skeleton from
/// `folder`.
Result<Surroundings> load_surroundings(const std::filesystem::path& folder,
                                       const Registry& registry);

/// From the space of the built-in skeleton to that of a model, axis by axis.
struct BodyFit {
    glm::vec3 scale{1.0F};
    glm::vec3 offset{0.0F};

    glm::vec3 operator()(const glm::vec3& place) const { return offset + scale * place; }
    bool operator==(const BodyFit&) const = default;
};

/// Lays the trunk of the built-in skeleton (spine, ribs, sternum, pelvis) over that of a model, by
/// the boxes of those of its bones that both have; nothing moves where they share too few to tell.
BodyFit fit_body(const SkeletonModel& outline, const SkeletonModel& model,
                 const Registry& registry);

} // namespace osteon::anatomy
