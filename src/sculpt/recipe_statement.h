#pragma once

#include "sculpt/expression.h"
#include "sculpt/recipe_text.h"

#include <glm/vec3.hpp>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// What the words of a bone may name: values, and places in the coordinates they were written in.
struct Names {
    Variables values;
    std::map<std::string, glm::vec3, std::less<>> places;
};

/// A line with all its names and expressions resolved.
struct Statement {
    std::string keyword; ///< "row" for the rows of numbers under a tube, sheet or line
    RecipePlace place;
    std::vector<std::string> names; ///< of solids, sutures or a landmark
    std::set<std::string, std::less<>> flags;
    Variables settings; ///< "k=2" under "k"
    std::vector<float> numbers;

    bool has(std::string_view flag) const { return flags.contains(flag); }
    float setting(std::string_view name, float fallback) const;
};

/// The value of an expression, at most 10 m.
float read_number(const RecipePlace& place, std::string_view text, const Names& names);

/// Appends a word's numbers: one for an expression, three for "@name" or "@name+(1,0,-2)".
void append_numbers(const RecipePlace& place, std::string_view text, const Names& names,
                    std::vector<float>& numbers);

/// Whether a line with this first word is a statement that shapes (any other is a row).
bool is_statement(std::string_view keyword);

/// Whether rows of numbers follow the statement.
bool takes_rows(std::string_view keyword);

/// Reads a statement that shapes; its numbers are complete and in a fixed order. An `include`
/// yields x y z, three angles and three scales.
Statement read_statement(const Line& line, const Names& names);

/// Reads a row of numbers.
Statement read_row(const Line& line, const Names& names);

} // namespace osteon::sculpt
