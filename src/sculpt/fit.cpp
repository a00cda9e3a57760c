#include "sculpt/fit.h"

#include "anatomy/surface_distance.h"
#include "sculpt/fit_least_squares.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>

namespace osteon::sculpt {
namespace {

constexpr std::size_t surface_places = 3000;
constexpr float nearest_offset = 1.0F; ///< mm beside the surface
constexpr float farthest_offset = 6.0F;
constexpr float farthest_distance = 20.0F; ///< mm; no residual grows beyond

/// A place and what the solid's distance should be there.
struct Target {
    glm::vec3 place{0.0F};
    float distance = 0.0F;
};

/// Each place on the surface, and one beside it, by turns outside and inside, unless another part
/// of the surface is nearer there.
std::vector<Target> targets_on(const anatomy::TriangleMesh& reference) {
    const anatomy::SurfaceTree tree(reference);
    std::vector<Target> targets;
    const auto samples = anatomy::sample_surface(reference, surface_places);
    targets.reserve(2 * samples.size());
    for (const anatomy::SurfaceSample& sample : samples) {
        targets.push_back({sample.place, 0.0F});
    }
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const float part = static_cast<float>((i * 7) % 11) / 10.0F;
        const float size = std::lerp(nearest_offset, farthest_offset, part);
        const float offset = i % 2 == 0 ? size : -size;
        const glm::vec3 place = samples[i].place + offset * samples[i].normal;
        const auto nearest = tree.nearest(place, size);
        if (!nearest || nearest->distance > 0.9F * size) {
            targets.push_back({place, offset});
        }
    }
    return targets;
}

std::vector<float> residuals_of(const Solid& solid, const std::vector<Target>& targets) {
    std::vector<float> residuals;
    residuals.reserve(targets.size());
    for (const Target& target : targets) {
        const float d = distance(solid, target.place, farthest_distance);
        residuals.push_back(std::clamp(d - target.distance, -farthest_distance, farthest_distance));
    }
    return residuals;
}

float mean_distance(const Solid& solid, const std::vector<Target>& targets) {
    double sum = 0.0;
    std::size_t count = 0;
    for (const Target& target : targets) {
        if (target.distance == 0.0F) {
            sum += static_cast<double>(std::min(
                std::abs(distance(solid, target.place, farthest_distance)), farthest_distance));
            ++count;
        }
    }
    return static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(count, 1)));
}

/// By how much a number that was measured may well be off: places by 3 mm, sizes by a quarter.
double scale_of(const Dimension& dimension) {
    constexpr double place = 3.0;
    const bool coordinate = dimension.name.find('.') != std::string::npos;
    return coordinate
               ? place
               : std::clamp(0.25 * std::abs(static_cast<double>(dimension.value)), 0.7, place);
}

/// Whether a name stands for the dimension: its own, or that of its landmark.
bool names(std::string_view name, const Dimension& dimension) {
    return dimension.name == name ||
           (dimension.name.size() == name.size() + 2 && dimension.name.starts_with(name) &&
            dimension.name[name.size()] == '.');
}

Error unfit(std::string_view id, std::string reason, std::string cure) {
    return {.subject = std::string(id),
            .place = "",
            .reason = std::move(reason),
            .cure = std::move(cure)};
}

Result<std::vector<Dimension>> chosen(const BoneRecipe& bone, const FitOptions& options) {
    std::vector<Dimension> result = bone.dimensions;
    for (const auto* list : {&options.vary, &options.fix}) {
        for (const std::string& name : *list) {
            if (std::none_of(bone.dimensions.begin(), bone.dimensions.end(),
                             [&name](const Dimension& d) { return names(name, d); })) {
                return fail(unfit(bone.id, "there is no dimension or landmark '" + name + "'",
                                  "Name what the bone's own lines give a plain number"));
            }
        }
    }
    const auto listed = [](const std::vector<std::string>& list, const Dimension& dimension) {
        return std::any_of(list.begin(), list.end(), [&dimension](const std::string& name) {
            return names(name, dimension);
        });
    };
    std::erase_if(result, [&](const Dimension& dimension) {
        return (!options.vary.empty() && !listed(options.vary, dimension)) ||
               listed(options.fix, dimension);
    });
    if (result.empty()) {
        return fail(unfit(bone.id, "there is no number to fit",
                          "Give the recipe dimensions and landmarks"));
    }
    if (result.size() > most_fitted) {
        return fail(unfit(bone.id,
                          std::to_string(result.size()) + " numbers are too many to fit, at most " +
                              std::to_string(most_fitted) + " are measuring",
                          "Name fewer of them by --vary, or leave some out by --fix"));
    }
    return result;
}

