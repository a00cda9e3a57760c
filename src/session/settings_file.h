#pragma once

#include "session/session.h"

#include <filesystem>

namespace osteon::session {

/// Settings read from a TOML file. A missing file gives the defaults. A damaged file, or a value
/// out of range, gives defaults for what could not be read and says so in `warning`; the damaged
/// file is kept beside as "<name>.damaged" before it is next written.
struct LoadedSettings {
    Settings settings;
    std::string warning; ///< empty: none
};
LoadedSettings load_settings(const std::filesystem::path& file);
Result<void> save_settings(const Settings& settings, const std::filesystem::path& file);

} // namespace osteon::session
