#pragma once

#include "base/error.h"
#include "session/settings_file.h"

namespace osteon::app {

/// The settings in the user's configuration folder, or the default ones.
session::LoadedSettings remembered_settings();

/// Keeps the settings for the next start; nothing is kept where the user has no home folder.
Result<void> remember(const session::Settings& settings);

} // namespace osteon::app
