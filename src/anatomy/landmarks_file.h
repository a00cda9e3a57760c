#pragma once

#include "anatomy/registry.h"
#include "base/error.h"

#include <filesystem>
#include <vector>

namespace osteon::anatomy {

/// Reads assets/anatomy/landmarks.toml: one landmark for each bone that an entry names, on both
/// sides of the body, sorted by bone. Errors name the file, line and column: an unknown bone or
/// region, an id that a bone has twice, a missing Latin name.
Result<std::vector<Landmark>> load_landmarks(const std::filesystem::path& file,
                                             const Registry& registry);

} // namespace osteon::anatomy
