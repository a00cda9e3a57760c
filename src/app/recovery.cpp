#include "app/recovery.h"

#include "base/files.h"

#include <fmt/core.h>

#include <fcntl.h>
#include <sys/file.h>
#include <system_error>
#include <utility>

namespace osteon::app {
namespace {

namespace fs = std::filesystem;

constexpr int c_most_windows = 32; ///< at once on one account

} // namespace

std::optional<FileLock> FileLock::take(const fs::path& file, bool create) {
    const int flags = O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0);
    Descriptor descriptor(::open(file.c_str(), flags, 0600));
    if (!descriptor.is_open() || ::flock(descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
        return std::nullopt;
    }
    return FileLock(std::move(descriptor));
}

fs::path Recovery::file(int number, const char* suffix) const {
    return *folder_ / fmt::format("recovery-{}{}", number, suffix);
}

std::optional<fs::path> Recovery::take_left() {
    std::error_code ignored;
    for (int number = 1; folder_ && !lock_ && number <= c_most_windows; ++number) {
        const fs::path left = file(number, ".osteon");
        if (!fs::exists(left, ignored)) {
            continue;
        }
        lock_ = FileLock::take(file(number, ".lock"), true);
        if (lock_ && fs::exists(left, ignored)) {
            number_ = number;
            return left;
        }
        lock_.reset(); // another window has just taken or removed it
    }
    return std::nullopt;
}

Result<void> Recovery::keep(std::string_view text) {
    if (!folder_) {
        return {};
    }
    std::error_code error;
    fs::create_directories(*folder_, error);
    for (int number = 1; !lock_ && number <= c_most_windows; ++number) {
        if (fs::exists(file(number, ".osteon"), error)) {
            continue; // another window's, or left for the next start to ask about
        }
        lock_ = FileLock::take(file(number, ".lock"), true);
        number_ = number;
    }
    if (!lock_) {
        return fail({Fault::machine, folder_->string(), "",
                     "the notes cannot be kept for the case of a crash",
                     "Save them as a file, and make the folder writable"});
    }
    return write_file_atomically(file(number_, ".osteon"), text);
}

void Recovery::remove() {
    if (!lock_) {
        return;
    }
    std::error_code ignored;
    fs::remove(file(number_, ".osteon"), ignored);
    fs::remove(file(number_, ".lock"), ignored);
    lock_.reset();
}

} // namespace osteon::app
