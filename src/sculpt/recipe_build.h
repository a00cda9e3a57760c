#pragma once

#include "sculpt/recipe_resolve.h"
#include "sculpt/solid.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace osteon::sculpt {

/// A named place of a bone, mm in the world.
struct Landmark {
    std::string name;
    glm::vec3 place{0.0F};
};

/// What a description becomes.
struct BuiltSolid {
    std::shared_ptr<const Solid> solid;
    std::vector<Landmark> landmarks; ///< its own, and those of what it includes
    int depth = 0;                   ///< of solids included in each other
};

using BuiltSolids = std::map<std::string, BuiltSolid, std::less<>>;
using Sutures = std::map<std::string, Suture, std::less<>>;

/// Shapes a description, with the solids and sutures described before. Throws RecipeError.
BuiltSolid build(const Description& description, const BuiltSolids& solids, const Sutures& sutures);

} // namespace osteon::sculpt
