#include "sculpt/landmark_report.h"
#include "support/shipped_registry.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace osteon;
using namespace osteon::sculpt;

namespace {

const anatomy::Registry& registry() {
    return testing::shipped_registry();
}

/// A femur that is a ball of 20 mm, with these lines below it.
std::vector<LandmarkReport> reports_of(const std::string& lines) {
    const auto recipes = parse_recipes(
        {{"test.recipe", "bone femur_right\nellipsoid -100 800 0 20 20 20\n" + lines}});
    REQUIRE(recipes.has_value());
    return report_landmarks(*recipes, registry());
}

const LandmarkReport& report_on(const std::vector<LandmarkReport>& reports, const char* link) {
    const auto found = std::ranges::find(reports, link, &LandmarkReport::link);
    REQUIRE(found != reports.end());
    return *found;
}

} // namespace

TEST_CASE("a landmark near its bone is sound, one far off or without a place is told") {
    const auto reports = reports_of("landmark greater_trochanter -123 800 0\n"
                                    "landmark linea_aspera -100 840 0\n"
                                    "landmark a_helper_of_the_recipe 0 0 0\n");
    const LandmarkReport& near = report_on(reports, "femur_right#greater_trochanter");
    CHECK(near.off == doctest::Approx(3.0F).epsilon(0.05));
    CHECK(near.fault().empty());
    const LandmarkReport& far = report_on(reports, "femur_right#linea_aspera");
    CHECK(far.fault() == "femur_right#linea_aspera lies 20 mm off its bone");
    CHECK(report_on(reports, "femur_right#head_of_femur").fault() ==
          "femur_right#head_of_femur has no place in its recipe");
}

TEST_CASE("left bones without a recipe of their own are not missed") {
    const auto reports = reports_of("");
    CHECK(std::ranges::none_of(reports, [](const LandmarkReport& report) {
        return report.link.starts_with("femur_left");
    }));
}
