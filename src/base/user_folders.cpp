#include "base/user_folders.h"

#include "base/files.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace osteon {
namespace {

namespace fs = std::filesystem;

const char* variable_of(UserFolder folder) {
    switch (folder) {
    case UserFolder::documents:
        return "XDG_DOCUMENTS_DIR";
    case UserFolder::videos:
        return "XDG_VIDEOS_DIR";
    case UserFolder::pictures:
        break;
    }
    return "XDG_PICTURES_DIR";
}

/// An absolute path of the environment, or an empty one.
fs::path from_environment(const char* name) {
    const char* const value = std::getenv(name);
    fs::path path = value != nullptr ? value : "";
    return path.is_absolute() ? path : fs::path();
}

/// The value of a line `NAME="$HOME/Pictures"` or `NAME="/mnt/pictures"`; empty where there is
/// none.
fs::path from_line(std::string_view line, std::string_view name, const fs::path& home) {
    const std::string begin = std::string(name) + "=\"";
    if (!line.starts_with(begin)) {
        return {};
    }
    std::string_view value = line.substr(begin.size());
    value = value.substr(0, value.find('"'));
    constexpr std::string_view from_home = "$HOME/";
    if (value.starts_with(from_home) && !home.empty()) {
        return home / value.substr(from_home.size());
    }
    return value.starts_with('/') ? fs::path(value) : fs::path();
}

fs::path from_file(const fs::path& home, std::string_view name) {
    const fs::path config = from_environment("XDG_CONFIG_HOME");
    const auto text =
        read_file((config.empty() ? home / ".config" : config) / "user-dirs.dirs", 1 << 16);
    fs::path found;
    for (std::string_view rest = text ? *text : std::string_view(); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        const fs::path named = from_line(rest.substr(0, end), name, home);
        found = named.empty() ? found : named;
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return found;
}

} // namespace

fs::path user_folder(UserFolder folder) {
    const char* const name = variable_of(folder);
    if (fs::path path = from_environment(name); !path.empty()) {
        return path;
    }
    const fs::path home = from_environment("HOME");
    if (fs::path path = from_file(home, name); !path.empty()) {
        return path;
    }
    return home.empty() ? fs::path(".") : home;
}

fs::path with_home(const fs::path& typed) {
    const fs::path home = from_environment("HOME");
    const std::string text = typed.string();
    return !home.empty() && text.starts_with("~/") ? home / text.substr(2) : typed;
}

fs::path free_file(const fs::path& folder, std::string_view name, std::string_view extension) {
    std::string sound;
    for (const char sign : name) {
        const bool refused = static_cast<unsigned char>(sign) < 32 ||
                             std::string_view("/\\:*?\"<>|").find(sign) != std::string_view::npos;
        sound += refused ? '-' : sign;
    }
    std::error_code error;
    fs::path file = folder / (sound + std::string(extension));
    for (int number = 2; fs::exists(file, error); ++number) {
        file = folder / (sound + " " + std::to_string(number) + std::string(extension));
    }
    return file;
}

} // namespace osteon
