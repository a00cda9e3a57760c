#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace osteon::app {

/// A recipe that is shown while it is being written.
struct RecipeSource {
    std::filesystem::path file;
    std::filesystem::path reference; ///< meshes to lay over it; empty: none
    /// Ids of the bones to lay over from the reference; the registry has their overlays.
    std::vector<std::string> overlays;
};

} // namespace osteon::app
