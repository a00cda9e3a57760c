#include "sculpt/recipe.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

const std::filesystem::path recipe_folder = OSTEON_SOURCE_DIR "/assets/anatomy/recipes";

constexpr std::array<std::string_view, 44> tokens{
    "bone",    "solid",    "family", "end",      "of",         "between",  "suture",    "split",
    "include", "groove",   "ridge",  "w=3",      "depth=2",    "height=1", "tube",      "sheet",
    "closed",  "both",     "k=2",    "p=3",      "subtract",   "group",    "close",     "cut",
    "frame",   "landmark", "a",      "@a",       "@a+(1,2,3)", "a.x",      "0",         "-1",
    "1e9",     "99999",    "1/0",    "0.001",    "((((",       "set",      "dimension", "at",
    "turn",    "scale",    "-~a",    "ellipsoid"};

class Mutator {
public:
    explicit Mutator(unsigned seed)
        : random_(seed) {}

    std::size_t below(std::size_t count) { return random_() % count; }

    std::string garbage() {
        std::string text;
        const std::size_t lines = 1 + below(30);
        for (std::size_t i = 0; i < lines; ++i) {
            const std::size_t words = 1 + below(9);
            for (std::size_t k = 0; k < words; ++k) {
                text += std::string(tokens[below(tokens.size())]) + " ";
            }
            text += "\n";
        }
        return text;
    }

    /// One to six changes: lines dropped, doubled, exchanged or cut short, words replaced, bytes
    /// put in.
    std::string mutated(std::string text) {
        const std::size_t changes = 1 + below(6);
        for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
            change(text);
        }
        return text;
    }

private:
    void change(std::string& text) {
        const std::size_t at = below(text.size());
        const std::size_t begin =
            text.rfind('\n', at) == std::string::npos ? 0 : text.rfind('\n', at);
        const std::size_t end = std::min(text.find('\n', at + 1), text.size());
        const std::string line = text.substr(begin, end - begin);
        switch (below(6)) {
        case 0:
            text.erase(begin, end - begin);
            break;
        case 1:
            text.insert(begin, line);
            break;
        case 2:
            text.insert(below(text.size()), line);
            break;
        case 3:
            text.resize(at);
            break;
        case 4:
            replace_word(text, at);
            break;
        default:
            text.insert(at, 1, static_cast<char>(below(256)));
            break;
        }
    }

    void replace_word(std::string& text, std::size_t at) {
        const std::size_t begin = std::min(text.find(' ', at), text.size());
        const std::size_t end = std::min(text.find_first_of(" \n", begin + 1), text.size());
        if (begin < end) {
            text.replace(begin, end - begin, " " + std::string(tokens[below(tokens.size())]));
        }
    }

    std::mt19937 random_;
};

/// Either an error that says where and what, or bones whose distance is a number.
void check_refused_or_sound(const std::string& text) {
    const auto bones = parse_recipes({{"fuzz.recipe", text}});
    if (!bones) {
        CHECK(bones.error().subject == "fuzz.recipe");
        CHECK(bones.error().place.starts_with("line "));
        CHECK_FALSE(bones.error().reason.empty());
        return;
    }
    for (const BoneRecipe& bone : *bones) {
        const Box box = bounds(*bone.solid);
        for (const float t : {-0.1F, 0.3F, 0.5F}) {
            CHECK_FALSE(std::isnan(distance(*bone.solid, glm::mix(box.min, box.max, t), 50.0F)));
        }
    }
}

} // namespace

TEST_CASE("changed recipes are read or refused, never fatal") {
    const auto files = read_recipe_files(recipe_folder);
    REQUIRE_MESSAGE(files.has_value(), (files ? "" : describe(files.error())));
    Mutator mutator(20240917);
    for (const RecipeText& file : *files) {
        for (int i = 0; i < 50; ++i) {
            const std::string text = mutator.mutated(file.text);
            CAPTURE(text);
            check_refused_or_sound(text);
        }
    }
}

TEST_CASE("meaningless recipes are refused, never fatal") {
    Mutator mutator(7);
    for (int i = 0; i < 3000; ++i) {
        const std::string text = mutator.garbage();
        CAPTURE(text);
        check_refused_or_sound("bone a\nlandmark a 0 0 0\nellipsoid 0 0 0 5 5 5\n" + text);
    }
}

TEST_CASE("recipes that would grow without bounds are refused") {
    std::string doubling = "solid s0\nellipsoid 0 0 0 5 5 5\n";
    for (int i = 1; i < 40; ++i) {
        const std::string before = "s" + std::to_string(i - 1);
        doubling += "solid s" + std::to_string(i) + "\ninclude " + before + "\ninclude " + before +
                    " at 1 0 0\n";
    }
    const auto doubled = parse_recipes({{"test.recipe", doubling}});
    REQUIRE_FALSE(doubled.has_value());
    CHECK(doubled.error().reason == "the bone has too many shapes");

    std::string chain = "solid s0\nellipsoid 0 0 0 5 5 5\n";
    for (int i = 1; i < 3000; ++i) {
        chain += "solid s" + std::to_string(i) + "\ninclude s" + std::to_string(i - 1) + "\n";
    }
    const auto nested = parse_recipes({{"test.recipe", chain}});
    REQUIRE_FALSE(nested.has_value());
    CHECK(nested.error().reason == "solids are included in each other too deeply");

    std::string family = "family f\n";
    for (int i = 0; i < 3000; ++i) {
        family += "ellipsoid 0 0 0 1 1 1\n";
    }
    family += "end\n";
    for (int i = 0; i < 3000; ++i) {
        family += "bone b" + std::to_string(i) + " of f\n";
    }
    const auto many = parse_recipes({{"test.recipe", family}});
    REQUIRE_FALSE(many.has_value());
    CHECK(many.error().reason == "the recipes have too many statements");

    std::string sheet = "bone a\nsheet\n";
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 30; ++column) {
            sheet += std::to_string(50 * column) + " " + std::to_string(50 * row) + " 0 1 ";
        }
        sheet += "\n";
    }
    const auto wide = parse_recipes({{"test.recipe", sheet}});
    REQUIRE_FALSE(wide.has_value());
    CHECK(wide.error().reason == "the sheet has more than 2500 points");
}
