#include "sculpt/recipe.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

Result<std::vector<BoneRecipe>> parse(const std::string& text) {
    return parse_recipes({{"test.recipe", text}});
}

float distance_at(const std::string& text, const glm::vec3& point) {
    const auto bones = parse(text);
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    REQUIRE(bones->size() == 1);
    return distance(*bones->front().solid, point, 1000.0F);
}

} // namespace

TEST_CASE("a recipe becomes a solid where its numbers say") {
    const std::string ball = "# a head\nbone femur_right grid=2\nellipsoid 10 20 30  5 5 5\n";
    CHECK(distance_at(ball, {10.0F, 20.0F, 40.0F}) == doctest::Approx(5.0F));
    CHECK(distance_at(ball, {10.0F, 20.0F, 30.0F}) < 0.0F);
    CHECK(parse(ball)->front().grid == doctest::Approx(2.0F));
}

TEST_CASE("names and expressions stand for numbers") {
    const std::string text = "bone a\nset length 40 half length/2\nlandmark head 0 half+5 0\n"
                             "ellipsoid @head  (1+2)*2 6 6\n";
    CHECK(distance_at(text, {0.0F, 35.0F, 0.0F}) == doctest::Approx(4.0F));
}

TEST_CASE("a family is filled in by the numbers of each bone") {
    const auto bones = parse("family ball x r\nellipsoid x 0 0  r r r\nend\n"
                             "bone a of ball 10 2\nbone b grid=0.5 of ball -10 3\n");
    REQUIRE(bones.has_value());
    REQUIRE(bones->size() == 2);
    CHECK(distance(*bones->at(0).solid, {15.0F, 0.0F, 0.0F}, 100.0F) == doctest::Approx(3.0F));
    CHECK(distance(*bones->at(1).solid, {-15.0F, 0.0F, 0.0F}, 100.0F) == doctest::Approx(2.0F));
}

TEST_CASE("a frame moves and turns what follows") {
    const std::string text = "bone a\nframe 100 0 0  1 0 0  0 0 1\ntube\n0 0 0 | 2\n0 50 0 | 2\n";
    CHECK(distance_at(text, {125.0F, 5.0F, 0.0F}) == doctest::Approx(3.0F).epsilon(0.02));
    CHECK(distance_at(text, {100.0F, 30.0F, 0.0F}) > 20.0F);
}

TEST_CASE("shapes are carved, cut, mirrored and reused") {
    const std::string ball = "ellipsoid -20 0 0  10 10 10";
    CHECK(distance_at("bone a\n" + ball + " both\n", {20.0F, 0.0F, 0.0F}) < 0.0F);
    CHECK(distance_at("bone a\n" + ball + "\n", {20.0F, 0.0F, 0.0F}) > 0.0F);
    CHECK(distance_at("bone a\n" + ball + "\nellipsoid -20 0 0  5 5 5 subtract\n",
                      {-20.0F, 0.0F, 0.0F}) > 0.0F);
    CHECK(distance_at("bone a\n" + ball + "\ncut 0 2 0  0 1 0\n", {-20.0F, 5.0F, 0.0F}) > 0.0F);
    CHECK(distance_at("solid s\n" + ball + "\nbone a\ninclude s\n", {-20.0F, 0.0F, 0.0F}) < 0.0F);
    CHECK(distance_at("bone a\ngroup\n" + ball +
                          "\ncut 0 2 0  0 1 0\nclose\nellipsoid -20 8 0 2 2 2\n",
                      {-20.0F, 8.0F, 0.0F}) < 0.0F);
}

TEST_CASE("a sheet is as thick as its points say") {
    const std::string plate = "bone a\nsheet\n0 0 0 4 | 50 0 0 8\n0 50 0 4 | 50 50 0 8\n";
    CHECK(distance_at(plate, {1.0F, 25.0F, 5.0F}) == doctest::Approx(3.0F).epsilon(0.05));
    CHECK(distance_at(plate, {49.0F, 25.0F, 5.0F}) == doctest::Approx(1.0F).epsilon(0.1));
}

