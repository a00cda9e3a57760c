#pragma once

#include "base/error.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace osteon::app {

/// The system's speech: spd-say, the client of speech-dispatcher, as a child process that is not
/// waited for. Nothing goes through a shell.
class Speech {
public:
    /// Looks for spd-say in the folders of `path`, written as $PATH is.
    explicit Speech(std::string_view path);
    Speech(Speech&&) noexcept = default;
    Speech& operator=(Speech&&) noexcept = default;

    /// Why nothing can be said, an English sentence that is translated where it is shown; empty: it
    /// can.
    const char* missing() const;
    /// Says words in a language ("de") after what is being said. The error is that the program
    /// could not be started, or failed with the words before.
    Result<void> say(const std::string& words, const std::string& language);

private:
    bool earlier_failed();

    std::optional<std::filesystem::path> program_;
    std::vector<pid_t> running_;
};

/// $PATH, empty where there is none.
std::string_view search_path();

} // namespace osteon::app
