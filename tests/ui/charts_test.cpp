#include "ui/charts.h"
#include "ui/compared_chart.h"
#include "ui/stage_parts.h"

#include <doctest/doctest.h>

namespace osteon::ui {
namespace {

using knowledge::Basis;
using knowledge::Confidence;
using knowledge::Knowledge;
using knowledge::Method;
using knowledge::Primary;
using knowledge::Site;
using knowledge::SpreadFigure;

SpreadFigure figure(std::string region, double percent, Basis basis = Basis::patients,
                    Confidence confidence = Confidence::verified) {
    SpreadFigure made;
    made.region = std::move(region);
    made.percent = percent;
    made.basis = basis;
    made.confidence = confidence;
    made.preferred = true;
    return made;
}

Site site(std::string id, std::string parent, std::string region,
          std::vector<anatomy::BoneIndex> bones) {
    Site made;
    made.id = id;
    made.name = "Name of " + id;
    made.parent = std::move(parent);
    made.region = std::move(region);
    made.bones = std::move(bones);
    return made;
}

Knowledge small_knowledge() {
    Knowledge known;
    known.sites = {
        site("ribs", "", "ribs", {1, 2, 9}),       site("rib_bones", "ribs", "ribs", {1, 2}),
        site("sternum", "ribs", "sternum", {9}),   site("pelvis", "", "pelvis", {4, 5, 6}),
        site("ilium", "pelvis", "pelvis", {5, 4}), site("pubis", "pelvis", "pelvis", {4, 6})};
    Primary primary;
    primary.id = "prostate";
    primary.figures = {figure("pelvis", 62.2), figure("ribs", 81.2),
                       figure("sternum", 8.7, Basis::lesions),
                       figure("femur", 30.0, Basis::patients, Confidence::recalled)};
    primary.heat = {{"pelvis", 4}, {"skull", 2}, {"mandible", 3}};
    known.primaries.push_back(primary);
    return known;
}

TEST_CASE("bars are sorted by size, and shares of lesions never join shares of patients") {
    const Knowledge known = small_knowledge();
    const SpreadChart chart = spread_chart(known.primaries.front(), known, true);
    REQUIRE(chart.patients.size() == 3);
    CHECK(chart.patients[0].region == "ribs");
    CHECK(chart.patients[1].region == "pelvis");
    CHECK(chart.patients[1].heat == 4);
    REQUIRE(chart.lesions.size() == 1);
    CHECK(chart.lesions[0].region == "sternum");
}

TEST_CASE("by body the bars go from head to foot, and figures still keep to their basis") {
    const Knowledge known = small_knowledge();
    const SpreadChart chart =
        spread_chart(known.primaries.front(), known, true, session::RegionOrder::by_body);
    REQUIRE(chart.patients.size() == 3);
    CHECK(chart.patients[0].region == "pelvis");
    CHECK(chart.patients[1].region == "ribs");
    CHECK(chart.patients[2].region == "femur");
    CHECK(chart.lesions.size() == 1);
    CHECK(chart.without.front().region == "skull");
}

TEST_CASE("the key under a chart has the marks that stand in it, each once") {
    const Knowledge known = small_knowledge();
    const std::vector<Icon> marks = marks_in(spread_chart(known.primaries.front(), known, true));
    CHECK(marks == std::vector<Icon>{Icon::mark_reported, Icon::mark_unchecked, Icon::mark_estimate,
                                     Icon::mark_none});
}

TEST_CASE("every mark that a figure can have is explained") {
    for (const Method method : {Method::reported, Method::pooled, Method::derived, Method::proxy,
                                Method::midpoint, Method::lower_bound, Method::upper_bound}) {
        for (const Confidence confidence : {Confidence::verified, Confidence::recalled}) {
            const Icon mark = mark_of(method, confidence);
            CHECK(meaning_of(mark).mark == mark);
        }
    }
    CHECK(meaning_of(Icon::search).mark == Icon::mark_none);
}

Knowledge two_primaries() {
    Knowledge known = small_knowledge();
    Primary breast;
    breast.id = "breast";
    breast.figures = {figure("pelvis", 40.0), figure("ribs", 30.0, Basis::lesions),
                      figure("sternum", 5.0, Basis::lesions)};
    known.primaries.push_back(breast);
    return known;
}

TEST_CASE("two primaries share an axis only where both count the same thing") {
    const Knowledge known = two_primaries();
    const ComparedChart chart = compared_chart(known.primaries[0], known.primaries[1], known, true,
                                               session::RegionOrder::by_size);
    REQUIRE(chart.patients.size() == 3);
    CHECK(chart.patients[0].region == "ribs");
    CHECK(chart.patients[0].second == nullptr); // it counts lesions
    CHECK(chart.patients[0].other_basis);
    CHECK(chart.patients[1].region == "pelvis");
    CHECK(chart.patients[1].second != nullptr);
    CHECK_FALSE(chart.patients[2].other_basis); // the femur has no figure in the other at all
    REQUIRE(chart.lesions.size() == 1);
    CHECK(chart.lesions[0].region == "sternum");
    CHECK(rows_in_common(chart.patients) == 1);
    CHECK(rows_in_common(chart.lesions) == 1);
    CHECK(chart.patients.size() + chart.lesions.size() + chart.without.size() == 15);
}

TEST_CASE("primaries without a figure of one basis have no axis in common") {
    Knowledge known = two_primaries();
    known.primaries[1].figures = {figure("pelvis", 40.0, Basis::lesions)};
    const ComparedChart chart = compared_chart(known.primaries[0], known.primaries[1], known, true,
                                               session::RegionOrder::by_body);
    CHECK(rows_in_common(chart.patients) == 0);
    CHECK(rows_in_common(chart.lesions) == 0);
    CHECK(chart.patients.front().region == "pelvis");
}

TEST_CASE("every region appears once, with or without a figure") {
    const Knowledge known = small_knowledge();
    const SpreadChart chart = spread_chart(known.primaries.front(), known, true);
    CHECK(chart.patients.size() + chart.lesions.size() + chart.without.size() == 15);
    CHECK(chart.without.front().region == "mandible");
    CHECK(chart.without.front().figure == nullptr);
}

TEST_CASE("unchecked figures count as not found once the reader hides them") {
    const Knowledge known = small_knowledge();
    const SpreadChart chart = spread_chart(known.primaries.front(), known, false);
    CHECK(chart.patients.size() == 2);
    CHECK(chart.without.size() == 12);
}

TEST_CASE("a region without a figure of a primary is told apart in the site's chart") {
    Knowledge known = small_knowledge();
    Primary mimic;
    mimic.id = "myeloma";
    mimic.is_metastasis = false;
    known.primaries.push_back(mimic);
    const RegionChart pelvis = region_chart("pelvis", known, true);
    CHECK(pelvis.patients.size() == 1);
    const RegionChart skull = region_chart("skull", known, true);
    CHECK(skull.patients.empty());
    CHECK(skull.without.size() == 1);
    CHECK(region_chart("", known, true).without.empty());
}

TEST_CASE("a region lights the bones of the parts that are counted under it") {
    const Knowledge known = small_knowledge();
    CHECK(region_bones("ribs", known) == std::vector<anatomy::BoneIndex>{1, 2});
    CHECK(region_bones("pelvis", known) == std::vector<anatomy::BoneIndex>{4, 5, 6});
    CHECK(region_bones("moon", known).empty());
}

TEST_CASE("a region has the name of its only part, else of its site") {
    const Knowledge known = small_knowledge();
    CHECK(region_name("ribs", known) == "Name of rib_bones");
    CHECK(region_name("pelvis", known) == "Name of pelvis");
    CHECK(region_name("moon", known) == "moon");
}

TEST_CASE("the mark of an unchecked figure wins over how it came about") {
    CHECK(mark_of(Method::reported, Confidence::verified) == Icon::mark_reported);
    CHECK(mark_of(Method::pooled, Confidence::verified) == Icon::mark_derived);
    CHECK(mark_of(Method::lower_bound, Confidence::verified) == Icon::mark_at_least);
    CHECK(mark_of(Method::upper_bound, Confidence::verified) == Icon::mark_at_most);
    CHECK(mark_of(Method::reported, Confidence::recalled) == Icon::mark_unchecked);
}

TEST_CASE("figures have one decimal and say when they are bounds") {
    CHECK(figure_text(62.2, Method::reported) == "62.2");
    CHECK(figure_text(50.0, Method::lower_bound) == "≥\u202F50.0");
    CHECK(figure_text(7.14, Method::upper_bound) == "≤\u202F7.1");
}

TEST_CASE("the orientation figure names the side that faces the viewer") {
    CHECK(facing_side(0.0F, 0.0F) == 'A');
    CHECK(facing_side(1.5708F, 0.0F) == 'L');
    CHECK(facing_side(-1.5708F, 0.2F) == 'R');
    CHECK(facing_side(3.1416F, -0.2F) == 'P');
    CHECK(facing_side(9.4248F, 0.0F) == 'P');
    CHECK(facing_side(0.0F, 1.4F) == 'S');
    CHECK(facing_side(2.0F, -1.4F) == 'I');
}

} // namespace
} // namespace osteon::ui
