#pragma once

#include "base/error.h"

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace osteon::app {

/// The system's speech: spd-say, the client of speech-dispatcher, as a child process of which a
/// thread awaits the end. Nothing goes through a shell.
class Speech {
public:
    /// Looks for spd-say in the folders of `path`, written as $PATH is.
    explicit Speech(std::string_view path);

    /// Why nothing can be said, an English sentence that is translated where it is shown; empty: it
    /// can.
    const char* missing() const;
    /// Says words in a language ("de") after what is being said. The error is that the program
    /// could not be started, or failed with the words before.
    Result<void> say(const std::string& words, const std::string& language);

private:
    std::optional<std::filesystem::path> program_;
    std::shared_ptr<std::atomic<bool>> failed_; ///< by the words before; shared with their threads
};

/// The beginning of words, at most so many bytes and no letter cut in two.
std::string_view beginning_of(std::string_view words, std::size_t most);

/// $PATH, empty where there is none.
std::string_view search_path();

} // namespace osteon::app
