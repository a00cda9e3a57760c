#pragma once

#include "anatomy/model.h"
#include "knowledge/spread.h"
#include "view/lesion.h"

#include <glm/vec3.hpp>

#include <string_view>
#include <vector>

namespace osteon::view {

/// A place of a bone's surface that a lesion may break through: over red marrow, and in sight.
struct MarrowPlace {
    glm::vec3 place{0.0F};
    glm::vec3 outward{0.0F};
};

/// The part of a bone that holds red marrow in an adult.
struct MarrowBone {
    anatomy::BoneIndex bone = anatomy::no_bone;
    std::string_view region;     ///< one of knowledge::spread_regions
    float least_radius = 0.005F; ///< of lesions there, metres
    float most_radius = 0.01F;
    std::vector<MarrowPlace> places; ///< never empty
};

/// The red marrow of a model, by bone. Found once for each model.
using Marrow = std::vector<MarrowBone>;
Marrow find_marrow(const anatomy::SkeletonModel& model, const anatomy::Registry& registry);

/// How many lesions a region shows: 0 where it is rarely reached, several where it often is. From
/// the primary's figure for the region, else from its heat. An illustration of "often" by number,
/// not an estimate of one patient's lesions.
int lesion_count(const knowledge::Primary& primary, std::string_view region);

/// The lesions of one imagined patient with this primary, sorted by bone. The same primary and
/// model always give the same.
std::vector<Lesion> place_lesions(const knowledge::Primary& primary, const Marrow& marrow);

} // namespace osteon::view
