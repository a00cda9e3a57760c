#include "sculpt/recipe.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

std::vector<BoneRecipe> bones_of(const std::string& text) {
    const auto bones = parse_recipes({{"test.recipe", text}});
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    return *bones;
}

float distance_at(const std::string& text, const glm::vec3& point) {
    const auto bones = bones_of(text);
    return distance(*bones.back().solid, point, 1000.0F);
}

std::string refusal(const std::string& text) {
    const auto bones = parse_recipes({{"test.recipe", text}});
    return bones ? "" : bones.error().place + ": " + bones.error().reason;
}

bool contains(const std::string& text, std::string_view words) {
    CAPTURE(text);
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("dimensions and landmarks name numbers, and tell where they stand") {
    const auto bones = bones_of("bone a\n"
                                "dimension radius 5.50  # of the head\n"
                                "landmark head 0 -10 radius\n"
                                "ellipsoid @head+(2*radius,0,1)  radius 1 head.y+12\n");
    const BoneRecipe& bone = bones.front();
    CHECK(distance(*bone.solid, {16.5F, -10.0F, 6.5F}, 100.0F) == doctest::Approx(0.0F));
    CHECK(distance(*bone.solid, {11.0F, -10.0F, 8.5F}, 100.0F) == doctest::Approx(0.0F));
    REQUIRE(bone.landmarks.size() == 1);
    CHECK(bone.landmarks[0].name == "head");
    CHECK(bone.landmarks[0].place.z == doctest::Approx(5.5F));
    REQUIRE(bone.dimensions.size() == 3); // the landmark's z is an expression
    CHECK(bone.dimensions[0].name == "radius");
    CHECK(bone.dimensions[0].value == doctest::Approx(5.5F));
    CHECK(bone.dimensions[0].line == 2);
    CHECK(bone.dimensions[0].column == 18);
    CHECK(bone.dimensions[0].length == 4);
    CHECK(bone.dimensions[2].name == "head.y");
    CHECK(bone.dimensions[2].column == 17);
}

TEST_CASE("a landmark is placed by the frame in force, and by the solid that is included") {
    const auto bones = bones_of("solid knob\nlandmark tip 0 2 0\nellipsoid 0 0 0 2 2 2\n"
                                "bone a\nframe 100 0 0  1 0 0  0 0 1\nlandmark end 0 50 0\n"
                                "frame 0 0 0\ninclude knob at 0 10 0 scale 3 mirror\n");
    const auto& landmarks = bones.front().landmarks;
    REQUIRE(landmarks.size() == 2);
    CHECK(glm::distance(landmarks[0].place, {150.0F, 0.0F, 0.0F}) < 1e-3F);
    CHECK(landmarks[1].name == "tip");
    CHECK(glm::distance(landmarks[1].place, {0.0F, 16.0F, 0.0F}) < 1e-3F);
}

TEST_CASE("a family's values go by order or by name, and may have defaults") {
    const std::string family = "family ball r=2 x y=x+1\nellipsoid x y 0  r r r\nend\n";
    const auto bones =
        bones_of(family + "bone a of ball 3 10\nbone b of ball y=7 x=5\nbone c of ball 1 x=20\n");
    CHECK(distance(*bones[0].solid, {10.0F, 14.0F, 0.0F}, 99.0F) == doctest::Approx(0.0F));
    CHECK(distance(*bones[1].solid, {5.0F, 9.0F, 0.0F}, 99.0F) == doctest::Approx(0.0F));
    CHECK(distance(*bones[2].solid, {20.0F, 22.0F, 0.0F}, 99.0F) == doctest::Approx(0.0F));
    REQUIRE(bones[1].dimensions.size() == 2);
    CHECK(bones[1].dimensions[0].name == "x");
    CHECK(bones[1].dimensions[0].column == 22);
    CHECK(contains(refusal(family + "bone a of ball 3\n"), "'x' is missing"));
    CHECK(contains(refusal(family + "bone a of ball z=3 x=1\n"), "no 'z'"));
    CHECK(contains(refusal(family + "bone a of ball 3 1 r=3\n"), "'r' is given twice"));
}

TEST_CASE("a bone between two others takes every number in between") {
    const std::string ends =
        "solid a\nset r 2\nlandmark top 0 r 0\nellipsoid 0 0 0  r r r k=1\n"
        "solid b\nset r 6\nlandmark top 0 r+20 0\nellipsoid 0 20 0  r r r k=3\n";
    const auto bones = bones_of(ends + "bone c grid=0.5 between a b 0.25\nellipsoid @top 1 1 1\n");
    CHECK(distance(*bones[0].solid, {0.0F, 2.0F, 0.0F}, 99.0F) == doctest::Approx(0.0F));
    CHECK(distance(*bones[0].solid, {0.0F, 8.5F, 0.0F}, 99.0F) < 0.0F);
    CHECK(bones[0].grid == doctest::Approx(0.5F));
    CHECK(bones[0].landmarks.at(0).place.y == doctest::Approx(8.0F));
    CHECK(distance_at(ends + "bone c between a b 1.5\n", {0.0F, 38.0F, 0.0F}) ==
          doctest::Approx(0.0F));
}

TEST_CASE("solids that differ are not interpolated, and the error says where they do") {
    const std::string ball = "solid a\nellipsoid 0 0 0 1 1 1\n";
    CHECK(contains(refusal(ball + "solid b\ntube\n0 0 0 1\n0 9 0 1\nbone c between a b 0.5\n"),
                   "line 7: the two differ first where test.recipe, line 2 has 'ellipsoid' and "
                   "test.recipe, line 4"));
    const std::string more = ball + "solid b\nellipsoid 0 0 0 1 1 1\nellipsoid 0 0 0 2 2 2\n";
    CHECK(contains(refusal(more + "bone c between a b 0.5\n"),
                   "has more statements: 'ellipsoid' in test.recipe, line 5"));
    CHECK(contains(refusal(more + "bone c between a b 2\n"), "-0.5 to 1.5"));
    CHECK(contains(refusal(more + "bone c between a z 1\n"), "found 'z'"));
    CHECK(contains(refusal(more + "bone c between a b\n"), "a number after 'between'"));
}

TEST_CASE("an included solid is mirrored, scaled, turned and moved") {
    const std::string rod = "solid rod\nellipsoid 10 0 0  4 2 1\nbone a\n";
    CHECK(distance_at(rod + "include rod at 0 100 0\n", {10.0F, 102.0F, 0.0F}) ==
          doctest::Approx(0.0F));
    CHECK(distance_at(rod + "include rod mirror\n", {-14.0F, 0.0F, 0.0F}) == doctest::Approx(0.0F));
    // Turned by 90 degrees about z, x goes to y.
    CHECK(std::abs(distance_at(rod + "include rod turn 0 0 90\n", {0.0F, 14.0F, 0.0F})) < 1e-3F);
    CHECK(distance_at(rod + "include rod scale 2\n", {28.0F, 0.0F, 0.0F}) == doctest::Approx(0.0F));
    CHECK(distance_at(rod + "include rod scale 2\n", {34.0F, 0.0F, 0.0F}) ==
          doctest::Approx(6.0F).epsilon(0.01));
    CHECK(distance_at(rod + "set w 3\ninclude rod scale 1 w 1\n", {10.0F, 6.0F, 0.0F}) ==
          doctest::Approx(0.0F));
    CHECK(distance_at(rod + "frame 0 50 0\ninclude rod\n", {10.0F, 52.0F, 0.0F}) ==
          doctest::Approx(0.0F));
    CHECK(contains(refusal(rod + "include rod scale 0\n"), "0.02 to 50"));
    CHECK(contains(refusal(rod + "include rod at 1 2\n"), "three numbers after 'at'"));
    CHECK(contains(refusal(rod + "include rod up\n"), "expected 'at', 'turn', 'scale'"));
}

TEST_CASE("the distance of an unevenly scaled solid never overshoots") {
    const std::string text =
        "solid ball\nellipsoid 0 0 0 5 5 5\nbone a\ninclude ball scale 4 1 1\n";
    CHECK(distance_at(text, {30.0F, 0.0F, 0.0F}) <= 10.0F);
    CHECK(distance_at(text, {0.0F, 15.0F, 0.0F}) == doctest::Approx(10.0F).epsilon(0.01));
}

TEST_CASE("a groove is carved into the surface and a ridge raised on it") {
    const std::string ball = "bone a\nellipsoid 0 0 0 50 50 50\n";
    const std::string rows = "30 0 42\n0 0 52\n-30 0 40\n";
    const auto depth = [&](const std::string& line) {
        return distance_at(ball + line + "\n" + rows, {0.0F, 0.0F, 50.0F});
    };
    CHECK(depth("groove w=4 depth=2 k=0") == doctest::Approx(2.0F).epsilon(0.1));
    CHECK(depth("ridge w=4 height=1.5 k=0") == doctest::Approx(-1.5F).epsilon(0.1));
    const std::string groove = ball + "groove w=4 depth=2 k=0\n" + rows;
    CHECK(std::abs(distance_at(groove, {0.0F, 2.5F, 49.94F})) < 0.1F);
    CHECK(std::abs(distance_at(groove, {0.0F, 0.0F, -50.0F})) < 0.01F);
    CHECK(contains(refusal(ball + "groove w=4 depth=2\n0 0 90\n30 0 42\n"), "40 mm away"));
    CHECK(contains(refusal("bone a\n" + ("groove w=4 depth=2\n" + rows)), "shapes before"));
    CHECK(contains(refusal(ball + "ridge w=4 depth=2\n" + rows), "unknown option 'depth=2'"));
    CHECK(contains(refusal(ball + "ridge w=4\n" + rows), "height= above 0"));
    CHECK(contains(refusal(ball + "ridge w=4 height=1\n0 0 50\n"), "at least two rows"));
}

TEST_CASE("a recipe may say how many openings go through a bone") {
    CHECK(bones_of("bone a genus=1 grid=2\nellipsoid 0 0 0 1 1 1\n").front().genus == 1);
    CHECK_FALSE(bones_of("bone a\nellipsoid 0 0 0 1 1 1\n").front().genus.has_value());
    CHECK(contains(refusal("bone a genus=0.5\nellipsoid 0 0 0 1 1 1\n"), "whole number"));
}

TEST_CASE("a recipe may say how far simplification may stray") {
    const std::string ball = "grid=1\nellipsoid 0 0 0 12 12 12\n";
    CHECK_FALSE(bones_of("bone a " + ball).front().tolerance.has_value());
    CHECK(bones_of("bone a tolerance=0.3 " + ball).front().tolerance == 0.3F);
    CHECK(contains(refusal("bone a tolerance=9 " + ball), "tolerance between"));
}

TEST_CASE("a bone is read again with other numbers") {
    const auto book = RecipeBook::read(
        {{"test.recipe", "bone a\ndimension r 5\nlandmark c 0 0 0\nellipsoid @c r r r\n"}});
    REQUIRE(book.has_value());
    const auto bone = book->with("a", {{"r", 8.0F}, {"c.x", 2.0F}});
    REQUIRE(bone.has_value());
    CHECK(distance(*bone->solid, {20.0F, 0.0F, 0.0F}, 100.0F) == doctest::Approx(10.0F));
    CHECK(bone->dimensions[0].value == doctest::Approx(8.0F));
    CHECK_FALSE(book->with("a", {{"r", -8.0F}}).has_value());
    CHECK_FALSE(book->with("b", {}).has_value());
}

TEST_CASE("malformed names, dimensions and placements are refused in words") {
    const std::string end = "\nellipsoid 0 0 0 1 1 1\n";
    CHECK(contains(refusal("bone a\ndimension r 2*3" + end), "line 2: expected a plain number"));
    CHECK(contains(refusal("bone a\ndimension r" + end), "a name and one number"));
    CHECK(contains(refusal("bone a\ndimension r 1\ndimension r 2" + end), "'r' is named twice"));
    CHECK(contains(refusal("bone a\nset 2r 1" + end), "found '2r'"));
    CHECK(contains(refusal("bone a\nlandmark h 0 0" + end), "a name and x y z"));
    CHECK(contains(refusal("bone a\nlandmark h 0 0 0\nellipsoid @h+(1,2) 1 1 1\n"),
                   "three numbers in"));
    CHECK(contains(refusal("bone a\nlandmark h 0 0 0\nellipsoid @h+1 1 1 1\n"), "@name+(x,y,z)"));
    CHECK(contains(refusal("family f 2x" + end + "end\n"), "a parameter's name"));
    CHECK(contains(refusal("family f" + end + "end\nfamily f" + end + "end\n"), "described twice"));
    CHECK(contains(refusal("bone a with b" + end), "'of' and a family, or 'between'"));
}
