#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <string>

namespace osteon::app {

/// Writes the content as plain pages, with pictures where this machine can draw; says how many.
Result<std::string> export_content(const Folders& folders, const ExportHtml& command);

} // namespace osteon::app
