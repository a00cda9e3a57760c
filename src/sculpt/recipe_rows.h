#pragma once

#include "sculpt/recipe_statement.h"
#include "sculpt/sheet.h"
#include "sculpt/tube.h"

#include <glm/mat3x3.hpp>
#include <glm/vec4.hpp>

#include <vector>

namespace osteon::sculpt {

/// Where a bone's coordinates are counted from.
struct Frame {
    glm::vec3 origin{0.0F};
    glm::mat3 axes{1.0F};
    glm::vec3 place(const glm::vec3& local) const { return origin + axes * local; }
};

/// The rows of numbers that follow a statement.
using Rows = std::vector<Statement>;

/// Three of a statement's numbers.
glm::vec3 vector_at(const Statement& statement, std::size_t first);

/// Stops unless the value is above 0; `what` says what it is.
void require_above_0(const Statement& statement, float value, const char* what);

/// What the rows of a tube, a sheet, and a line on the surface (place and half-width) say, in the
/// world. Throw RecipeError.
std::vector<Station> stations_of(const Statement& tube, const Rows& rows, const Frame& frame);
std::vector<SheetPoint> sheet_points_of(const Statement& sheet, const Rows& rows,
                                        const Frame& frame);
std::vector<glm::vec4> line_points_of(const Statement& line, const Rows& rows, const Frame& frame,
                                      float half_width);

} // namespace osteon::sculpt
