#pragma once

#include "base/error.h"
#include "study/fsrs.h"
#include "study/learner.h"
#include "study/sqlite.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The rows of a progress file and what they stand for.
namespace osteon::study {

/// The columns of a card's state, as read_state() expects them from a column on.
inline constexpr const char* c_state_columns = "stage, step, stability, difficulty, due_day, "
                                               "due_time, last_day, last_time, reviews, lapses";
CardState read_state(const Statement& row, int from);

std::int64_t number_of(std::chrono::local_days day);
std::int64_t number_of(std::chrono::sys_seconds time);

Result<void> write_state(const Database& database, LearnerId learner, std::string_view card,
                         const CardState& state);
Result<void> write_review(const Database& database, LearnerId learner, const Review& review);

/// The reviews of a learner from a day on, oldest first.
Result<std::vector<Review>> read_reviews(const Database& database, LearnerId learner,
                                         std::chrono::local_days since);

/// The reviews of a learner in a file with broken pages, as far as they can be read.
std::vector<Review> salvage_reviews(const Database& database, LearnerId learner);

/// How the cards of a learner are scheduled.
Result<Scheduler> scheduler_of(const Database& database, LearnerId learner);

/// All learners by name. Reads a file of schema version 1 as well.
Result<std::vector<Learner>> read_learners(const Database& database);

/// The identities of a learner; none in a file of schema version 2 and below.
Result<std::vector<std::string>> read_identities(const Database& database, LearnerId learner);

/// Schedules all cards of a learner anew, as if the reviews of the log were given again.
Result<void> schedule_anew(const Database& database, LearnerId learner);

} // namespace osteon::study
