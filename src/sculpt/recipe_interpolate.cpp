#include "sculpt/recipe_interpolate.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace osteon::sculpt {
namespace {

Statement between(const RecipePlace& place, const Statement& a, const Statement& b, float t) {
    const auto same_key = [](const auto& left, const auto& right) {
        return left.first == right.first;
    };
    if (a.keyword != b.keyword || a.names != b.names || a.flags != b.flags ||
        a.numbers.size() != b.numbers.size() ||
        !std::equal(a.settings.begin(), a.settings.end(), b.settings.begin(), b.settings.end(),
                    same_key)) {
        stop(place, "the two differ first where " + a.place.file + ", line " +
                        std::to_string(a.place.line) + " has '" + a.keyword + "' and " +
                        b.place.file + ", line " + std::to_string(b.place.line) + " has '" +
                        b.keyword + "', or in the options or number of values there");
    }
    Statement result = a;
    for (std::size_t i = 0; i < a.numbers.size(); ++i) {
        result.numbers[i] = std::lerp(a.numbers[i], b.numbers[i], t);
    }
    for (auto& [name, value] : result.settings) {
        value = std::lerp(value, b.settings.find(name)->second, t);
    }
    return result;
}

} // namespace

std::vector<Statement> interpolate(const RecipePlace& place, const std::vector<Statement>& a,
                                   const std::vector<Statement>& b, float t) {
    std::vector<Statement> result;
    const std::size_t common = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < common; ++i) {
        result.push_back(between(place, a[i], b[i], t));
    }
    if (a.size() != b.size()) {
        const Statement& extra = a.size() > common ? a[common] : b[common];
        stop(place, "one of the two has more statements: '" + extra.keyword + "' in " +
                        extra.place.file + ", line " + std::to_string(extra.place.line));
    }
    return result;
}

Names interpolate(const Names& a, const Names& b, float t) {
    Names result;
    for (const auto& [name, value] : a.values) {
        if (const auto other = b.values.find(name); other != b.values.end()) {
            result.values[name] = std::lerp(value, other->second, t);
        }
    }
    for (const auto& [name, place] : a.places) {
        if (const auto other = b.places.find(name); other != b.places.end()) {
            result.places[name] = glm::mix(place, other->second, t);
        }
    }
    return result;
}

} // namespace osteon::sculpt
