#include "sculpt/fit_least_squares.h"

#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>
#include <utility>

namespace osteon::sculpt {
namespace {

constexpr double first_damping = 1e-2;
constexpr double most_damping = 1e7;
constexpr double enough = 2e-4; ///< improvement of a step, against the cost

using Values = std::vector<double>;

/// A symmetric matrix in full.
struct Matrix {
    explicit Matrix(std::size_t size)
        : n(size)
        , entries(size * size, 0.0) {}

    double& at(std::size_t row, std::size_t column) { return entries[row * n + column]; }
    double at(std::size_t row, std::size_t column) const { return entries[row * n + column]; }

    std::size_t n;
    Values entries;
};

/// The lower factor of Cholesky's decomposition; none where the matrix is not positive definite.
std::optional<Matrix> factorised(const Matrix& matrix) {
    Matrix lower(matrix.n);
    for (std::size_t i = 0; i < matrix.n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = matrix.at(i, j);
            for (std::size_t k = 0; k < j; ++k) {
                sum -= lower.at(i, k) * lower.at(j, k);
            }
            if (i == j && !(sum > 0.0)) {
                return std::nullopt;
            }
            lower.at(i, j) = i == j ? std::sqrt(sum) : sum / lower.at(j, j);
        }
    }
    return lower;
}

Values solved(const Matrix& lower, Values right) {
    for (std::size_t i = 0; i < lower.n; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            right[i] -= lower.at(i, k) * right[k];
        }
        right[i] /= lower.at(i, i);
    }
    for (std::size_t i = lower.n; i-- > 0;) {
        for (std::size_t k = i + 1; k < lower.n; ++k) {
            right[i] -= lower.at(k, i) * right[k];
        }
        right[i] /= lower.at(i, i);
    }
    return right;
}

/// The weight of one value's squared change.
double pull_on(const LeastSquares& problem, std::size_t index) {
    const double scale = problem.scales[index];
    return problem.pull / (scale * scale * static_cast<double>(problem.start.size()));
}

double cost_of(const LeastSquares& problem, const Values& values,
               const std::vector<float>& residuals) {
    double sum = 0.0;
    for (const float residual : residuals) {
        const double size = std::abs(static_cast<double>(residual));
        sum += size <= problem.huber ? size * size : problem.huber * (2.0 * size - problem.huber);
    }
    double pull = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double change = values[i] - problem.start[i];
        pull += pull_on(problem, i) * change * change;
    }
    return sum / static_cast<double>(residuals.size()) + pull;
}

/// The derivative of the residuals by one value; forwards, else backwards, else nought.
std::vector<float> derivative(const LeastSquares& problem, const Values& values, std::size_t index,
                              const std::vector<float>& residuals) {
    for (const double step : {problem.step, -problem.step}) {
        Values moved = values;
        moved[index] += step;
        if (auto other = problem.residuals(moved)) {
            for (std::size_t i = 0; i < other->size(); ++i) {
                (*other)[i] = ((*other)[i] - residuals[i]) / static_cast<float>(step);
            }
            return std::move(*other);
        }
    }
    return std::vector<float>(residuals.size(), 0.0F);
}

std::vector<std::vector<float>> derivatives(const LeastSquares& problem, const Values& values,
                                            const std::vector<float>& residuals) {
    std::vector<std::vector<float>> columns(values.size());
    tbb::parallel_for(std::size_t{0}, columns.size(), [&](std::size_t i) {
        columns[i] = derivative(problem, values, i, residuals);
    });
    return columns;
}

/// Gauss and Newton's approximation of the cost near some values.
struct Quadratic {
    Matrix curvature;
    Values descent; ///< half the downward gradient
};

Quadratic approximate(const LeastSquares& problem, const Values& values,
                      const std::vector<float>& residuals) {
    const auto columns = derivatives(problem, values, residuals);
    const std::size_t n = values.size();
    const auto count = static_cast<double>(residuals.size());
    Quadratic result{Matrix(n), Values(n, 0.0)};
    std::vector<float> weights;
    weights.reserve(residuals.size());
    for (const float residual : residuals) {
        weights.push_back(static_cast<float>(std::min(
            1.0, problem.huber / std::max(std::abs(static_cast<double>(residual)), 1e-9))));
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < residuals.size(); ++k) {
            result.descent[i] -=
                static_cast<double>(weights[k] * columns[i][k] * residuals[k]) / count;
        }
        result.descent[i] -= pull_on(problem, i) * (values[i] - problem.start[i]);
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = 0.0;
            for (std::size_t k = 0; k < residuals.size(); ++k) {
                sum += static_cast<double>(weights[k] * columns[i][k] * columns[j][k]);
            }
            result.curvature.at(i, j) = result.curvature.at(j, i) =
                sum / count + (i == j ? pull_on(problem, i) : 0.0);
        }
    }
    return result;
}

/// The step to where the quadratic, damped, is least; none where it has no such place.
std::optional<Values> damped_step(const Quadratic& local, double damping) {
    Matrix damped = local.curvature;
    for (std::size_t i = 0; i < damped.n; ++i) {
        damped.at(i, i) += damping * local.curvature.at(i, i) + 1e-9;
    }
    const auto lower = factorised(damped);
    return lower ? std::optional(solved(*lower, local.descent)) : std::nullopt;
}

/// One downhill step with as little damping as it needs; none where there is no way down.
bool descend(const LeastSquares& problem, const Quadratic& local, Values& values, double& cost,
             std::vector<float>& residuals, double& damping) {
    while (damping < most_damping) {
        if (auto moved = damped_step(local, damping)) {
            std::transform(moved->begin(), moved->end(), values.begin(), moved->begin(),
                           std::plus<>());
            auto other = problem.residuals(*moved);
            const double other_cost = other ? cost_of(problem, *moved, *other) : cost;
            if (other && other_cost < cost) {
                values = std::move(*moved);
                cost = other_cost;
                residuals = std::move(*other);
                damping *= 0.3;
                return true;
            }
        }
        damping *= 4.0;
    }
    return false;
}

Values slack_of(const Matrix& curvature, double cost) {
    Matrix firm = curvature;
    for (std::size_t i = 0; i < firm.n; ++i) {
        firm.at(i, i) += 1e-9;
    }
    Values slack(firm.n, 0.0);
    if (const auto lower = factorised(firm)) {
        for (std::size_t i = 0; i < firm.n; ++i) {
            Values unit(firm.n, 0.0);
            unit[i] = 1.0;
            slack[i] = std::sqrt(0.01 * cost * solved(*lower, unit)[i]);
        }
    }
    return slack;
}

} // namespace

LeastSquaresResult minimise(const LeastSquares& problem) {
    LeastSquaresResult result;
    result.values = problem.start;
    std::vector<float> residuals = problem.residuals(problem.start).value_or(std::vector<float>{});
    if (residuals.empty()) {
        result.slack.assign(problem.start.size(), 0.0);
        return result;
    }
    double cost = cost_of(problem, result.values, residuals);
    double damping = first_damping;
    Quadratic local = approximate(problem, result.values, residuals);
    while (result.steps < problem.most_steps) {
        const double before = cost;
        if (!descend(problem, local, result.values, cost, residuals, damping)) {
            break;
        }
        ++result.steps;
        local = approximate(problem, result.values, residuals);
        if (before - cost < enough * before) {
            break;
        }
    }
    result.slack = slack_of(local.curvature, cost);
    return result;
}

} // namespace osteon::sculpt
