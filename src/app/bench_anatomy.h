#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <string>

namespace osteon::app {

/// Measures the model against a folder of reference meshes: per bone the mean and 95th percentile
/// of the surface distance in millimetres, and the overlap of the outlines. As JSON or as a table.
/// Where the folder is missing the text says that the bench was skipped.
Result<std::string> run_anatomy_bench(const Atlas& atlas, const RunBench& command);

} // namespace osteon::app
