#pragma once

#include "anatomy/surface_tree.h"
#include "base/error.h"
#include "sculpt/recipe.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// At most so many numbers of a bone are estimated: more would no longer be measuring.
inline constexpr std::size_t most_fitted = 60;

struct FitOptions {
    std::vector<std::string> vary; ///< dimensions, or landmarks with all coordinates; empty: all
    std::vector<std::string> fix;
    /// Towards the written values: places 3 mm off, or sizes a quarter off, cost as much as a mean
    /// square distance of so many mm2.
    double pull = 0.2;
};

/// A named number of a recipe before (`dimension.value`) and after.
struct FittedNumber {
    Dimension dimension;
    float after = 0.0F;
    float slack = 0.0F; ///< how far it may be off before the fit gets 1 % worse
};

struct Fit {
    std::vector<FittedNumber> numbers;
    float mean_before = 0.0F; ///< mean distance of places on the reference from the solid's surface
    float mean_after = 0.0F;
    std::size_t places = 0;
};

/// Estimates a bone's named dimensions and landmarks by least squares: the solid's distance shall
/// be 0 on the reference's surface (mm, the design's space) and the signed offset beside it.
/// Errors: no such bone, a name that the bone does not have, no number or more than `most_fitted`.
Result<Fit> fit_bone(const RecipeBook& book, std::string_view id,
                     const anatomy::TriangleMesh& reference, const FitOptions& options);

/// The text of a recipe file with the fitted numbers in the place of those written, everything else
/// as it was; one decimal from 10 on, two below.
std::string rewrite(const RecipeText& recipe, const std::vector<FittedNumber>& numbers);

} // namespace osteon::sculpt
