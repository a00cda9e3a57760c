#include "study/overview.h"
#include "study/plan.h"
#include "study/progress.h"
#include "study/statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <string>
#include <vector>

using namespace osteon::study;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr std::chrono::sys_seconds monday = std::chrono::sys_days(2026y / 3 / 2) + 18h;

Moment on_day(int day, std::chrono::seconds later = 0s) {
    return moment_at(monday + days(day) + later, 0s);
}

/// Thirty cards to find a bone and ten of the bank.
std::vector<Card> deck() {
    std::vector<Card> cards;
    for (std::uint16_t i = 0; i < 30; ++i) {
        cards.push_back({"find:bone_" + std::to_string(i), Kind::find_bone, {i}});
    }
    for (std::uint16_t i = 0; i < 10; ++i) {
        cards.push_back({"bank:fact_" + std::to_string(i), Kind::bank, {i, 40}});
    }
    return cards;
}

void answer(Progress& progress, const std::string& card, Moment now, Grade grade = Grade::good) {
    const Answer given{.card = card, .grade = grade, .right = grade != Grade::again};
    REQUIRE(progress.record(c_nobody_yet, given, now).has_value());
}

std::vector<Card> session(const Progress& progress, Moment now,
                          SessionKind kind = SessionKind::planned) {
    return next_session(progress, deck(), now, kind).value();
}

Overview overview(const Progress& progress, Moment now) {
    return overview_of(progress, deck(), now).value();
}

std::vector<std::string> ids(const std::vector<Card>& cards) {
    std::vector<std::string> ids;
    std::ranges::transform(cards, std::back_inserter(ids), &Card::id);
    return ids;
}

} // namespace

TEST_CASE("Who begins gets as many new cards as a session holds, of all kinds in turn") {
    Progress progress = Progress::in_memory().value();
    const std::vector<Card> cards = session(progress, on_day(0));
    REQUIRE(cards.size() == 20);
    CHECK(std::ranges::count(cards, Kind::bank, &Card::kind) == 10);
    CHECK(std::ranges::count(cards, Kind::find_bone, &Card::kind) == 10);
    CHECK(ids(session(progress, on_day(0))) == ids(cards));
    CHECK(overview(progress, on_day(0)).today.fresh == 20);
    CHECK(overview(progress, on_day(0)).all == 40);
    const LearnerId anna = progress.add_learner("Anna", on_day(0)).value();
    REQUIRE(progress.set_settings(anna, {.session_length = 40}).has_value());
    CHECK(session(progress, on_day(0)).size() == 40);
    REQUIRE(progress.set_settings(anna, {.session_length = 40, .new_a_day = 5}).has_value());
    CHECK(session(progress, on_day(0)).size() == 5);
}

TEST_CASE("New cards that were begun today count against the day's number") {
    Progress progress = Progress::in_memory().value();
    const std::vector<Card> first = session(progress, on_day(0));
    for (std::size_t i = 0; i < 17; ++i) {
        answer(progress, first[i].id, on_day(0));
    }
    answer(progress, first[0].id, on_day(0, 1min)); // the same one twice
    CHECK(overview(progress, on_day(0, 2min)).today.fresh == 3);
    CHECK(session(progress, on_day(0, 2min)).size() == 3);
    CHECK(overview(progress, on_day(1)).today.fresh == 10);
    answer(progress, first[17].id, on_day(1));
    CHECK(overview(progress, on_day(1, 1min)).today.fresh == 9);
}

TEST_CASE("A session begins with what is not learnt yet, goes on with what is due and ends with "
          "new cards") {
    Progress progress = Progress::in_memory().value();
    answer(progress, "find:bone_1", on_day(0), Grade::easy);
    answer(progress, "find:bone_2", on_day(0), Grade::good);
    answer(progress, "find:bone_3", on_day(0), Grade::hard); // not learnt yet
    answer(progress, "find:bone_4", on_day(9), Grade::again);
    const std::vector<std::string> cards = ids(session(progress, on_day(9, 10min)));
    REQUIRE(cards.size() == 13);
    CHECK(std::vector(cards.begin(), cards.begin() + 4) ==
          std::vector<std::string>{"find:bone_3", "find:bone_4", "find:bone_2", "find:bone_1"});
    CHECK(overview(progress, on_day(9, 1min)).today.due == 3);
    CHECK(overview(progress, on_day(9, 1min)).today.later == 1);
}

TEST_CASE("A session is as long as the learner chose") {
    Progress progress = Progress::in_memory().value();
    const LearnerId anna = progress.add_learner("Anna", on_day(0)).value();
    for (int i = 0; i < 30; ++i) {
        answer(progress, "find:bone_" + std::to_string(i), on_day(0));
    }
    CHECK(session(progress, on_day(3)).size() == 20);
    REQUIRE(progress.set_settings(anna, {.session_length = 12}).has_value());
    CHECK(session(progress, on_day(3)).size() == 12);
}

