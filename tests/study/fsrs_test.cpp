#include "study/fsrs.h"

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

using namespace osteon::study;
using namespace std::chrono_literals;
using std::chrono::days;

namespace {

constexpr std::chrono::sys_seconds start = std::chrono::sys_days(2022y / 11 / 29) + 12h + 30min;

Moment utc(std::chrono::sys_seconds time) {
    return moment_at(time, 0s);
}

/// The schedule of the published examples: two learning steps.
Scheduler published() {
    Scheduler scheduler;
    scheduler.learning_steps = {1min, 10min};
    return scheduler;
}

/// A card after grades that were given so many days after each other.
CardState after(const Scheduler& scheduler, const std::vector<std::pair<Grade, int>>& history) {
    CardState card;
    std::chrono::sys_seconds time = start;
    for (const auto& [grade, wait] : history) {
        time += days(wait);
        card = after_review(scheduler, card, grade, utc(time));
    }
    return card;
}

int days_until_due(const CardState& card) {
    return static_cast<int>((card.due_day - card.last_review.day).count());
}

/// The instant at which a card comes back.
std::chrono::sys_seconds due_time(const CardState& card) {
    return card.due_time != std::chrono::sys_seconds{}
               ? card.due_time
               : card.last_review.time + days(days_until_due(card));
}

const std::vector<std::pair<Grade, int>> one_card{{Grade::again, 0}, {Grade::good, 0},
                                                  {Grade::good, 1},  {Grade::good, 3},
                                                  {Grade::good, 8},  {Grade::good, 21}};

} // namespace

TEST_CASE("Thirteen answers lead to the intervals that py-fsrs 6 publishes in its tests") {
    // py-fsrs 6.3, tests/test_basic.py, test_review_card.
    const std::vector<Grade> grades{
        Grade::good,  Grade::good, Grade::good, Grade::good, Grade::good, Grade::good, Grade::again,
        Grade::again, Grade::good, Grade::good, Grade::good, Grade::good, Grade::good};
    const std::vector<int> expected{0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21};
    std::vector<int> intervals;
    CardState card;
    std::chrono::sys_seconds time = start;
    for (const Grade grade : grades) {
        card = after_review(published(), card, grade, utc(time));
        intervals.push_back(days_until_due(card));
        time = due_time(card);
    }
    CHECK(intervals == expected);
    CHECK(card.reviews == 13);
    CHECK(card.lapses == 1);
}

TEST_CASE("A card's memory is what py-fsrs 6 and fsrs-rs 5 publish for it") {
    const CardState card = after(published(), one_card);
    CHECK(card.stability == doctest::Approx(53.62691).epsilon(1e-6));
    CHECK(card.difficulty == doctest::Approx(6.3574867).epsilon(1e-6));
}

TEST_CASE("Without the weights of the short term the memory is what fsrs-rs 5 publishes for it") {
    Scheduler scheduler = published();
    scheduler.weights[17] = scheduler.weights[18] = scheduler.weights[19] = 0.0;
    const CardState card = after(scheduler, one_card);
    CHECK(card.stability == doctest::Approx(53.335106).epsilon(1e-6));
    CHECK(card.difficulty == doctest::Approx(6.3574867).epsilon(1e-6));
}

TEST_CASE("The first answer gives the published stability and difficulty") {
    const std::vector<std::pair<double, double>> expected{
        {0.212, 6.4133}, {1.2931, 5.11217071}, {2.3065, 2.11810397}, {8.2956, 1.0}};
    for (int grade = 1; grade <= 4; ++grade) {
        const CardState card = after(published(), {{static_cast<Grade>(grade), 0}});
        const auto& [stability, difficulty] = expected[static_cast<std::size_t>(grade - 1)];
        CHECK(card.stability == doctest::Approx(stability));
        CHECK(card.difficulty == doctest::Approx(difficulty));
    }
}

TEST_CASE("Days until the next review follow the desired recall as published") {
    // fsrs-rs 5, next_interval() of a stability of one day; at the least recalls its sums are in
    // single precision.
    Scheduler scheduler;
    scheduler.longest_interval = 10'000'000;
    const std::vector<int> expected{3116766, 34793, 2508, 387, 90, 27, 9, 3, 1};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        scheduler.desired_retention = 0.1 * static_cast<double>(i + 1);
        CHECK(interval_days(scheduler, 1.0) == doctest::Approx(expected[i]).epsilon(1e-5));
    }
}

