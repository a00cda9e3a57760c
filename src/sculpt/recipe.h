#pragma once

#include "base/error.h"
#include "sculpt/recipe_build.h"
#include "sculpt/recipe_resolve.h"
#include "sculpt/recipe_text.h"
#include "sculpt/solid.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// A bone ready to be meshed.
struct BoneRecipe {
    std::string id;           ///< of the registry; a right one stands for its left partner,
                              ///< too, unless that has a recipe of its own
    float grid = 1.0F;        ///< edge of the mesher's cells, mm
    std::optional<int> genus; ///< how many openings go through it, where the recipe says
    /// How far the simplified surface may stray, mm, where the recipe says.
    std::optional<float> tolerance;
    std::shared_ptr<const Solid> solid; ///< millimetres, otherwise the design's space
    std::vector<Landmark> landmarks;
    std::vector<Dimension> dimensions; ///< the named numbers of its own lines
};

/// Recipes that were read, to be read again with other numbers.
class RecipeBook {
public:
    /// Reads recipes in order; what one file names (families, solids, sutures) the later ones may
    /// use. Errors name the file, the line and what was expected there.
    static Result<RecipeBook> read(const std::vector<RecipeText>& files);

    const std::vector<BoneRecipe>& bones() const { return bones_; }

    /// A bone with other values for some of its dimensions; the bones built on it do not follow.
    Result<BoneRecipe> with(std::string_view id, const Overrides& overrides) const;

private:
    void add(Block block);
    BoneRecipe shape(const Description& description, BuiltSolid built) const;

    Library library_;
    std::map<std::string, Block, std::less<>> blocks_;
    BuiltSolids solids_;
    std::vector<BoneRecipe> bones_;
    std::size_t statements_ = 0;
};

/// All *.recipe files of a folder in the order of their names.
Result<std::vector<RecipeText>> read_recipe_files(const std::filesystem::path& folder);

/// The bones of recipes, see RecipeBook::read.
Result<std::vector<BoneRecipe>> parse_recipes(const std::vector<RecipeText>& files);

/// Reads all *.recipe files of a folder in the order of their names.
Result<std::vector<BoneRecipe>> load_recipes(const std::filesystem::path& folder);

} // namespace osteon::sculpt
