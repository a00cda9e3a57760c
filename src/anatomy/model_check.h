#pragma once

#include "anatomy/model.h"

namespace osteon::anatomy {

/// Whether every range, index and bone of a model read from a file lies where it must, so that
/// drawing it cannot read outside its buffers. `bone_count` is the registry's.
bool is_consistent(const SkeletonModel& model, std::size_t bone_count);

} // namespace osteon::anatomy
