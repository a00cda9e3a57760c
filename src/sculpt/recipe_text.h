#pragma once

#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// A recipe file and its text. The grammar is in docs/recipes.md.
struct RecipeText {
    std::string file;
    std::string text;
};

/// A word of a recipe and the column of its first character, from 1.
struct Word {
    std::string text;
    int column = 0;
};

/// A place in the recipes, for errors.
struct RecipePlace {
    std::string file;
    int line = 0;
};

/// A line that says something, without its comment.
struct Line {
    RecipePlace place;
    std::vector<Word> words;

    const std::string& keyword() const { return words.front().text; }
};

/// What a recipe's reader throws from its depths; caught where reading begins.
struct RecipeError {
    Error error;
};

/// Gives up reading: what was expected, or what is wrong, at a place.
[[noreturn]] void stop(const RecipePlace& place, std::string reason);

/// The lines that say something. Refuses files and lines that are longer than any recipe.
std::vector<Line> read_lines(const RecipeText& recipe);

/// Whether the text may name a value, a place or a solid: letters, digits and '_', not a digit
/// first.
bool is_name(std::string_view text);

} // namespace osteon::sculpt
