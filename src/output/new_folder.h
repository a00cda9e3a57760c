#pragma once

#include "base/error.h"

#include <filesystem>
#include <string_view>

namespace osteon::output {

/// A folder that is written whole or not at all: files go to a hidden folder beside it, which takes
/// its place at the end. Where that does not come, the hidden folder is removed again.
class NewFolder {
public:
    /// Prepares to write `target`. It may be missing, empty, or an earlier one, which holds a file
    /// named `mark`; anything else is refused, so that nobody's files are lost.
    static Result<NewFolder> create(const std::filesystem::path& target, std::string_view mark);

    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;
    ~NewFolder();

    /// Writes a file; `name` is its path in the folder. Errors name the target, not the hidden one.
    Result<void> write(const std::filesystem::path& name, std::string_view text) const;
    /// Where a file is to be written by others meanwhile.
    const std::filesystem::path& path() const { return hidden_; }
    /// An error from writing to `path()`, told of the target.
    Error told_of_target(Error error) const;

    /// Puts all that was written in the place of the target.
    Result<void> take_place();

private:
    NewFolder(std::filesystem::path target, std::filesystem::path hidden);

    std::filesystem::path target_;
    std::filesystem::path hidden_; ///< empty: nothing is to be removed
};

} // namespace osteon::output
