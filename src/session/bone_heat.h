#pragma once

#include "anatomy/registry.h"

#include <cstdint>

namespace osteon::session {

/// How hard a bone is for the learner, as study mode shows it on the skeleton.
struct BoneHeat {
    anatomy::BoneIndex bone = anatomy::no_bone;
    std::uint8_t step = 0; ///< 0..4, in the colours of heat
    bool operator==(const BoneHeat&) const = default;
};

} // namespace osteon::session
