#pragma once

#include "base/error.h"

#include <filesystem>

namespace osteon::sculpt {

/// Meshes every recipe and writes the built-in skeleton.
Result<void> build_skeleton(const std::filesystem::path& recipes,
                            const std::filesystem::path& registry,
                            const std::filesystem::path& output);

} // namespace osteon::sculpt