TEST_CASE("Who is done for today may go ahead, with what would be forgotten first") {
    Progress progress = Progress::in_memory().value();
    answer(progress, "find:bone_1", on_day(0), Grade::easy);
    answer(progress, "find:bone_2", on_day(0), Grade::good);
    CHECK(ids(session(progress, on_day(1), SessionKind::ahead)) ==
          std::vector<std::string>{"find:bone_2", "find:bone_1"});
}

TEST_CASE("A card that the deck lost is asked no more, and does no harm") {
    Progress progress = Progress::in_memory().value();
    answer(progress, "find:bone_of_an_older_model", on_day(0), Grade::again);
    const Overview shown = overview(progress, on_day(5));
    CHECK(shown.today.due == 0);
    CHECK(shown.statistics.hardest.empty());
    CHECK(std::ranges::count(ids(session(progress, on_day(5))), "find:bone_of_an_older_model") ==
          0);
}

TEST_CASE("The forecast counts each card on its day, and what is overdue today") {
    Progress progress = Progress::in_memory().value();
    answer(progress, "find:bone_1", on_day(0), Grade::again); // still to be learnt
    answer(progress, "find:bone_2", on_day(0), Grade::good);  // in 2 days
    answer(progress, "find:bone_3", on_day(0), Grade::easy);  // in 8 days
    std::array<int, c_forecast_days> expected{};
    expected[0] = expected[2] = expected[8] = 1;
    CHECK(overview(progress, on_day(0)).forecast == expected);
    expected = {};
    expected[0] = 2;
    expected[3] = 1;
    CHECK(overview(progress, on_day(5)).forecast == expected);
}

TEST_CASE("Recall counts the first answer of a later day only") {
    Progress progress = Progress::in_memory().value();
    answer(progress, "find:bone_1", on_day(0), Grade::again); // first seen: tells nothing
    answer(progress, "find:bone_1", on_day(0, 10min));        // the same day
    answer(progress, "find:bone_1", on_day(1));
    answer(progress, "find:bone_1", on_day(4), Grade::again);
    answer(progress, "find:bone_1", on_day(4, 10min));
    answer(progress, "bank:fact_1", on_day(4));
    answer(progress, "bank:fact_1", on_day(6));
    const Statistics statistics = overview(progress, on_day(6)).statistics;
    CHECK(statistics.answers == 7);
    CHECK(statistics.recall.asked == 3);
    CHECK(statistics.recall.recalled == 2);
    CHECK(statistics.by_kind[0].share() == doctest::Approx(0.5));
    CHECK(statistics.by_kind[6].share() == doctest::Approx(1.0));
    REQUIRE(statistics.days.size() == c_statistics_days);
    const StudyDay& fourth = statistics.days[c_statistics_days - 3];
    CHECK(fourth.day == on_day(4).day);
    CHECK(fourth.answers == 3);
    CHECK(fourth.right == 2);
    CHECK(fourth.recall.share() == doctest::Approx(0.0));
}

TEST_CASE("A row of days lasts until a whole day was missed") {
    Progress progress = Progress::in_memory().value();
    CHECK(overview(progress, on_day(0)).statistics.streak == 0);
    for (const int day : {0, 2, 3, 4}) {
        answer(progress, "find:bone_1", on_day(day));
        answer(progress, "find:bone_2", on_day(day, 1min));
    }
    CHECK(overview(progress, on_day(4)).statistics.streak == 3);
    CHECK(overview(progress, on_day(5)).statistics.streak == 3); // today is not over
    CHECK(overview(progress, on_day(6)).statistics.streak == 0);
}

TEST_CASE("Bones that are missed often are the hardest, a card's weight shared by its bones") {
    Progress progress = Progress::in_memory().value();
    for (int i = 0; i < 4; ++i) {
        answer(progress, "find:bone_5", on_day(i), Grade::again);
        answer(progress, "bank:fact_6", on_day(i), Grade::again); // about 6 and 40
        answer(progress, "find:bone_7", on_day(i), i == 0 ? Grade::again : Grade::good);
        answer(progress, "find:bone_8", on_day(i));
    }
    const std::vector<HardBone> hardest = overview(progress, on_day(4)).statistics.hardest;
    REQUIRE(hardest.size() == 4);
    CHECK(hardest[0].bone == 5);
    CHECK(hardest[0].share() == doctest::Approx(0.8));
    CHECK(hardest[1].share() == doctest::Approx(2.0 / 3.0));
    CHECK(std::set{hardest[1].bone, hardest[2].bone} ==
          std::set<osteon::anatomy::BoneIndex>{6, 40});
    CHECK(hardest[3].bone == 7);
}

TEST_CASE("Three days of study bring fewer cards back the better they are known") {
    Progress progress = Progress::in_memory().value();
    int answers = 0;
    for (int day = 0; day < 3; ++day) {
        const std::vector<Card> cards = session(progress, on_day(day));
        CHECK(cards.size() <= 20);
        for (const Card& card : cards) {
            answer(progress, card.id, on_day(day), Grade::easy);
            ++answers;
        }
        CHECK(overview(progress, on_day(day, 1h)).today.to_do() == 0);
    }
    CHECK(answers == 40);
    CHECK(overview(progress, on_day(2)).known == 40);
    CHECK(overview(progress, on_day(2)).statistics.streak == 3);
}
