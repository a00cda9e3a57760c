#pragma once

#include "sculpt/recipe_blocks.h"
#include "sculpt/recipe_statement.h"
#include "sculpt/suture.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace osteon::sculpt {

/// A number of a recipe that has a name, and where it stands.
struct Dimension {
    std::string name;   ///< "neck_length"; for a landmark's coordinate "head.x"
    float value = 0.0F; ///< mm or degrees
    std::string file;
    int line = 0;
    int column = 0; ///< of the number's first character, from 1
    int length = 0; ///< characters
};

/// A bone or solid as plain statements, before anything is shaped.
struct Description {
    std::string id;
    RecipePlace place;
    bool is_bone = false;
    float grid = 1.0F;
    std::optional<int> genus;
    std::optional<float> tolerance;
    std::vector<Statement> statements;
    Names names;
    std::vector<Dimension> dimensions; ///< dimensions, a family's values, landmarks' coordinates
    std::vector<Suture> sutures;
};

/// What the blocks read so far may be built on.
struct Library {
    std::map<std::string, Block, std::less<>> families;
    std::map<std::string, Description, std::less<>> descriptions;
    std::map<std::string, Suture, std::less<>> sutures;
};

/// Values to take in place of those written, by the names of the dimensions.
using Overrides = std::map<std::string, float, std::less<>>;

/// Resolves a bone or solid. Throws RecipeError.
Description resolve(const Block& block, const Library& library, const Overrides& overrides);

/// Resolves a suture that stands outside any bone. Throws RecipeError.
Suture resolve_suture(const Block& block);

} // namespace osteon::sculpt
