#pragma once

#include "base/error.h"

#include <map>
#include <string>
#include <string_view>

namespace osteon::sculpt {

/// Names and their values within a recipe.
using Variables = std::map<std::string, float, std::less<>>;

/// Evaluates numbers and names joined by + - * / and parentheses ("0.5*length-2"); a place's
/// coordinates have names like "head.x". The error is what was expected, in words; whoever knows
/// the line adds it.
tl::expected<float, std::string> evaluate(std::string_view text, const Variables& variables);

} // namespace osteon::sculpt
