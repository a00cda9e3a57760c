#pragma once

#include "base/error.h"
#include "render/renderer.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace osteon::output {

/// A picture as the bytes of a PNG; `file` is named in errors.
Result<std::vector<std::byte>> pack_png(const render::Image& image,
                                        const std::filesystem::path& file);

/// Writes a PNG, whole or not at all.
Result<void> write_png(const render::Image& image, const std::filesystem::path& file);

/// Reads a PNG as 8-bit RGBA, for comparing pictures.
Result<render::Image> read_png(const std::filesystem::path& file);

} // namespace osteon::output
