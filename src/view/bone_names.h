#pragma once

#include "anatomy/registry.h"

#include <string>

namespace osteon::view {

/// What a bone is called beside a picture, where space is dear: "Rib 6", "L3", "Metacarpal 2",
/// "Femur"; with its side "Left rib 6".
std::string short_name(const anatomy::Registry& registry, const anatomy::Bone& bone,
                       bool with_side);

/// The same for a region: "Ribs", with its side "Left ribs".
std::string short_name(const anatomy::Registry& registry, const anatomy::Region& region,
                       bool with_side);

} // namespace osteon::view
