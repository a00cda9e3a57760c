#pragma once

#include "study/question.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::study {

/// How the stage shows a bone among its neighbours, from where it is seen: outer bones in their
/// place in the body, inner bones of the skull with that moved apart, and the ossicles of an ear
/// alone. `both_sides`: as its partner on the other side is seen too, so that the picture does not
/// tell which of both is meant.
Picture picture_of(BoneIndex bone, const anatomy::Registry& registry, bool both_sides);

/// The bones of regions: entries that are bones, without teeth, discs and cartilages.
std::vector<BoneIndex> bones_of_regions(const anatomy::Registry& registry,
                                        const std::vector<std::string>& regions);

/// An id of the registry without its side: "femur" of "femur_left".
std::string_view without_side(std::string_view id);

} // namespace osteon::study
