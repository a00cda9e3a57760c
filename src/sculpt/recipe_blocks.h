#pragma once

#include "sculpt/recipe_text.h"

#include <vector>

namespace osteon::sculpt {

/// A bone, solid, family or suture as it stands in its file.
struct Block {
    Line head;
    std::vector<Line> body;
};

/// Cuts a file into its blocks. Throws RecipeError.
std::vector<Block> read_blocks(const RecipeText& recipe);

} // namespace osteon::sculpt
