#include "study/progress_schema.h"

#include <array>
#include <string>

namespace osteon::study {
namespace {

/// "OsPr", in the header of each file, tells progress files from other databases.
constexpr std::int64_t application_id = 0x4F735072;

// Times are seconds since 1970 in UTC, days are days since 1970 in the learner's time zone.
constexpr const char* make_version_1 = R"sql(
PRAGMA application_id = 1332957298;
CREATE TABLE learners(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE);
CREATE TABLE cards(
    learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
    card TEXT NOT NULL,
    stage INTEGER NOT NULL,
    step INTEGER NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due_day INTEGER NOT NULL,
    due_time INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY(learner, card)) WITHOUT ROWID;
CREATE TABLE reviews(
    id INTEGER PRIMARY KEY,
    learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
    card TEXT NOT NULL,
    time INTEGER NOT NULL,
    day INTEGER NOT NULL,
    grade INTEGER NOT NULL CHECK(grade BETWEEN 1 AND 4),
    right INTEGER NOT NULL,
    took_ms INTEGER NOT NULL);
CREATE TRIGGER reviews_are_only_added BEFORE UPDATE ON reviews BEGIN
    SELECT RAISE(ABORT, 'a review is never changed');
END;
)sql";

constexpr const char* make_version_2 = R"sql(
ALTER TABLE learners ADD COLUMN desired_retention REAL NOT NULL DEFAULT 0.9;
ALTER TABLE learners ADD COLUMN session_length INTEGER NOT NULL DEFAULT 20;
ALTER TABLE learners ADD COLUMN new_a_day INTEGER NOT NULL DEFAULT 10;
ALTER TABLE learners ADD COLUMN chosen_time INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reviews_by_day ON reviews(learner, day);
CREATE INDEX reviews_by_card ON reviews(learner, card, time);
)sql";

// Who a learner is, apart from the name (study/progress_import.h).
constexpr const char* make_version_3 = R"sql(
CREATE TABLE identities(
    identity TEXT PRIMARY KEY,
    learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE) WITHOUT ROWID;
INSERT INTO identities SELECT lower(hex(randomblob(16))), id FROM learners;
)sql";

/// What leads from each version to the next, beginning with an empty database.
constexpr std::array<const char*, c_schema_version> migrations{make_version_1, make_version_2,
                                                               make_version_3};

Result<Condition> verdict_of(const Database& database) {
    const Result<std::int64_t> application = database.number("PRAGMA application_id");
    const Result<std::int64_t> tables = database.number("SELECT count(*) FROM sqlite_schema");
    const Result<std::string> check = database.word("PRAGMA quick_check(1)");
    if (!application || !tables || !check) {
        return fail(!application ? application.error()
                                 : (!tables ? tables.error() : check.error()));
    }
    if (*tables == 0 && *application == 0) {
        return Condition::good;
    }
    if (*application != application_id || *check != "ok") {
        return Condition::damaged;
    }
    return schema_version(database).map([](int version) {
        return version < 1 ? Condition::damaged
                           : (version > c_schema_version ? Condition::newer : Condition::good);
    });
}

} // namespace

Result<Condition> condition_of(const Database& database) {
    Result<Condition> verdict = verdict_of(database);
    if (!verdict && database.found_damage()) {
        return Condition::damaged;
    }
    return verdict;
}

Result<int> schema_version(const Database& database) {
    return database.number("PRAGMA user_version").map([](std::int64_t version) {
        return static_cast<int>(version);
    });
}

Result<void> migrate(const Database& database) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return fail(transaction.error());
    }
    const Result<int> version = schema_version(database);
    if (!version) {
        return fail(version.error());
    }
    for (int next = *version; next < c_schema_version; ++next) {
        const std::string mark = "PRAGMA user_version = " + std::to_string(next + 1);
        Result<void> done = database.run(migrations[static_cast<std::size_t>(next)]);
        if (done) {
            done = database.run(mark.c_str());
        }
        if (!done) {
            return done;
        }
    }
    return transaction->commit();
}

} // namespace osteon::study
