#pragma once

#include "base/error.h"
#include "sculpt/sculpt.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>

namespace osteon::sculpt {

/// The recipes and the registry where no others are named.
inline constexpr const char* default_recipes = "assets/anatomy/recipes";
inline constexpr const char* default_registry = "assets/anatomy/bones.toml";

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
Command add_fit_command(CLI::App& app);
Command add_live_command(CLI::App& app);
Command add_landmarks_command(CLI::App& app);

/// The options --recipes and --registry, which most subcommands have.
void add_recipes_option(CLI::App& parser, std::filesystem::path& recipes);
void add_registry_option(CLI::App& parser, std::filesystem::path& registry);

/// How the bones of a subcommand are meshed.
struct MeshingOptions {
    std::filesystem::path recipes = default_recipes;
    std::filesystem::path cache; ///< empty: the user's
    bool no_cache = false;

    /// With progress on the standard error output.
    Meshing meshing() const;
};
void add_meshing_options(CLI::App& parser, MeshingOptions& options);

/// Prints the error and gives the exit status that belongs to it.
int report(const Error& error);

} // namespace osteon::sculpt
