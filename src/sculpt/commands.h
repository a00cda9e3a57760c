#pragma once

#include "base/error.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <vector>

namespace osteon::sculpt {

/// A subcommand of osteon-sculpt and what it does once it was parsed; the result is the exit
/// status.
struct Command {
    CLI::App* parser = nullptr;
    std::function<int()> run;
};

Command add_build_command(CLI::App& app);
Command add_check_command(CLI::App& app);
Command add_obj_command(CLI::App& app);
Command add_probe_command(CLI::App& app);
Command add_compare_command(CLI::App& app);
Command add_landmarks_command(CLI::App& app);

/// Prints the error and gives the exit status that belongs to it.
int report(const Error& error);

/// The folder of the recipes where no other is named.
inline constexpr const char* default_recipes = "assets/anatomy/recipes";

} // namespace osteon::sculpt
