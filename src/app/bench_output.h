#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <nlohmann/json.hpp>

namespace osteon::app {

/// Times the sheets to take home of every site with every primary, each alone too: the picture of
/// each site, and setting and writing each PDF into a folder of its own, which is removed again.
Result<nlohmann::ordered_json> bench_handout(const Atlas& atlas, const RunBench& command);

/// Times a video of a minute of the first tour that ships, in the size of the command: the whole,
/// and how much of it was drawn.
Result<nlohmann::ordered_json> bench_video(const Atlas& atlas, const RunBench& command);

} // namespace osteon::app