TEST_CASE("Recall is certain at first, 90 % when the stability has passed, and falls on") {
    CHECK(recall_probability(c_fsrs6_weights, 10.0, 0.0) == doctest::Approx(1.0));
    CHECK(recall_probability(c_fsrs6_weights, 10.0, 10.0) == doctest::Approx(0.9));
    CHECK(recall_probability(c_fsrs6_weights, 10.0, 100.0) < 0.75);
}

TEST_CASE("A card answered right is shown again after days, a wrong one after ten minutes") {
    const Scheduler scheduler;
    const Moment now = utc(start);
    const CardState right = after_review(scheduler, {}, Grade::good, now);
    CHECK(right.stage == Stage::review);
    CHECK(days_until_due(right) == 2);
    const CardState wrong = after_review(scheduler, {}, Grade::again, now);
    CHECK(wrong.stage == Stage::learning);
    CHECK_FALSE(is_due(wrong, utc(start + 9min)));
    CHECK(is_due(wrong, utc(start + 10min)));
    const CardState learnt = after_review(scheduler, wrong, Grade::good, utc(start + 10min));
    CHECK(learnt.stage == Stage::review);
    CHECK(learnt.lapses == 0);
}

TEST_CASE("A learnt card that is forgotten counts a lapse and is learnt anew") {
    const Scheduler scheduler;
    const CardState learnt = after(scheduler, {{Grade::good, 0}, {Grade::good, 2}});
    const CardState lapsed = after_review(scheduler, learnt, Grade::again, utc(start + days(13)));
    CHECK(lapsed.stage == Stage::relearning);
    CHECK(lapsed.lapses == 1);
    CHECK(lapsed.stability < learnt.stability);
    CHECK(lapsed.difficulty > learnt.difficulty);
    const CardState again =
        after_review(scheduler, lapsed, Grade::again, utc(start + days(13) + 10min));
    CHECK(again.lapses == 1);
    CHECK(again.stage == Stage::relearning);
}

TEST_CASE("A card is due on its day, whatever the hour, and on all later days") {
    const CardState card = after(Scheduler(), {{Grade::good, 0}});
    const auto at = [](int day, std::chrono::hours hour) {
        return utc(std::chrono::floor<days>(start) + days(day) + hour);
    };
    CHECK_FALSE(is_due(card, at(1, 23h)));
    CHECK_FALSE(is_due(card, at(2, 3h))); // still the evening before
    CHECK(is_due(card, at(2, 4h)));
    CHECK(is_due(card, at(40, 12h)));
    CHECK_FALSE(is_due(CardState(), at(0, 12h)));
}

TEST_CASE("Who learns past midnight is in the same study day") {
    const std::chrono::sys_seconds evening = std::chrono::sys_days(2026y / 3 / 1) + 22h;
    const Moment before = moment_at(evening, 1h);
    CHECK(before.day == std::chrono::local_days(2026y / 3 / 1));
    CHECK(moment_at(evening + 4h, 1h).day == before.day);
    CHECK(moment_at(evening + 6h, 1h).day == before.day + days(1));
    CHECK(moment_at(evening + 4h, 12h).day == before.day + days(1));
}

TEST_CASE("A clock set back spoils no card") {
    const Scheduler scheduler;
    const CardState card = after(scheduler, {{Grade::good, 0}, {Grade::good, 30}});
    const CardState next = after_review(scheduler, card, Grade::good, utc(start - days(400)));
    CHECK(std::isfinite(next.stability));
    CHECK(next.stability >= card.stability);
    CHECK(recall_probability(scheduler, card, utc(start - days(400)).day) == doctest::Approx(1.0));
}

TEST_CASE("However often a card is forgotten, its numbers stay in their ranges") {
    const Scheduler scheduler;
    CardState card;
    for (int i = 0; i < 1000; ++i) {
        card = after_review(scheduler, card, i % 7 == 0 ? Grade::hard : Grade::again,
                            utc(start + days(i)));
        REQUIRE(card.stability >= 0.001);
        REQUIRE(card.difficulty >= 1.0);
        REQUIRE(card.difficulty <= 10.0);
    }
}

TEST_CASE("No interval is longer than the longest allowed") {
    Scheduler scheduler;
    scheduler.longest_interval = 100;
    CardState card;
    std::chrono::sys_seconds time = start;
    for (int i = 0; i < 6; ++i) {
        card = after_review(scheduler, card, Grade::easy, utc(time));
        REQUIRE(days_until_due(card) <= 100);
        time += days(days_until_due(card));
    }
    CHECK(days_until_due(card) == 100);
}
