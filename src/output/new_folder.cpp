#include "output/new_folder.h"

#include "base/file_errors.h"
#include "base/files.h"
#include "base/hidden_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace osteon::output {

namespace fs = std::filesystem;

namespace {

/// Why a target may not be replaced, or success.
Result<void> check_target(const fs::path& target, std::string_view mark) {
    std::error_code error;
    const fs::file_status status = fs::status(target, error);
    if (status.type() == fs::file_type::not_found) {
        return {};
    }
    if (!fs::is_directory(status)) {
        return fail({Fault::usage, target.string(), "", "this is a file, not a folder",
                     "Name a new or an empty folder"});
    }
    if (fs::exists(target / mark, error) || fs::is_empty(target, error)) {
        return {};
    }
    return fail({Fault::usage, target.string(), "",
                 "the folder holds other files, which would be lost",
                 "Name a new or an empty folder, or one of an earlier export"});
}

} // namespace

NewFolder::NewFolder(fs::path target, fs::path hidden)
    : target_(std::move(target))
    , hidden_(std::move(hidden)) {}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : target_(std::move(other.target_))
    , hidden_(std::exchange(other.hidden_, {})) {}

NewFolder::~NewFolder() {
    if (!hidden_.empty()) {
        std::error_code error;
        fs::remove_all(hidden_, error);
    }
}

Result<NewFolder> NewFolder::create(const fs::path& target, std::string_view mark) {
    std::error_code error;
    // Resolves links and a trailing slash, so that the folder itself is replaced.
    fs::path real = fs::weakly_canonical(fs::absolute(target, error), error);
    if (!real.has_filename()) {
        real = real.parent_path();
    }
    if (auto checked = check_target(real, mark); !checked) {
        return fail(checked.error());
    }
    fs::create_directories(real.parent_path(), error);
    if (error) {
        return fail(writing_error(target, error.value()));
    }
    std::string name = (real.parent_path() / ("." + real.filename().string() + ".XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) {
        return fail(writing_error(target, errno));
    }
    NewFolder folder(std::move(real), std::move(name));
    if (::chmod(folder.hidden_.c_str(), permissions_left(0777)) != 0) {
        return fail(writing_error(target, errno));
    }
    return folder;
}

Error NewFolder::told_of_target(Error error) const {
    error.subject = target_.string();
    return error;
}

Result<void> NewFolder::write(const fs::path& name, std::string_view text) const {
    return write_file_atomically(hidden_ / name, text).map_error([this](Error error) {
        return told_of_target(std::move(error));
    });
}

Result<void> NewFolder::take_place() {
    // An empty or missing target gives way to a rename; an earlier export changes places.
    if (::rename(hidden_.c_str(), target_.c_str()) == 0) {
        hidden_.clear();
        return {};
    }
    if ((errno != ENOTEMPTY && errno != EEXIST) ||
        ::renameat2(AT_FDCWD, hidden_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) != 0) {
        return fail(writing_error(target_, errno));
    }
    return {}; // what is hidden now is the earlier one, and the destructor removes it
}

} // namespace osteon::output
