#include "app/remembered_settings.h"

#include "base/paths.h"

#include <filesystem>
#include <optional>

namespace osteon::app {
namespace {

std::optional<std::filesystem::path> settings_file() {
    auto folder = config_folder();
    if (folder) {
        *folder /= "settings.toml";
    }
    return folder;
}

} // namespace

session::LoadedSettings remembered_settings() {
    const auto file = settings_file();
    return file ? session::load_settings(*file) : session::LoadedSettings{};
}

Result<void> remember(const session::Settings& settings) {
    const auto file = settings_file();
    return file ? session::save_settings(settings, *file) : Result<void>{};
}

} // namespace osteon::app
