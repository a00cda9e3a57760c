#include "study/run.h"

#include <doctest/doctest.h>

using namespace osteon::study;

namespace {

Question click(const std::string& id, BoneIndex target) {
    Question question;
    question.card = {"find:" + id, Kind::find_bone, {target}};
    question.targets = {target};
    question.hint = "It is long.";
    return question;
}

Question choice(const std::string& id, std::size_t right) {
    Question question;
    question.card = {"bank:" + id, Kind::bank};
    question.choices = {"a", "b", "c"};
    question.right = right;
    return question;
}

} // namespace

TEST_CASE("A right click is good, one after the hint hard, a wrong one again") {
    Run run = begin({click("femur", 7), click("tibia", 8), click("talus", 9)});
    REQUIRE(answer(run, Clicked{7}));
    CHECK(run.outcome()->grade == Grade::good);
    next(run);
    take_hint(run);
    REQUIRE(answer(run, Clicked{8}));
    CHECK(run.outcome()->grade == Grade::hard);
    next(run);
    CHECK_FALSE(run.hinted);
    REQUIRE(answer(run, Clicked{8}));
    CHECK(run.outcome()->grade == Grade::again);
    CHECK(std::get<Clicked>(run.outcome()->given).bone == 8);
}

TEST_CASE("Not to know is again, as a wrong choice is") {
    Run run = begin({choice("ribs", 1), choice("jaw", 1)});
    REQUIRE(answer(run, Unknown{}));
    CHECK(run.outcome()->grade == Grade::again);
    next(run);
    REQUIRE(answer(run, Chosen{0}));
    CHECK(run.outcome()->grade == Grade::again);
}

TEST_CASE("A missed question comes once more at the end, and no more than that") {
    Run run = begin({choice("ribs", 1), choice("jaw", 2)});
    answer(run, Chosen{0});
    next(run);
    answer(run, Chosen{2});
    next(run);
    REQUIRE(run.phase == Phase::asking);
    CHECK(run.question()->card.id == "bank:ribs");
    answer(run, Chosen{0});
    next(run);
    CHECK(run.phase == Phase::over);
    CHECK(run.outcomes.size() == 3);
    CHECK(tally(run).right == 1);
    CHECK(tally(run).missed == 1);
}

TEST_CASE("What answers no open question changes nothing") {
    Run run = begin({click("femur", 7)});
    CHECK_FALSE(answer(run, Clicked{}));
    CHECK_FALSE(answer(run, Chosen{0}));
    next(run);
    CHECK(run.phase == Phase::asking);
    answer(run, Clicked{7});
    CHECK_FALSE(answer(run, Clicked{8}));
    CHECK(run.outcomes.size() == 1);
    next(run);
    CHECK(run.phase == Phase::over);
    CHECK_FALSE(answer(run, Unknown{}));
    CHECK(begin({}).phase == Phase::over);
}

TEST_CASE("A question without a hint gives none") {
    Run run = begin({choice("ribs", 1)});
    take_hint(run);
    CHECK_FALSE(run.hinted);
}

TEST_CASE("A card's id tells its kind") {
    CHECK(kind_of_card("find:femur_left") == Kind::find_bone);
    CHECK(kind_of_card("latin:femur_left") == Kind::name_bone);
    CHECK(kind_of_card("bank:rib_pairs") == Kind::bank);
    CHECK_FALSE(kind_of_card("femur_left"));
    CHECK_FALSE(kind_of_card("tail:femur"));
    for (const Kind kind : c_kinds) {
        CHECK(kind_of_card(std::string(to_string(kind)) + ":x") == kind);
    }
}
