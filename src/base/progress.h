#pragma once

#include <functional>
#include <string_view>

namespace osteon {

/// Told of each step of a long task: what is being done, and how far it is (total 0: unknown).
/// Called from the thread that does the work. Returning false asks the task to stop.
using Progress = std::function<bool(std::string_view what, int done, int total)>;

/// For tasks of which nobody wants to be told.
inline bool tell_nobody(std::string_view /*what*/, int /*done*/, int /*total*/) {
    return true;
}

} // namespace osteon
