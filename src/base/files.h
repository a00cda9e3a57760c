#pragma once

#include "base/error.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace osteon {

/// Reads a whole file. Refuses folders, missing and unreadable files, and files over `limit` bytes.
Result<std::string> read_file(const std::filesystem::path& path,
                              std::size_t limit = std::size_t{1} << 30);

/// Writes a file so that it is either wholly there or not changed at all: to a temporary file in
/// the same folder, flushed to disk, then renamed. Creates missing folders. A full disk, a folder
/// without permission and so on are `Fault::machine` errors, and leave nothing behind.
Result<void> write_file_atomically(const std::filesystem::path& path,
                                   std::span<const std::byte> bytes);
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view text);

/// A file mapped read-only into memory for as long as the pointer lives.
struct MappedFile {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> storage;
};
Result<MappedFile> map_file(const std::filesystem::path& path);

/// Gives back the memory that a mapped file's bytes take; what is read of them again comes from the
/// file. Nothing else may lie there: other memory would be lost.
void release_pages(std::span<const std::byte> mapped);

} // namespace osteon
