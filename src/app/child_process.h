#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace osteon::app {

/// What a program that was run printed, and how it ended.
struct ChildOutput {
    int status = 0; ///< exit status; 128 and more: ended by a signal
    std::string output;
    std::string errors;
};

/// Runs a program to its end. The error is that it could not be started.
Result<ChildOutput> run_child(const std::filesystem::path& program,
                              const std::vector<std::string>& arguments);

} // namespace osteon::app
