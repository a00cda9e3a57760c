#pragma once

#include "study/fsrs.h"
#include "study/moment.h"

#include <chrono>
#include <cstdint>
#include <string>

namespace osteon::study {

using LearnerId = std::int64_t;

/// Stands for whoever learns where nobody has a name yet. The first answer makes a learner of it.
inline constexpr LearnerId c_nobody_yet = 0;

/// What a learner may choose for a day.
struct StudySettings {
    double desired_retention = c_usual_retention; ///< c_least_retention..c_most_retention
    int session_length = 20;                      ///< questions, 1..200
    int new_a_day = 10;                           ///< cards never seen before, 0..200

    friend bool operator==(const StudySettings&, const StudySettings&) = default;
};

struct Learner {
    LearnerId id = c_nobody_yet;
    std::string name;
    StudySettings settings;
};

/// One answer, as the learner gave it.
struct Answer {
    std::string card; ///< "find:femur_left"
    Grade grade = Grade::good;
    bool right = true;
    std::chrono::milliseconds took{0};
};

/// One line of the log of reviews, which is only ever added to.
struct Review {
    Answer answer;
    Moment at;
};

/// What is known of one card that was answered at least once.
struct StudiedCard {
    std::string card;
    CardState state;
};

} // namespace osteon::study
