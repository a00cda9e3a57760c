#include "study/progress_rows.h"

#include "study/progress_schema.h"

#include <map>
#include <utility>

namespace osteon::study {
namespace {

std::chrono::local_days day_of(std::int64_t number) {
    return std::chrono::local_days(std::chrono::days(number));
}

std::chrono::sys_seconds time_of(std::int64_t number) {
    return std::chrono::sys_seconds(std::chrono::seconds(number));
}

Learner learner_in(const Statement& row, bool with_settings) {
    Learner learner{.id = row.integer(0), .name = row.text(1), .settings = {}};
    if (with_settings) {
        learner.settings = {.desired_retention = row.real(2),
                            .session_length = static_cast<int>(row.integer(3)),
                            .new_a_day = static_cast<int>(row.integer(4))};
    }
    return learner;
}

constexpr const char* select_reviews =
    "SELECT card, time, day, grade, right, took_ms FROM reviews ";

Review review_in(const Statement& row) {
    return {.answer = {.card = row.text(0),
                       .grade = static_cast<Grade>(row.integer(3)),
                       .right = row.integer(4) != 0,
                       .took = std::chrono::milliseconds(row.integer(5))},
            .at = {.time = time_of(row.integer(1)), .day = day_of(row.integer(2))}};
}

} // namespace

std::int64_t number_of(std::chrono::local_days day) {
    return day.time_since_epoch().count();
}

std::int64_t number_of(std::chrono::sys_seconds time) {
    return time.time_since_epoch().count();
}

CardState read_state(const Statement& row, int from) {
    return {.stage = static_cast<Stage>(row.integer(from)),
            .step = static_cast<int>(row.integer(from + 1)),
            .stability = row.real(from + 2),
            .difficulty = row.real(from + 3),
            .due_day = day_of(row.integer(from + 4)),
            .due_time = time_of(row.integer(from + 5)),
            .last_review = {.time = time_of(row.integer(from + 7)),
                            .day = day_of(row.integer(from + 6))},
            .reviews = static_cast<int>(row.integer(from + 8)),
            .lapses = static_cast<int>(row.integer(from + 9))};
}

Result<void> write_state(const Database& database, LearnerId learner, std::string_view card,
                         const CardState& state) {
    Result<Statement> write =
        database.prepare("INSERT OR REPLACE INTO cards VALUES(?,?,?,?,?,?,?,?,?,?,?,?)");
    if (!write) {
        return fail(write.error());
    }
    return write
        ->with(learner, card, static_cast<int>(state.stage), state.step, state.stability,
               state.difficulty, number_of(state.due_day), number_of(state.due_time),
               number_of(state.last_review.day), number_of(state.last_review.time), state.reviews,
               state.lapses)
        .run();
}

Result<void> write_review(const Database& database, LearnerId learner, const Review& review) {
    Result<Statement> write =
        database.prepare("INSERT INTO reviews(learner, card, time, day, grade, right, took_ms) "
                         "VALUES(?,?,?,?,?,?,?)");
    if (!write) {
        return fail(write.error());
    }
    return write
        ->with(learner, review.answer.card, number_of(review.at.time), number_of(review.at.day),
               static_cast<int>(review.answer.grade), review.answer.right,
               std::int64_t{review.answer.took.count()})
        .run();
}

Result<std::vector<Review>> read_reviews(const Database& database, LearnerId learner,
                                         std::chrono::local_days since) {
    Result<Statement> rows = database.prepare(std::string(select_reviews) +
                                              "WHERE learner = ? AND day >= ? ORDER BY time, id");
    if (!rows) {
        return fail(rows.error());
    }
    rows->with(learner, number_of(since));
    std::vector<Review> reviews;
    Result<bool> row = rows->next();
    for (; row && *row; row = rows->next()) {
        reviews.push_back(review_in(*rows));
    }
    return row.map([&](bool) { return std::move(reviews); });
}

std::vector<Review> salvage_reviews(const Database& database, LearnerId learner) {
    // Row by row: neither an index nor sorting may stumble over a page that is not needed.
    Result<Statement> rows =
        database.prepare(std::string(select_reviews) + "NOT INDEXED WHERE learner = ?");
    std::vector<Review> reviews;
    if (!rows) {
        return reviews;
    }
    rows->with(learner);
    for (Result<bool> row = rows->next(); row && *row; row = rows->next()) {
        Review review = review_in(*rows);
        if (!review.answer.card.empty() && review.answer.grade >= Grade::again &&
            review.answer.grade <= Grade::easy) {
            reviews.push_back(std::move(review));
        }
    }
    return reviews;
}

Result<Scheduler> scheduler_of(const Database& database, LearnerId learner) {
    Result<Statement> row = database.prepare("SELECT desired_retention FROM learners WHERE id = ?");
    if (!row) {
        return fail(row.error());
    }
    return row->with(learner).next().map([&](bool found) {
        Scheduler scheduler;
        scheduler.desired_retention = found ? row->real(0) : c_usual_retention;
        return scheduler;
    });
}

Result<std::vector<Learner>> read_learners(const Database& database) {
    const Result<int> version = schema_version(database);
    if (!version) {
        return fail(version.error());
    }
    const bool with_settings = *version >= 2;
    Result<Statement> rows = database.prepare(
        with_settings ? "SELECT id, name, desired_retention, session_length, new_a_day "
                        "FROM learners ORDER BY name"
                      : "SELECT id, name FROM learners ORDER BY name");
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Learner> learners;
    Result<bool> row = rows->next();
    for (; row && *row; row = rows->next()) {
        learners.push_back(learner_in(*rows, with_settings));
    }
    return row.map([&](bool) { return std::move(learners); });
}

Result<std::vector<std::string>> read_identities(const Database& database, LearnerId learner) {
    const Result<int> version = schema_version(database);
    if (!version) {
        return fail(version.error());
    }
    std::vector<std::string> identities;
    if (*version < 3) {
        return identities;
    }
    Result<Statement> rows =
        database.prepare("SELECT identity FROM identities WHERE learner = ? ORDER BY identity");
    if (!rows) {
        return fail(rows.error());
    }
    rows->with(learner);
    Result<bool> row = rows->next();
    for (; row && *row; row = rows->next()) {
        identities.push_back(rows->text(0));
    }
    return row.map([&](bool) { return std::move(identities); });
}

Result<void> schedule_anew(const Database& database, LearnerId learner) {
    const Result<Scheduler> scheduler = scheduler_of(database, learner);
    const Result<std::vector<Review>> reviews =
        read_reviews(database, learner, std::chrono::local_days::min());
    Result<Statement> clear = database.prepare("DELETE FROM cards WHERE learner = ?");
    if (!scheduler || !reviews || !clear) {
        return fail(!scheduler ? scheduler.error() : (!reviews ? reviews.error() : clear.error()));
    }
    std::map<std::string_view, CardState> cards;
    for (const Review& review : *reviews) {
        CardState& card = cards[review.answer.card];
        card = after_review(*scheduler, card, review.answer.grade, review.at);
    }
    Result<void> done = clear->with(learner).run();
    for (const auto& [card, state] : cards) {
        if (!done) {
            break;
        }
        done = write_state(database, learner, card, state);
    }
    return done;
}

} // namespace osteon::study
