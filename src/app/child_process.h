#pragma once

#include "base/error.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::app {

/// What a program that was run printed, and how it ended.
struct ChildOutput {
    int status = 0; ///< exit status; 128 and more: ended by a signal
    std::string output;
    std::string errors;
};

/// Looks after a program while it runs.
struct ChildWatch {
    std::function<void(std::string_view line)> on_line{}; ///< each line that it prints
    std::stop_token stop{}; ///< once it asks, the program is told to end (SIGTERM)
};

/// Runs a program to its end. The error is that it could not be started.
Result<ChildOutput> run_child(const std::filesystem::path& program,
                              const std::vector<std::string>& arguments,
                              const ChildWatch& watch = {});

} // namespace osteon::app
