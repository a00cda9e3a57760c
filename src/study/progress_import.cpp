#include "study/progress_import.h"

#include "study/progress_rows.h"
#include "study/progress_schema.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;

Error refusal(const fs::path& file, std::string reason, std::string cure) {
    return {.fault = Fault::input,
            .subject = file.string(),
            .place = {},
            .reason = std::move(reason),
            .cure = std::move(cure)};
}

/// Whether a file is one that can be imported as a whole.
Result<void> check(const Database& database, const fs::path& file) {
    const Result<Condition> condition = condition_of(database);
    const Result<int> version = schema_version(database);
    if (condition == Condition::newer) {
        return fail(refusal(file, "this progress was written by a newer version of Osteon",
                            "Bring this Osteon up to date, and import it again"));
    }
    if (condition != Condition::good || !version || *version == 0) {
        return fail(refusal(file, "this is no progress file of Osteon, or it is damaged",
                            "Choose a file that was exported, or a backup"));
    }
    return {};
}

Result<std::optional<LearnerId>> learner_named(const Database& database, std::string_view name) {
    Result<Statement> row = database.prepare("SELECT id FROM learners WHERE name = ?");
    if (!row) {
        return fail(row.error());
    }
    return row->with(name).next().map(
        [&](bool found) { return found ? std::optional(row->integer(0)) : std::nullopt; });
}

Result<bool> is_known(const Database& database, LearnerId learner, const Review& review) {
    Result<Statement> row =
        database.prepare("SELECT 1 FROM reviews WHERE learner = ? AND card = ? AND time = ?");
    if (!row) {
        return fail(row.error());
    }
    return row->with(learner, review.answer.card, number_of(review.at.time)).next();
}

/// The number of reviews added.
Result<int> add_reviews(const Database& database, LearnerId learner,
                        const std::vector<Review>& reviews) {
    int added = 0;
    for (const Review& review : reviews) {
        const Result<bool> known = is_known(database, learner, review);
        if (!known) {
            return fail(known.error());
        }
        if (*known) {
            continue;
        }
        if (const Result<void> written = write_review(database, learner, review); !written) {
            return fail(written.error());
        }
        ++added;
    }
    return added;
}

Result<int> add_learner(const Database& database, const CopiedLearner& copied) {
    const Result<std::optional<LearnerId>> known = learner_named(database, copied.learner.name);
    if (!known) {
        return fail(known.error());
    }
    const Result<LearnerId> learner =
        *known ? Result<LearnerId>(**known) : insert_learner(database, copied.learner);
    if (!learner) {
        return fail(learner.error());
    }
    const Result<int> added = add_reviews(database, *learner, copied.reviews);
    if (!added || *added == 0) {
        return added;
    }
    return schedule_anew(database, *learner).map([&] { return *added; });
}

} // namespace

Result<LearnerId> insert_learner(const Database& database, const Learner& learner) {
    Result<Statement> insert =
        database.prepare("INSERT INTO learners(name, desired_retention, session_length, new_a_day) "
                         "VALUES(?,?,?,?)");
    if (!insert) {
        return fail(insert.error());
    }
    const StudySettings& settings = learner.settings;
    return insert
        ->with(learner.name, settings.desired_retention, settings.session_length,
               settings.new_a_day)
        .run()
        .map([&] { return database.last_row(); });
}

Result<std::vector<CopiedLearner>> read_copied(const fs::path& file, Reading reading) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        return fail(refusal(file, "there is no such file", "Check the spelling of the path"));
    }
    const Result<Database> database = Database::open_to_read(file);
    if (!database) {
        return fail(database.error());
    }
    if (reading == Reading::whole) {
        if (const Result<void> checked = check(*database, file); !checked) {
            return fail(checked.error());
        }
    }
    const Result<std::vector<Learner>> learners = read_learners(*database);
    if (!learners) {
        return fail(learners.error());
    }
    std::vector<CopiedLearner> copied;
    for (const Learner& learner : *learners) {
        Result<std::vector<Review>> reviews =
            reading == Reading::salvaged
                ? salvage_reviews(*database, learner.id)
                : read_reviews(*database, learner.id, std::chrono::local_days::min());
        if (!reviews) {
            return fail(reviews.error());
        }
        copied.push_back({learner, std::move(*reviews)});
    }
    return copied;
}

Result<int> add_copied(const Database& database, const std::vector<CopiedLearner>& copied) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return fail(transaction.error());
    }
    int total = 0;
    for (const CopiedLearner& learner : copied) {
        const Result<int> added = add_learner(database, learner);
        if (!added) {
            return added;
        }
        total += *added;
    }
    return transaction->commit().map([&] { return total; });
}

} // namespace osteon::study
