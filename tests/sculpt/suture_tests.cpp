#include "sculpt/recipe.h"
#include "sculpt/suture.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

Result<std::vector<BoneRecipe>> parse(const std::string& text) {
    return parse_recipes({{"test.recipe", text}});
}

/// A ball of radius 50 and two sutures that ring its cap at z = 40, one half each.
const std::string ball =
    "solid ball\nellipsoid 0 0 0 50 50 50\n"
    "suture upper amplitude=0 wavelength=5\n30 0 40\n21.2 21.2 40\n0 30 40\n-21.2 21.2 40\n-30 0 "
    "40\n"
    "suture lower\n-30 0 40\n-21.2 -21.2 40\n0 -30 40\n21.2 -21.2 40\n30 0 40\n";

float distance_at(const std::string& bone, const glm::vec3& point) {
    const auto bones = parse(ball + "bone a\ninclude ball\n" + bone);
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    return distance(*bones->front().solid, point, 100.0F);
}

std::string refusal(const std::string& text) {
    const auto bones = parse(text);
    return bones ? "" : bones.error().reason;
}

Suture straight(float amplitude) {
    return {"coronal",
            amplitude,
            6.0F,
            {{-40.0F, 50.0F, 0.0F}, {0.0F, 60.0F, 0.0F}, {40.0F, 50.0F, 0.0F}}};
}

} // namespace

TEST_CASE("a split keeps what its loop of sutures holds, or the rest") {
    const glm::vec3 cap(0.0F, 0.0F, 48.0F), rest(0.0F, 0.0F, -48.0F), side(40.0F, 0.0F, 20.0F);
    for (const std::string loop : {"upper lower", "-lower -upper", "lower upper"}) {
        CAPTURE(loop);
        CHECK(distance_at("split 0 0 0 " + loop + "\n", cap) < 0.0F);
        CHECK(distance_at("split 0 0 0 " + loop + "\n", rest) > 40.0F);
        CHECK(distance_at("split 0 0 0 " + loop + "\n", side) > 5.0F);
        CHECK(distance_at("split 0 0 0 " + loop + " outside\n", cap) > 0.0F);
        CHECK(distance_at("split 0 0 0 " + loop + " outside\n", rest) < 0.0F);
    }
}

TEST_CASE("the parts of a split leave the gap between them") {
    const float sine = std::sin(std::atan2(30.0F, 40.0F) + 0.02F);
    const glm::vec3 outer(0.0F, 48.0F * sine, 48.0F * std::sqrt(1.0F - sine * sine));
    const float beside = 48.0F * std::sin(0.02F);
    CHECK(distance_at("split 0 0 0 upper lower gap=1\n", outer) ==
          doctest::Approx(beside + 0.5F).epsilon(0.05));
    CHECK(distance_at("split 0 0 0 upper lower gap=1 outside\n", outer) ==
          doctest::Approx(0.5F - beside).epsilon(0.1));
}

TEST_CASE("a mirrored suture closes a loop with its original") {
    // From the pole at +z down to the pole at -z on the right, and back on the left.
    const std::string text =
        "bone a\nellipsoid 0 0 0 50 50 50\n"
        "suture edge\n0 0 50\n-25 0 43\n-43 0 25\n-43 -25 0\n-43 0 -25\n-25 0 -43\n0 0 -50\n"
        "split 0 0 0 edge -~edge\n";
    const auto bones = parse(text);
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    const Solid& solid = *bones->front().solid;
    CHECK(distance(solid, {0.0F, -45.0F, 0.0F}, 100.0F) < 0.0F);
    CHECK(distance(solid, {0.0F, 45.0F, 0.0F}, 100.0F) > 30.0F);
    for (const float x : {5.0F, 20.0F, 40.0F}) {
        const glm::vec3 right(-x, -4.0F, 20.0F), left(x, -4.0F, 20.0F);
        CHECK(distance(solid, right, 100.0F) ==
              doctest::Approx(distance(solid, left, 100.0F)).epsilon(0.01));
    }
}

