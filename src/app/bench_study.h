#pragma once

#include "base/error.h"

#include <nlohmann/json.hpp>

namespace osteon::app {

/// How long study mode waits for its file, with the reviews of a year: opening it, keeping an
/// answer, counting statistics, backup. Works in a temporary folder.
Result<nlohmann::ordered_json> bench_study();

} // namespace osteon::app
