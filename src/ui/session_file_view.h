#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace osteon::ui {

/// A session file that can be opened by a click.
struct KnownSessionFile {
    std::filesystem::path path;
    std::string when; ///< when it was last written, as the user reads it
};

/// What the interface shows of session files.
struct SessionFileView {
    std::filesystem::path current;       ///< that the notes were read from or saved to; empty: none
    std::filesystem::path folder;        ///< where new ones go
    bool unsaved = false;                ///< there are notes that no file holds
    std::size_t recoverable = 0;         ///< notes of a session that ended unexpectedly
    std::vector<KnownSessionFile> known; ///< newest first
    bool asks_to_close = false;          ///< the window is to close and `unsaved` holds
    /// Another file is to be opened, and `unsaved` holds; empty: none is.
    std::filesystem::path asks_to_open{};
};

} // namespace osteon::ui