TEST_CASE("distances to a split change smoothly and never overshoot") {
    const auto bones = parse(ball + "bone a\ninclude ball\nsplit 0 0 0 upper lower gap=0\n");
    REQUIRE(bones.has_value());
    const Part& split = bones->front().solid->parts.back();
    float before = 0.0F;
    for (int i = 0; i < 3000; ++i) {
        const float angle = static_cast<float>(i) / 3000.0F * 2.0F * std::numbers::pi_v<float>;
        const glm::vec3 point =
            40.0F * glm::vec3(0.3F * std::sin(3.0F * angle), std::sin(angle), std::cos(angle));
        const float d = distance(split.shape, point, 100.0F);
        const float exact =
            std::abs(std::atan2(std::hypot(point.x, point.y), point.z) - std::atan2(30.0F, 40.0F)) *
            glm::length(point);
        CHECK(std::abs(d) <= exact + 0.4F);
        if (i > 0 && exact < 1.5F) {
            CHECK(std::abs(d - before) < 0.4F);
        }
        before = d;
    }
}

TEST_CASE("a suture swings irregularly, always alike, and not at its ends") {
    const glm::vec3 centre(0.0F);
    const auto calm = trace(straight(0.0F), centre);
    const auto line = trace(straight(2.0F), centre);
    CHECK(line == trace(straight(2.0F), centre));
    CHECK(line.front() == calm.front());
    CHECK(line.back() == calm.back());
    float widest = 0.0F, turns = 0.0F;
    for (std::size_t i = 1; i < line.size(); ++i) {
        widest = std::max(widest, std::abs(line[i].z));
        turns += (line[i].z > 0.0F) != (line[i - 1].z > 0.0F) ? 1.0F : 0.0F;
        CHECK(glm::distance(line[i], line[i - 1]) < 2.0F);
    }
    CHECK(widest > 1.0F);
    CHECK(widest < 2.5F);
    CHECK(turns > 15.0F);
}

TEST_CASE("the bones on both sides of a suture fit together") {
    const std::string text = "solid ball\nellipsoid 0 0 0 50 50 50\n"
                             "suture a amplitude=2\n0 50 0\n0 35 35\n0 0 50\n"
                             "suture b\n0 0 50\n35 0 35\n50 0 0\n35 35 0\n0 50 0\n"
                             "suture c\n0 0 50\n-35 0 35\n-50 0 0\n-35 35 0\n0 50 0\n"
                             "bone left\ninclude ball\nsplit 0 0 0 a b gap=0\n"
                             "bone right\ninclude ball\nsplit 0 0 0 a c gap=0\n";
    const auto bones = parse(text);
    REQUIRE_MESSAGE(bones.has_value(), (bones ? "" : describe(bones.error())));
    for (int i = 0; i < 2000; ++i) {
        const float along = 0.1F + 1.3F * static_cast<float>(i % 50) / 50.0F;
        const float x = static_cast<float>(i / 50 - 20) * 0.2F;
        const glm::vec3 point(x, 45.0F * std::cos(along), 45.0F * std::sin(along));
        const float left = distance(*bones->at(0).solid, point, 100.0F);
        const float right = distance(*bones->at(1).solid, point, 100.0F);
        CHECK(left * right <= 1e-4F);
        CHECK(std::abs(left + right) < 1e-2F);
    }
}

TEST_CASE("sutures that do not fit are refused in words") {
    const std::string bone = ball + "bone a\ninclude ball\n";
    CHECK(refusal(bone + "split 0 0 0 upper\n").find("head to tail: 'upper' ends 60 mm") !=
          std::string::npos);
    CHECK(refusal(bone + "split 0 0 0 upper side\n") == "unknown suture 'side'");
    CHECK(refusal(bone + "split 0 0 0\n").find("names of sutures") != std::string::npos);
    CHECK(refusal(bone + "split 30 0 40 upper lower\n").find("5 mm away") != std::string::npos);
    CHECK(refusal(ball + "bone a\nsplit 0 0 0 upper lower\n").find("shapes before") !=
          std::string::npos);
    CHECK(refusal("suture s\n0 0 0\n").find("at least two rows") != std::string::npos);
    CHECK(refusal("suture s amplitude=-1\n0 0 0\n1 0 0\n").find("amplitude from 0") !=
          std::string::npos);
    CHECK(refusal("suture s\n0 0 0\n1 0\n").find("expected x y z") != std::string::npos);
    CHECK(refusal("suture s\n0 0 0\n1 0 0\nsuture s\n0 0 0\n1 0 0\n").find("twice") !=
          std::string::npos);
}
