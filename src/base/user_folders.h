#pragma once

#include <filesystem>
#include <string_view>

namespace osteon {

/// Folders that a desktop keeps for the user's own files.
enum class UserFolder { documents, pictures, videos };

/// The folder, by xdg-user-dirs: the environment's XDG_…_DIR, else the file user-dirs.dirs of the
/// configuration, else the home folder; the current folder where there is none. Not created.
std::filesystem::path user_folder(UserFolder folder);

/// "~/talk.osteon" as the shell reads it; other paths as they are.
std::filesystem::path with_home(const std::filesystem::path& typed);

/// A file of that name in a folder that is not there yet: with " 2", " 3" … behind the name where
/// it is. Signs that file systems refuse become "-".
std::filesystem::path free_file(const std::filesystem::path& folder, std::string_view name,
                                std::string_view extension);

} // namespace osteon
