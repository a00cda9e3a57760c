#include "base/paths.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace osteon {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view program_name = "osteon";

/// The path in an environment variable; the XDG rules say to ignore relative ones.
std::optional<fs::path> absolute_path_in(const char* variable) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') {
        return std::nullopt;
    }
    fs::path path(value);
    return path.is_absolute() ? std::optional(std::move(path)) : std::nullopt;
}

std::optional<fs::path> user_folder(const char* variable, std::string_view below_home) {
    if (const auto base = absolute_path_in(variable)) {
        return *base / program_name;
    }
    if (const auto home = absolute_path_in("HOME")) {
        return *home / below_home / program_name;
    }
    return std::nullopt;
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

} // namespace

std::optional<fs::path> cache_folder() {
    return user_folder("XDG_CACHE_HOME", ".cache");
}

std::optional<fs::path> config_folder() {
    return user_folder("XDG_CONFIG_HOME", ".config");
}

std::optional<fs::path> data_folder() {
    return user_folder("XDG_DATA_HOME", ".local/share");
}

std::optional<fs::path> state_folder() {
    return user_folder("XDG_STATE_HOME", ".local/state");
}

fs::path program_folder() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path(error) : program.parent_path();
}

Result<fs::path> shipped_folder(std::string_view name) {
    const fs::path program = program_folder();
    const fs::path installed = (program / "../share" / program_name / name).lexically_normal();
    if (is_folder(program / name)) {
        return program / name;
    }
    if (is_folder(installed)) {
        return installed;
    }
    // A build folder lies somewhere inside the checkout, which is known by its registry of bones.
    for (fs::path folder = program; folder.has_relative_path(); folder = folder.parent_path()) {
        std::error_code ignored;
        if (fs::exists(folder / "assets/anatomy/bones.toml", ignored) && is_folder(folder / name)) {
            return folder / name;
        }
    }
    return fail({.fault = Fault::machine,
                 .subject = std::string(name),
                 .place = {},
                 .reason = "the folder that ships with the program is neither beside it in " +
                           program.string() + ", nor at " + installed.string(),
                 .cure = "Install the program again, or run it from its build folder"});
}

} // namespace osteon
