#pragma once

#include "sculpt/recipe_statement.h"

#include <vector>

namespace osteon::sculpt {

/// Statements of which every number lies between those of two others, 0 the first, 1 the second.
/// Throws RecipeError, for the place given, where the two are not alike in all but numbers.
std::vector<Statement> interpolate(const RecipePlace& place, const std::vector<Statement>& a,
                                   const std::vector<Statement>& b, float t);

/// The values and places that two have in common, in between.
Names interpolate(const Names& a, const Names& b, float t);

} // namespace osteon::sculpt
