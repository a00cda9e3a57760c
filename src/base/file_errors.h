#pragma once

#include "base/error.h"

#include <filesystem>

namespace osteon {

/// Why a file could not be read, from the number in errno.
Error reading_error(const std::filesystem::path& path, int number);
/// Why a file or folder could not be written, from the number in errno.
Error writing_error(const std::filesystem::path& path, int number);

} // namespace osteon
