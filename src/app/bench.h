#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <string>

namespace osteon::app {

/// Runs one bench; the text is JSON or lines of "name value".
Result<std::string> run_bench(const AtlasSource& load, const RunBench& command);

} // namespace osteon::app
