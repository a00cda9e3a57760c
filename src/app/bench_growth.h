#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <nlohmann/json.hpp>

namespace osteon::app {

/// Draws the skeleton 1, 4, 16 and 64 times, as a wall with all of it in view, and tells how frames
/// and memory grow.
Result<nlohmann::ordered_json> bench_growth(const Atlas& atlas, const RunBench& command);

} // namespace osteon::app
