#pragma once

#include "anatomy/model.h"
#include "base/error.h"

#include <cstddef>
#include <span>
#include <vector>

namespace osteon::anatomy {

/// The shipped skeleton is a prepared model, compressed with meshoptimizer's vertex and index
/// codecs, so that it is small in the repository and needs neither import nor preparation.
/// Bones and landmarks are stored by id, so that the registry may grow without making the file
/// stale; a landmark that the registry no longer names is left out. Grain and curvature of the
/// surface are left out, and worked out again by decoding.
std::vector<std::byte> encode_builtin(const SkeletonModel& model, const Registry& registry);
Result<SkeletonModel> decode_builtin(std::span<const std::byte> bytes, const Registry& registry);

/// What the shipped skeleton tells without its surfaces: the boxes of its bones and the places of
/// its landmarks. Quick, since nothing is decompressed; it has neither vertices nor indices.
Result<SkeletonModel> decode_builtin_outline(std::span<const std::byte> bytes,
                                             const Registry& registry);

} // namespace osteon::anatomy
