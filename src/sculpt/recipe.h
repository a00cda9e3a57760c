#pragma once

#include "base/error.h"
#include "sculpt/solid.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// A bone ready to be meshed.
struct BoneRecipe {
    std::string id;    ///< of the registry; a right one stands for its left partner, too
    float grid = 1.0F; ///< edge of the mesher's cells, mm
    std::shared_ptr<const Solid> solid; ///< millimetres, otherwise the design's space
};

/// A recipe file and its text. The grammar is in docs/recipes.md.
struct RecipeText {
    std::string file;
    std::string text;
};

/// Reads recipes in order; what one file names (families, solids) the later ones may use. Errors
/// name the file, the line and what was expected there.
Result<std::vector<BoneRecipe>> parse_recipes(const std::vector<RecipeText>& files);

/// Reads all *.recipe files of a folder in the order of their names.
Result<std::vector<BoneRecipe>> load_recipes(const std::filesystem::path& folder);

} // namespace osteon::sculpt
