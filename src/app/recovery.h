#pragma once

#include "base/descriptor.h"
#include "base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace osteon::app {

/// A lock on a file that ends with the process, however that ends (flock(2)).
class FileLock {
public:
    /// None where another process holds it, or the file cannot be opened.
    static std::optional<FileLock> take(const std::filesystem::path& file, bool create);

private:
    explicit FileLock(Descriptor descriptor)
        : descriptor_(std::move(descriptor)) {}
    Descriptor descriptor_; ///< the lock goes with it
};

/// The one file in which a running window keeps its unsaved notes, so that they outlive a crash.
/// Several windows have one each: "recovery-1.osteon" and so on, with a lock beside it. A file
/// whose lock nobody holds was left by a session that ended unexpectedly.
///
/// Nothing is written before keep() is called.
class Recovery {
public:
    /// Without a folder nothing is kept.
    explicit Recovery(std::optional<std::filesystem::path> folder)
        : folder_(std::move(folder)) {}

    /// Takes over the file that another session left, if there is one, and returns its path. It
    /// stays until remove().
    std::optional<std::filesystem::path> take_left();

    /// Writes the text, whole or not at all.
    Result<void> keep(std::string_view text);
    /// Takes file and lock away, as at a clean end. Nothing where nothing is kept.
    void remove();
    bool keeps() const { return lock_.has_value(); }

private:
    std::filesystem::path file(int number, const char* suffix) const;

    std::optional<std::filesystem::path> folder_;
    std::optional<FileLock> lock_;
    int number_ = 0; ///< of the file, while the lock is held
};

} // namespace osteon::app
