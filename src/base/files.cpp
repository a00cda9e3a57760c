#include "base/files.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace osteon {

namespace fs = std::filesystem;

namespace {

/// Owns a POSIX file descriptor.
class Descriptor {
public:
    explicit Descriptor(int descriptor)
        : descriptor_(descriptor) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept
        : descriptor_(std::exchange(other.descriptor_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { static_cast<void>(close_now()); }

    int get() const { return descriptor_; }
    bool open() const { return descriptor_ >= 0; }
    /// Closes ahead of the destructor, since a network disk may report a failed write only now.
    bool close_now() {
        const int descriptor = std::exchange(descriptor_, -1);
        return descriptor < 0 || ::close(descriptor) == 0;
    }

private:
    int descriptor_;
};

/// A file that is removed again unless it is kept.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string path)
        : path_(std::move(path)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (!kept_) {
            ::unlink(path_.c_str());
        }
    }
    void keep() { kept_ = true; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    bool kept_ = false;
};

Error reading_error(const fs::path& path, int number) {
    Error error{.fault = Fault::input,
                .subject = path.string(),
                .place = {},
                .reason = std::string("cannot be read: ") + std::strerror(number),
                .cure = {}};
    if (number == ENOENT || number == ENOTDIR) {
        error.reason = "there is no such file";
        error.cure = "Check the spelling of the path";
    } else if (number == EACCES || number == EPERM) {
        error.reason = "you may not read this file";
        error.cure = "Change its permissions, or copy it to a place of your own";
    } else if (number == ENOMEM) {
        error.fault = Fault::machine;
        error.reason = "there is not enough memory to read it";
        error.cure = "Close other programs";
    }
    return error;
}

Error writing_error(const fs::path& path, int number) {
    Error error{.fault = Fault::machine,
                .subject = path.string(),
                .place = {},
                .reason = std::string("cannot be written: ") + std::strerror(number),
                .cure = "Choose another place"};
    if (number == ENOSPC || number == EDQUOT) {
        error.reason = "the disk is full";
        error.cure = "Free some space, or choose a place on another disk";
    } else if (number == EACCES || number == EPERM) {
        error.reason = "you may not write in this folder";
        error.cure = "Change its permissions, or choose another place";
    } else if (number == EROFS) {
        error.reason = "this disk can only be read";
    } else if (number == ENOTDIR || number == EEXIST) {
        error.reason = "a part of this path is a file, not a folder";
    } else if (number == EISDIR) {
        error.reason = "this is a folder, not a file";
    }
    return error;
}

Error refusal(const fs::path& path, std::string reason, std::string cure) {
    return {.fault = Fault::input,
            .subject = path.string(),
            .place = {},
            .reason = std::move(reason),
            .cure = std::move(cure)};
}

struct OpenFile {
    Descriptor descriptor;
    std::size_t size;
};

/// Opens a regular file for reading. Does not wait for the writer of a pipe.
Result<OpenFile> open_regular(const fs::path& path) {
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!descriptor.open() || ::fstat(descriptor.get(), &status) != 0) {
        return fail(reading_error(path, errno));
    }
    if (S_ISDIR(status.st_mode)) {
        return fail(refusal(path, "this is a folder, not a file", "Name a file in it"));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(refusal(path, "this is not an ordinary file", "Copy it to an ordinary file"));
    }
    return OpenFile{std::move(descriptor), static_cast<std::size_t>(status.st_size)};
}

/// Reads until the buffer is full or the file ends; the number of bytes, or -1 with errno.
ssize_t read_fully(int descriptor, std::span<char> buffer) {
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = ::read(descriptor, buffer.data() + done, buffer.size() - done);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return -1;
        }
        if (count == 0) {
            break;
        }
        done += static_cast<std::size_t>(count);
    }
    return static_cast<ssize_t>(done);
}

bool write_fully(int descriptor, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

/// The permissions a new file at `path` should have: those of the file it replaces, else those that
/// the user's mask leaves.
mode_t permissions_for(const fs::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) {
        return status.st_mode & 0777;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

/// Makes the rename itself durable. Some file systems cannot sync a folder; the file is whole
/// either way, so that a failure here is none of the caller's concern.
void sync_folder(const fs::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.open()) {
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

} // namespace

Result<std::string> read_file(const fs::path& path, std::size_t limit) {
    auto file = open_regular(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    if (file->size > limit) {
        return fail(refusal(path,
                            "the file has " + std::to_string(file->size) +
                                " bytes, more than the " + std::to_string(limit) +
                                " that are accepted here",
                            "Use a smaller file"));
    }
    std::string text(file->size, '\0');
    const ssize_t count = read_fully(file->descriptor.get(), text);
    if (count < 0) {
        return fail(reading_error(path, errno));
    }
    text.resize(static_cast<std::size_t>(count));
    return text;
}

Result<void> write_file_atomically(const fs::path& path, std::span<const std::byte> bytes) {
    const fs::path target = real_target(path);
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return fail(writing_error(path, error.value()));
    }
    std::string name = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    Descriptor descriptor(::mkostemp(name.data(), O_CLOEXEC));
    if (!descriptor.open()) {
        return fail(writing_error(path, errno));
    }
    TemporaryFile temporary(std::move(name));
    if (!write_fully(descriptor.get(), bytes) ||
        ::fchmod(descriptor.get(), permissions_for(target)) != 0 ||
        ::fsync(descriptor.get()) != 0 || !descriptor.close_now() ||
        ::rename(temporary.path().c_str(), target.c_str()) != 0) {
        return fail(writing_error(path, errno));
    }
    temporary.keep();
    sync_folder(folder);
    return {};
}

Result<void> write_file_atomically(const fs::path& path, std::string_view text) {
    return write_file_atomically(path, std::as_bytes(std::span(text.data(), text.size())));
}

void release_pages(std::span<const std::byte> mapped) {
    if (!mapped.empty()) {
        ::madvise(const_cast<std::byte*>(mapped.data()), mapped.size(), MADV_DONTNEED);
    }
}

Result<MappedFile> map_file(const fs::path& path) {
    auto file = open_regular(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    const std::size_t size = file->size;
    if (size == 0) {
        return fail(refusal(path, "the file is empty", "Use a complete copy of it"));
    }
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file->descriptor.get(), 0);
    if (address == MAP_FAILED) {
        return fail(reading_error(path, errno));
    }
    return MappedFile{.bytes = {static_cast<const std::byte*>(address), size},
                      .storage = std::shared_ptr<const void>(address, [size](const void* mapped) {
                          ::munmap(const_cast<void*>(mapped), size);
                      })};
}

} // namespace osteon