Overrides overrides_of(const std::vector<Dimension>& dimensions,
                       const std::vector<double>& values) {
    Overrides overrides;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        overrides[dimensions[i].name] = static_cast<float>(values[i]);
    }
    return overrides;
}

/// The number as recipes are written: one decimal from 10 on, two below.
std::string written(float value) {
    std::array<char, 32> text{};
    const bool large = std::abs(value) >= 9.995F;
    std::snprintf(text.data(), text.size(), large ? "%.1f" : "%.2f", static_cast<double>(value));
    const std::string result(text.data());
    return result == "-0.00" ? "0.00" : result;
}

/// Where a line begins; the end of the text where there are not so many lines.
std::size_t begin_of_line(const std::string& text, int line) {
    std::size_t at = 0;
    for (int i = 1; i < line && at < text.size(); ++i) {
        at = std::min(text.find('\n', at), text.size() - 1) + 1;
    }
    return at;
}

} // namespace

Result<Fit> fit_bone(const RecipeBook& book, std::string_view id,
                     const anatomy::TriangleMesh& reference, const FitOptions& options) {
    const auto written_bone = book.with(id, {});
    if (!written_bone) {
        return fail(written_bone.error());
    }
    const auto dimensions = chosen(*written_bone, options);
    if (!dimensions) {
        return fail(dimensions.error());
    }
    const std::vector<Target> targets = targets_on(reference);
    if (targets.empty()) {
        return fail(unfit(id, "the reference has no surface", "Look at the reference's file"));
    }
    LeastSquares problem;
    problem.pull = options.pull;
    for (const Dimension& dimension : *dimensions) {
        problem.start.push_back(static_cast<double>(dimension.value));
        problem.scales.push_back(scale_of(dimension));
    }
    problem.residuals =
        [&](const std::vector<double>& values) -> std::optional<std::vector<float>> {
        const auto bone = book.with(id, overrides_of(*dimensions, values));
        if (!bone) {
            return std::nullopt; // a radius below 0, a line off the surface
        }
        return residuals_of(*bone->solid, targets);
    };
    const LeastSquaresResult found = minimise(problem);
    const auto fitted = book.with(id, overrides_of(*dimensions, found.values));
    if (!fitted) {
        return fail(fitted.error());
    }
    Fit fit;
    fit.mean_before = mean_distance(*written_bone->solid, targets);
    fit.mean_after = mean_distance(*fitted->solid, targets);
    fit.places = targets.size();
    for (std::size_t i = 0; i < dimensions->size(); ++i) {
        fit.numbers.push_back({(*dimensions)[i], static_cast<float>(found.values[i]),
                               static_cast<float>(found.slack[i])});
    }
    return fit;
}

std::string rewrite(const RecipeText& recipe, const std::vector<FittedNumber>& numbers) {
    std::vector<FittedNumber> here;
    std::copy_if(
        numbers.begin(), numbers.end(), std::back_inserter(here),
        [&recipe](const FittedNumber& number) { return number.dimension.file == recipe.file; });
    // From the end, so that the places before stay valid.
    std::sort(here.begin(), here.end(), [](const FittedNumber& a, const FittedNumber& b) {
        return std::pair(a.dimension.line, a.dimension.column) >
               std::pair(b.dimension.line, b.dimension.column);
    });
    std::string text = recipe.text;
    for (const FittedNumber& number : here) {
        const std::size_t at = begin_of_line(text, number.dimension.line) +
                               static_cast<std::size_t>(number.dimension.column) - 1;
        text.replace(at, static_cast<std::size_t>(number.dimension.length), written(number.after));
    }
    return text;
}

} // namespace osteon::sculpt