TEST_CASE("a malformed recipe is refused with its line and what was expected") {
    struct Case {
        const char* text;
        const char* place;
        const char* words;
    };
    const Case cases[] = {
        {"ellipsoid 0 0 0 1 1 1\n", "line 1", "expected 'bone'"},
        {"bone\n", "line 1", "expected an id"},
        {"bone a\nelipsoid 0 0 0 1 1 1\n", "line 2", "unknown statement 'elipsoid'"},
        {"bone a\nellipsoid 0 0 0 1 1\n", "line 2", "three radii"},
        {"bone a\nellipsoid 0 0 0 1 1 0\n", "line 2", "above 0"},
        {"bone a\nellipsoid 0 0 0 1 1 w\n", "line 2", "unknown name 'w'"},
        {"bone a\nellipsoid 0 0 0 1 1 1/0\n", "line 2", "no finite value"},
        {"bone a\nellipsoid 0 0 0 1 1 99999999\n", "line 2", "beyond 10 m"},
        {"bone a\nellipsoid 0 0 0 1 1 (1\n", "line 2", "expected ')'"},
        {"bone a\nellipsoid @b 1 1 1\n", "line 2", "unknown landmark"},
        {"bone a\nellipsoid 0 0 0 1 1 1 k=2 soft\n", "line 2", "unknown name 'soft'"},
        {"bone a\ntube\n0 0 0 1\n", "line 2", "at least two rows"},
        {"bone a\ntube\n0 0 0\n", "line 3", "half-widths"},
        {"bone a\ntube\n0 0 0 -1\n0 1 0 1\n", "line 3", "above 0"},
        {"bone a\nsheet\n0 0 0 1 1 0 0 1\n", "line 2", "at least two rows"},
        {"bone a\nsheet\n0 0 0 1 1 0 0 1\n0 0 0 1 1 0 0 1 2 0 0 1\n", "line 4", "2 points"},
        {"bone a\ncut 0 0 0 0 0 0\n", "line 2", "a normal"},
        {"bone a\nframe 0 0 0 0 1 0 0 1 0\n", "line 2", "not parallel"},
        {"bone a\ninclude b\n", "line 2", "described before"},
        {"bone a\nclose\n", "line 2", "without a group"},
        {"bone a\ngroup\nellipsoid 0 0 0 1 1 1\n", "line 3", "expected 'close'"},
        {"bone a\ngroup\nclose\n", "line 2", "no shape"},
        {"bone a\n", "line 1", "has no shape"},
        {"bone a grid=0\nellipsoid 0 0 0 1 1 1\n", "line 1", "grid between"},
        {"bone a of b 1\n", "line 1", "unknown family"},
        {"family f x\nellipsoid x 0 0 1 1 1\nend\nbone a of f 1 2\n", "line 4",
         "expected 1 numbers"},
        {"family f x\nellipsoid x 0 0 1 1 1\n", "line 2", "expected 'end'"},
        {"bone a\nellipsoid 0 0 0 1 1 1\nbone a\n", "line 3", "described twice"},
        {"bone a\nset x\n", "line 2", "pairs"},
    };
    for (const Case& c : cases) {
        CAPTURE(std::string(c.text));
        const auto bones = parse(c.text);
        REQUIRE_FALSE(bones.has_value());
        CAPTURE(bones.error().reason);
        CHECK(bones.error().subject == "test.recipe");
        CHECK(bones.error().place == c.place);
        CHECK(bones.error().reason.find(c.words) != std::string::npos);
    }
}

TEST_CASE("deep nesting and noise are refused, not fatal") {
    std::string groups = "bone a\n";
    for (int i = 0; i < 1000; ++i) {
        groups += "group\n";
    }
    CHECK_FALSE(parse(groups).has_value());
    CHECK_FALSE(parse("bone a\nellipsoid " + std::string(5000, '(') + " 0 0 1 1 1\n").has_value());
    CHECK_FALSE(parse("bone a\nellipsoid " + std::string(5000, '-') + "1 0 0 1 1 1\n").has_value());
    CHECK_FALSE(parse(std::string("\x01\xff\0\n|||\x80 9", 10)).has_value());
    CHECK(parse("").has_value());
}

TEST_CASE("a folder without recipes is an error that names the folder") {
    const auto bones = load_recipes("no/such/folder");
    REQUIRE_FALSE(bones.has_value());
    CHECK(bones.error().subject == "no/such/folder");
}
