#pragma once

#include <functional>
#include <optional>
#include <vector>

namespace osteon::sculpt {

/// A problem of least squares with a robust loss and a pull towards the start.
struct LeastSquares {
    /// The residuals for some values; none where these values are not possible. Called from several
    /// threads at once.
    std::function<std::optional<std::vector<float>>(const std::vector<double>&)> residuals;
    std::vector<double> start;
    std::vector<double> scales; ///< by how much each value may well be off
    double step = 0.1;          ///< of the numeric derivatives
    double huber = 3.0;         ///< residuals beyond it count linearly (Huber 1964)
    double pull = 0.0; ///< cost of values that are off by their scales, against the mean square
    int most_steps = 25;
};

struct LeastSquaresResult {
    std::vector<double> values;
    /// How far each value may be off, the others following, before the cost grows by 1 %.
    std::vector<double> slack;
    int steps = 0;
};

/// Minimises by Levenberg and Marquardt's method (Marquardt 1963); the start must be possible.
LeastSquaresResult minimise(const LeastSquares& problem);

} // namespace osteon::sculpt
