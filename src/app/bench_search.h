#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <nlohmann/json.hpp>

namespace osteon::app {

/// Times the search over the whole content, letter by letter as it is typed: building the index,
/// the first search with an index, and all the searches after it.
nlohmann::ordered_json bench_search(const Atlas& atlas);

} // namespace osteon::app
