#pragma once

#include "anatomy/model.h"
#include "base/error.h"

#include <cstddef>
#include <span>
#include <vector>

namespace osteon::anatomy {

/// The shipped skeleton is a prepared model, compressed with meshoptimizer's vertex and index
/// codecs, so that it is small in the repository and needs neither import nor preparation.
/// Bones are stored by id, so that the registry may grow without making the file stale.
std::vector<std::byte> encode_builtin(const SkeletonModel& model, const Registry& registry);
Result<SkeletonModel> decode_builtin(std::span<const std::byte> bytes, const Registry& registry);

} // namespace osteon::anatomy
