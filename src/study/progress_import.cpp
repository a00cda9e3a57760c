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

/// The first id that a query finds, if any.
template <class... Values>
Result<std::optional<LearnerId>> first_id(const Database& database, std::string_view sql,
                                          const Values&... values) {
    Result<Statement> row = database.prepare(sql);
    if (!row) {
        return fail(row.error());
    }
    return row->with(values...).next().map(
        [&](bool found) { return found ? std::optional(row->integer(0)) : std::nullopt; });
}

Result<std::optional<LearnerId>> learner_named(const Database& database, std::string_view name) {
    return first_id(database, "SELECT id FROM learners WHERE name = ?", name);
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

Result<void> add_identities(const Database& database, LearnerId learner,
                            const std::vector<std::string>& identities) {
    for (const std::string& identity : identities) {
        Result<Statement> insert =
            database.prepare("INSERT OR IGNORE INTO identities(identity, learner) VALUES(?,?)");
        if (!insert) {
            return fail(insert.error());
        }
        if (Result<void> added = insert->with(identity, learner).run(); !added) {
            return added;
        }
    }
    return {};
}

/// The learner here who is a copied one, if any.
Result<std::optional<LearnerId>> same_learner(const Database& database, const CopiedLearner& copied,
                                              Reading reading) {
    for (const std::string& identity : copied.identities) {
        const auto known =
            first_id(database, "SELECT learner FROM identities WHERE identity = ?", identity);
        if (!known || *known) {
            return known;
        }
    }
    // Copies of a file that was older than identities have each got others.
    for (const Review& review : copied.reviews) {
        const auto known = first_id(database,
                                    "SELECT reviews.learner FROM learners JOIN reviews ON "
                                    "reviews.learner = learners.id "
                                    "WHERE reviews.card = ? AND time = ? AND took_ms = ?",
                                    review.answer.card, number_of(review.at.time),
                                    std::int64_t{review.answer.took.count()});
        if (!known || *known) {
            return known;
        }
    }
    // Who has answered nothing yet is not mixed up with anyone.
    if (reading == Reading::salvaged || copied.reviews.empty()) {
        return learner_named(database, copied.learner.name);
    }
    return std::optional<LearnerId>();
}

/// The name, or "name (2)" where that is taken.
Result<std::string> free_name(const Database& database, const std::string& name) {
    std::string free = name;
    for (int number = 2;; ++number) {
        const auto taken = learner_named(database, free);
        if (!taken) {
            return fail(taken.error());
        }
        if (!*taken) {
            return free;
        }
        free = name + " (" + std::to_string(number) + ")";
    }
}

/// Adds one who is nobody of those here; notes another name.
Result<LearnerId> add_stranger(const Database& database, const CopiedLearner& copied,
                               Imported& imported) {
    return free_name(database, copied.learner.name).and_then([&](const std::string& name) {
        Learner learner = copied.learner;
        learner.name = name;
        if (name != copied.learner.name) {
            imported.renamed.push_back({copied.learner.name, name});
        }
        return insert_learner(database, learner, copied.identities);
    });
}

Result<void> add_learner(const Database& database, const CopiedLearner& copied, Reading reading,
                         Imported& imported) {
    const Result<std::optional<LearnerId>> known = same_learner(database, copied, reading);
    if (!known) {
        return fail(known.error());
    }
    const Result<LearnerId> learner =
        *known ? Result<LearnerId>(**known) : add_stranger(database, copied, imported);
    if (!learner) {
        return fail(learner.error());
    }
    return add_identities(database, *learner, copied.identities)
        .and_then([&] { return add_reviews(database, *learner, copied.reviews); })
        .and_then([&](int added) {
            imported.answers += added;
            return added > 0 ? schedule_anew(database, *learner) : Result<void>();
        });
}

/// Runs a statement about two learners.
Result<void> run_between(const Database& database, const char* sql, LearnerId first,
                         LearnerId second) {
    Result<Statement> statement = database.prepare(sql);
    return statement ? statement->with(first, second).run() : fail(statement.error());
}

} // namespace

Result<LearnerId> insert_learner(const Database& database, const Learner& learner,
                                 const std::vector<std::string>& identities) {
    Result<Statement> insert =
        database.prepare("INSERT INTO learners(name, desired_retention, session_length, new_a_day) "
                         "VALUES(?,?,?,?)");
    if (!insert) {
        return fail(insert.error());
    }
    const StudySettings& settings = learner.settings;
    const Result<void> inserted = insert
                                      ->with(learner.name, settings.desired_retention,
                                             settings.session_length, settings.new_a_day)
                                      .run();
    if (!inserted) {
        return fail(inserted.error());
    }
    const LearnerId id = database.last_row();
    const Result<std::string> own = database.word("SELECT lower(hex(randomblob(16)))");
    if (!own) {
        return fail(own.error());
    }
    return add_identities(database, id, identities.empty() ? std::vector{*own} : identities)
        .map([&] { return id; });
}

Result<int> join(const Database& database, LearnerId from, LearnerId into) {
    if (from == into) {
        return 0;
    }
    const auto reviews = read_reviews(database, from, std::chrono::local_days::min());
    Result<Transaction> transaction = Transaction::begin(database);
    if (!reviews || !transaction) {
        return fail(!reviews ? reviews.error() : transaction.error());
    }
    const Result<int> moved = add_reviews(database, into, *reviews);
    if (!moved) {
        return moved;
    }
    return run_between(database, "UPDATE identities SET learner = ?2 WHERE learner = ?1", from,
                       into)
        .and_then([&] {
            return run_between(database, "DELETE FROM learners WHERE id = ?1 AND id <> ?2", from,
                               into);
        })
        .and_then([&] { return schedule_anew(database, into); })
        .and_then([&] { return transaction->commit(); })
        .map([&] { return *moved; });
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
        Result<std::vector<std::string>> identities = read_identities(*database, learner.id);
        if (!identities && reading == Reading::whole) {
            return fail(identities.error());
        }
        copied.push_back({learner, std::move(identities).value_or(std::vector<std::string>()),
                          std::move(*reviews)});
    }
    return copied;
}

Result<Imported> add_copied(const Database& database, const std::vector<CopiedLearner>& copied,
                            Reading reading) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) {
        return fail(transaction.error());
    }
    Imported imported;
    for (const CopiedLearner& learner : copied) {
        if (const auto added = add_learner(database, learner, reading, imported); !added) {
            return fail(added.error());
        }
    }
    return transaction->commit().map([&] { return std::move(imported); });
}

} // namespace osteon::study
