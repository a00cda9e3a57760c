#include "study/progress.h"
#include "study/progress_import.h"
#include "study/progress_rows.h"

#include <algorithm>

namespace osteon::study {
namespace {

constexpr std::ptrdiff_t longest_name = 60; ///< letters
constexpr int longest_session = 200;

Error no_such_learner() {
    return {Fault::input, "", "", "there is no such learner any more", "Choose another one"};
}

std::ptrdiff_t letters_in(std::string_view text) {
    return std::ranges::count_if(text, [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; // begins a letter of UTF-8
    });
}

Result<std::string> checked_name(std::string_view name) {
    const auto first = name.find_first_not_of(" \t\n");
    const auto last = name.find_last_not_of(" \t\n");
    const std::string_view trimmed =
        first == std::string_view::npos ? "" : name.substr(first, last - first + 1);
    if (trimmed.empty() || letters_in(trimmed) > longest_name) {
        return fail({Fault::input, std::string(trimmed), "",
                     trimmed.empty() ? "a learner needs a name" : "this name is too long",
                     "Type a name of 1 to 60 letters"});
    }
    return std::string(trimmed);
}

/// Fails where another learner has this name.
Result<void> check_free(const Database& database, const std::string& name, LearnerId but) {
    Result<Statement> row = database.prepare("SELECT 1 FROM learners WHERE name = ? AND id <> ?");
    if (!row) {
        return fail(row.error());
    }
    const Result<bool> taken = row->with(name, but).next();
    if (!taken) {
        return fail(taken.error());
    }
    if (*taken) {
        return fail({Fault::input, name, "", "there is a learner of this name already",
                     "Choose another name"});
    }
    return {};
}

/// Runs a statement that must meet the row of a learner.
template <class... Values>
Result<void> run_on_learner(const Database& database, std::string_view sql,
                            const Values&... values) {
    Result<Statement> statement = database.prepare(sql);
    if (!statement) {
        return fail(statement.error());
    }
    return statement->with(values...).run();
}

Result<void> require(const Database& database, LearnerId learner) {
    Result<Statement> row = database.prepare("SELECT 1 FROM learners WHERE id = ?");
    if (!row) {
        return fail(row.error());
    }
    const Result<bool> known = row->with(learner).next();
    if (!known) {
        return fail(known.error());
    }
    return *known ? Result<void>() : Result<void>(fail(no_such_learner()));
}

} // namespace

Result<std::vector<Learner>> Progress::learners() const {
    return read_learners(database_);
}

Result<LearnerId> Progress::current_learner() const {
    if (chosen_ != c_nobody_yet && require(database_, chosen_)) {
        return chosen_; // whatever another window chooses
    }
    return database_.number("SELECT id FROM learners ORDER BY chosen_time DESC, id LIMIT 1");
}

Result<void> Progress::choose_learner(LearnerId learner, Moment now) {
    return require(database_, learner)
        .and_then([&] {
            return run_on_learner(
                database_,
                "UPDATE learners SET chosen_time = MAX(?, 1 + (SELECT MAX(chosen_time) FROM "
                "learners)) WHERE id = ?",
                number_of(now.time), learner);
        })
        .map([&] { chosen_ = learner; });
}

Result<LearnerId> Progress::add_learner(std::string_view name, Moment now) {
    const Result<std::string> checked = checked_name(name);
    if (!checked) {
        return fail(checked.error());
    }
    if (const Result<void> made = make_file(now); !made) {
        return fail(made.error());
    }
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) {
        return fail(transaction.error());
    }
    return check_free(database_, *checked, c_nobody_yet)
        .and_then([&] { return insert_learner(database_, {.name = *checked, .settings = {}}, {}); })
        .and_then([&](LearnerId learner) {
            return choose_learner(learner, now)
                .and_then([&] { return transaction->commit(); })
                .map([&] { return learner; });
        });
}

Result<void> Progress::rename_learner(LearnerId learner, std::string_view name) {
    const Result<std::string> checked = checked_name(name);
    if (!checked) {
        return fail(checked.error());
    }
    return require(database_, learner)
        .and_then([&] { return check_free(database_, *checked, learner); })
        .and_then([&] {
            return run_on_learner(database_, "UPDATE learners SET name = ? WHERE id = ?", *checked,
                                  learner);
        });
}

Result<void> Progress::remove_learner(LearnerId learner, Moment now) {
    return require(database_, learner)
        .and_then([&]() -> Result<void> {
            return kept_ ? back_up(now).map([](const std::filesystem::path&) {}) : Result<void>();
        })
        .and_then([&] {
            return run_on_learner(database_, "DELETE FROM learners WHERE id = ?", learner);
        });
}

Result<int> Progress::join_learners(LearnerId from, LearnerId into, Moment now) {
    return require(database_, from)
        .and_then([&] { return require(database_, into); })
        .and_then([&]() -> Result<void> {
            return kept_ ? back_up(now).map([](const std::filesystem::path&) {}) : Result<void>();
        })
        .and_then([&] { return join(database_, from, into); });
}

Result<void> Progress::set_settings(LearnerId learner, const StudySettings& settings) {
    return require(database_, learner).and_then([&] {
        return run_on_learner(
            database_,
            "UPDATE learners SET desired_retention = ?, session_length = ?, new_a_day = ? "
            "WHERE id = ?",
            std::clamp(settings.desired_retention, c_least_retention, c_most_retention),
            std::clamp(settings.session_length, 1, longest_session),
            std::clamp(settings.new_a_day, 0, longest_session), learner);
    });
}

Result<LearnerId> Progress::learner_for(LearnerId learner, Moment now) {
    if (learner != c_nobody_yet) {
        return require(database_, learner).map([&] { return learner; });
    }
    return current_learner().and_then([&](LearnerId current) {
        return current == c_nobody_yet ? add_learner(first_name_, now) : Result<LearnerId>(current);
    });
}

} // namespace osteon::study
