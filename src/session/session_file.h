#pragma once

#include "base/error.h"
#include "session/saved_session.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::session {

/// The version that this program writes: docs/session-file.md. Files of another major version are
/// refused; of a newer minor one all is read that is understood here.
inline constexpr int session_file_major = 1;
inline constexpr int session_file_minor = 0;

inline constexpr std::string_view session_file_suffix = ".osteon";
inline constexpr std::size_t largest_session_file = std::size_t{64} << 20;

/// A session that was read, and the names of what it holds beside it that this version of the
/// program, or its content, does not know: "notes.arrows", "stage.site". That is left out.
struct LoadedSession {
    SavedSession session;
    std::vector<std::string> unknown;
};

/// Whether a path ends as session files do.
bool is_session_file(const std::filesystem::path& path);

/// What is to be saved of a running session; not a question of study mode, which has the stage for
/// a while.
SavedSession saved_session(const Session& session, std::string title);

/// The file's text. What was read from it is equal to what was written.
std::string session_text(const SavedSession& saved, const World& world);

/// Reads all of a text or nothing. Errors name the place by line and column, or by the name of the
/// value: "notes.pins[2].at.bone". `subject` is the file in messages.
Result<LoadedSession> parse_session(std::string_view text, const std::string& subject,
                                    const World& world);

Result<LoadedSession> load_session(const std::filesystem::path& file, const World& world);
/// Whole or not at all.
Result<void> save_session(const SavedSession& saved, const std::filesystem::path& file,
                          const World& world);

} // namespace osteon::session
