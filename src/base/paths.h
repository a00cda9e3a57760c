#pragma once

#include "base/error.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace osteon {

/// The user's folders by the XDG base directory specification, each ending in "osteon".
/// Empty where neither the XDG variable nor HOME names an absolute path. Not created.
std::optional<std::filesystem::path> cache_folder();
std::optional<std::filesystem::path> config_folder();
std::optional<std::filesystem::path> data_folder();
std::optional<std::filesystem::path> state_folder();

/// The folder of the running program.
std::filesystem::path program_folder();

/// A folder that ships with the program ("assets", "content", "shaders"): beside the program, in
/// ../share/osteon, or up the tree from the program (the source checkout that holds the build).
Result<std::filesystem::path> shipped_folder(std::string_view name);

} // namespace osteon
