#pragma once

#include <functional>
#include <string_view>

namespace osteon {

/// Told of each step of a long task: what is being done, and how far it is (total 0: unknown).
/// Called from the thread that does the work. Returning false asks the task to stop.
using Progress = std::function<bool(std::string_view what, int done, int total)>;

} // namespace osteon
