#include "base/hidden_file.h"

#include "base/file_errors.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace osteon {

namespace fs = std::filesystem;

namespace {

/// The permissions a new file at `path` should have: those of the file it replaces, else those that
/// the user's mask leaves.
mode_t permissions_for(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        return status.st_mode & 0777;
    }
    return permissions_left(0666);
}

/// Makes the rename itself durable. Some file systems cannot sync a folder; the file is whole
/// either way, so that a failure here is none of the caller's concern.
void sync_folder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.is_open()) {
        static_cast<void>(::fsync(descriptor.get()));
    }
}

/// Follows a symbolic link, so that the file behind it is replaced and not the link.
fs::path real_target(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(path, error)) {
        return path;
    }
    fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target;
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

} // namespace

unsigned permissions_left(unsigned wanted) {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return wanted & ~mask;
}

HiddenFile::HiddenFile(fs::path target, std::string path, Descriptor descriptor)
    : target_(std::move(target))
    , path_(std::move(path))
    , descriptor_(std::move(descriptor)) {}

HiddenFile::HiddenFile(HiddenFile&& other) noexcept
    : target_(std::move(other.target_))
    , path_(std::exchange(other.path_, {}))
    , descriptor_(std::move(other.descriptor_)) {}

HiddenFile::~HiddenFile() {
    if (!path_.empty()) {
        ::unlink(path_.c_str());
    }
}

Result<HiddenFile> HiddenFile::beside(const fs::path& target) {
    fs::path real = real_target(target);
    const fs::path folder = folder_of(real);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(writing_error(target, error.value()));
    }
    std::string name = (folder / ("." + real.filename().string() + ".XXXXXX")).string();
    Descriptor descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (!descriptor.is_open()) {
        return fail(writing_error(target, errno));
    }
    HiddenFile file(std::move(real), std::move(name), std::move(descriptor));
    if (::fchmod(file.descriptor(), permissions_for(file.target_)) != 0) {
        return fail(writing_error(target, errno));
    }
    return file;
}

Result<void> HiddenFile::take_place() {
    if (::fsync(descriptor_.get()) != 0 || !descriptor_.close() ||
        ::rename(path_.c_str(), target_.c_str()) != 0) {
        return fail(writing_error(target_, errno));
    }
    path_.clear();
    sync_folder(folder_of(target_));
    return {};
}

} // namespace osteon
