#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <nlohmann/json.hpp>

namespace osteon::app {

/// How long it takes from the wish for another room, and for the start of a tour, until its first
/// frame is drawn with all panels: the first time, when letters of its sizes may have to be drawn,
/// and the median of the times after.
Result<nlohmann::ordered_json> bench_modes(const Atlas& atlas, const RunBench& command);

} // namespace osteon::app
