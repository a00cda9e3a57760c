#pragma once

#include "base/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace osteon::anatomy {

/// The model files of a source: one file, or those in a folder or zip.
struct FileSet {
    std::vector<std::string> models; ///< by their path within the source, sorted
    std::string isa_table;           ///< the text of the table beside them; empty: there is none
    /// Reads a file by its path within the source. May be called from several threads.
    std::function<Result<std::string>(const std::string& name)> read;
};

/// A file that a model is made of, as far as it tells whether a cached model is stale.
struct FileStamp {
    std::string name;
    std::uint64_t size = 0;
    std::int64_t modified = 0; ///< nanoseconds of the file system's clock
    bool operator==(const FileStamp&) const = default;
};

/// Lists the model files at a path. Errors: missing, unreadable, nothing there that is a model; a
/// zip with names that lead outside, that is encrypted, damaged, or unpacks to absurd sizes.
Result<FileSet> open_file_set(const std::filesystem::path& path);

/// Opens a zip of model files; `open_file_set` does so for what looks like one.
Result<FileSet> open_zip(const std::filesystem::path& path);

/// The stamps of all files that `open_file_set` might read.
Result<std::vector<FileStamp>> stamp_files(const std::filesystem::path& path);

} // namespace osteon::anatomy
