#include "base/files.h"

#include "base/file_errors.h"
#include "base/hidden_file.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace osteon {

namespace fs = std::filesystem;

namespace {

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
    if (!descriptor.is_open() || ::fstat(descriptor.get(), &status) != 0) {
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
    auto file = HiddenFile::beside(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    if (!write_fully(file->descriptor(), bytes)) {
        return fail(writing_error(path, errno));
    }
    return file->take_place();
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
