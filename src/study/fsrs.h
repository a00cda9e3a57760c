#pragma once

#include "study/moment.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

/// The Free Spaced Repetition Scheduler in its version 6, from the formulas that its authors
/// publish: "The Algorithm", github.com/open-spaced-repetition/fsrs4anki/wiki, section FSRS-6; the
/// model behind it is J. Ye, J. Su, Y. Cao, "A Stochastic Shortest Path Algorithm for Optimizing
/// Spaced Repetition Scheduling", ACM SIGKDD 2022, doi:10.1145/3534678.3539081.
namespace osteon::study {

/// How well a card was remembered; the numbers are those of the formulas.
enum class Grade : std::uint8_t { again = 1, hard = 2, good = 3, easy = 4 };

/// Where a card stands. Learning and relearning cards come back within minutes, those in review
/// after days.
enum class Stage : std::uint8_t { fresh = 0, learning = 1, review = 2, relearning = 3 };

/// The weights w0 to w20.
using FsrsWeights = std::array<double, 21>;

/// The default weights of FSRS-6, fitted by its authors over the reviews of some ten thousand
/// learners: fsrs-rs 5.1 and later, py-fsrs 6.3 (both MIT).
inline constexpr FsrsWeights c_fsrs6_weights{
    0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// What a learner may want of the recall at the time a card comes back.
inline constexpr double c_least_retention = 0.7;
inline constexpr double c_most_retention = 0.97;
inline constexpr double c_usual_retention = 0.9;

/// How cards are scheduled.
struct Scheduler {
    FsrsWeights weights = c_fsrs6_weights;
    double desired_retention = c_usual_retention; ///< 0..1, the recall at which a card comes back
    /// The waits of a card that is not yet known, and of one that was forgotten. A right answer
    /// takes it one further, the last one to days; a wrong one back to the first.
    std::vector<std::chrono::seconds> learning_steps{std::chrono::minutes(10)};
    std::vector<std::chrono::seconds> relearning_steps{std::chrono::minutes(10)};
    int longest_interval = 36500; ///< days
};

/// What is known of a learner's memory of one card.
struct CardState {
    Stage stage = Stage::fresh;
    int step = 0;            ///< place in the learning or relearning steps
    double stability = 0.0;  ///< days after which recall falls to 90 %; 0: never reviewed
    double difficulty = 0.0; ///< 1 (easy) to 10; 0: never reviewed
    /// It is due on this day from `due_time` on, and on all later days at any time.
    std::chrono::local_days due_day{};
    std::chrono::sys_seconds due_time{};
    Moment last_review{};
    int reviews = 0;
    int lapses = 0; ///< how often it was forgotten after it had been learnt

    friend bool operator==(const CardState&, const CardState&) = default;
};

/// The probability (0..1] that a memory of a stability is recalled `days` after its last review.
double recall_probability(const FsrsWeights& weights, double stability, double days);

/// The same for a card on a day; 0 where it was never reviewed.
double recall_probability(const Scheduler& scheduler, const CardState& card,
                          std::chrono::local_days day);

/// Days (1 and more) until the recall of a memory falls to the desired retention.
int interval_days(const Scheduler& scheduler, double stability);

/// The card after it was reviewed. Days count as study days, not as spans of 24 hours: a second
/// review on the same day follows the formula for the short term, whatever the hour.
CardState after_review(const Scheduler& scheduler, const CardState& card, Grade grade, Moment now);

/// Whether a card that was reviewed before is to come back now. Fresh cards are never due.
bool is_due(const CardState& card, Moment now);

} // namespace osteon::study
