#pragma once

#include "base/descriptor.h"
#include "base/error.h"

#include <filesystem>
#include <string>

namespace osteon {

/// A file that is written out of sight, in the folder of its target, and takes the target's place
/// when it is whole. Until then the target stays as it was; it is removed where it never is.
class HiddenFile {
public:
    /// Opens one for writing. Creates missing folders; follows a symbolic link, so that the file
    /// behind it is replaced and not the link.
    static Result<HiddenFile> beside(const std::filesystem::path& target);
    HiddenFile(HiddenFile&& other) noexcept;
    HiddenFile& operator=(HiddenFile&&) = delete;
    ~HiddenFile();

    const std::filesystem::path& target() const { return target_; }
    /// Where it lies meanwhile.
    const std::string& path() const { return path_; }
    int descriptor() const { return descriptor_.get(); }

    /// Flushes it to disk, with what others wrote to its path, and puts it in its place.
    Result<void> take_place();

private:
    HiddenFile(std::filesystem::path target, std::string path, Descriptor descriptor);

    std::filesystem::path target_;
    std::string path_; ///< empty: it took its place or was moved from
    Descriptor descriptor_;
};

/// The permissions of a new file or folder: what the user's mask leaves of `wanted`.
unsigned permissions_left(unsigned wanted);

} // namespace osteon
