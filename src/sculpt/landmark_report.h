#pragma once

#include "anatomy/landmark_places.h"
#include "anatomy/registry.h"
#include "sculpt/recipe.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::sculpt {

/// What the recipes tell of one of the registry's landmarks.
struct LandmarkReport {
    std::string link;               ///< "femur_right#greater_trochanter"
    std::optional<glm::vec3> place; ///< mm; absent: no recipe tells it
    float off = 0.0F;               ///< mm from the bone's surface, below zero within the bone
    bool opening = false;

    /// What is wrong with it, in words; empty: nothing. Openings may lie anywhere.
    std::string fault() const;
};

/// All landmarks of midline and right bones, and of left ones with a recipe of their own.
std::vector<LandmarkReport> report_landmarks(const std::vector<BoneRecipe>& recipes,
                                             const anatomy::Registry& registry);

/// The places that the recipes tell, in metres.
std::vector<anatomy::ToldPlace> told_places(const std::vector<BoneRecipe>& recipes);

/// Says on the standard error output which landmarks have no place or lie off their bone.
void warn_of_landmarks(const std::vector<BoneRecipe>& recipes, const anatomy::Registry& registry);

/// Gives a built model its landmarks, and warns of those that are wrong.
void add_landmarks(anatomy::SkeletonModel& model, const std::vector<BoneRecipe>& recipes,
                   const anatomy::Registry& registry);

} // namespace osteon::sculpt
