#include "study/progress.h"

#include "base/files.h"
#include "base/paths.h"
#include "study/progress_files.h"
#include "study/progress_import.h"
#include "study/progress_rows.h"
#include "study/progress_schema.h"

#include <algorithm>
#include <system_error>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

constexpr std::size_t longest_name = 60; ///< bytes
constexpr int longest_session = 200;
constexpr const char* first_name = "Learner 1";

/// How answers are kept. With a write-ahead log each answer is appended to one file and nothing is
/// overwritten, so that the program may be killed at any moment. `synchronous = FULL` lets a commit
/// return only when the log is on the disk: NORMAL would do that at checkpoints alone, and lose the
/// last answers when the power fails. It costs some milliseconds, once in an answer.
constexpr const char* set_up = "PRAGMA journal_mode = WAL;"
                               "PRAGMA synchronous = FULL;"
                               "PRAGMA foreign_keys = ON;";

Result<void> prepare(const Database& database) {
    return database.run(set_up).and_then([&] { return migrate(database); });
}

/// Opens a file, and tells whether it can be used. An empty file is damaged where there are
/// backups: something cut it off.
struct Examined {
    Database database;
    Condition condition;
};

Result<Examined> examine(const fs::path& file) {
    Result<Database> database = Database::open(file);
    if (!database) {
        return fail(database.error());
    }
    const Result<Condition> condition = condition_of(*database);
    if (!condition) {
        return fail(condition.error());
    }
    std::error_code ignored;
    const bool cut_off = fs::file_size(file, ignored) == 0 && !backups_of(file).empty();
    return Examined{std::move(*database), cut_off ? Condition::damaged : *condition};
}

Error is_newer(const fs::path& file) {
    return {Fault::input, file.string(), "",
            "this progress was written by a newer version of Osteon",
            "Bring this Osteon up to date; the file was not changed"};
}

Error was_damaged(const fs::path& file, const fs::path& aside, const fs::path& backup) {
    Error notice{.fault = Fault::input,
                 .subject = file.string(),
                 .place = {},
                 .reason =
                     "the progress file was damaged and is kept as " + aside.filename().string(),
                 .cure = {}};
    notice.cure = backup.empty() ? "There was no backup: what could be read was taken over"
                                 : "The backup " + backup.filename().string() +
                                       " was restored, with all later answers that could be read";
    return notice;
}

/// Sets a damaged file aside, restores the newest backup and adds what can still be read.
Result<Error> replace_damaged(const fs::path& file, Moment now) {
    const Result<fs::path> aside = set_aside(file, now.time);
    if (!aside) {
        return fail(aside.error());
    }
    const Result<fs::path> backup = restore_newest_backup(file);
    if (!backup) {
        return fail(backup.error());
    }
    Result<Database> database = Database::open(file);
    if (!database) {
        return fail(database.error());
    }
    if (const Result<void> prepared = prepare(*database); !prepared) {
        return fail(prepared.error());
    }
    if (const auto salvaged = read_copied(*aside, Reading::salvaged)) {
        // What cannot be added stays in the file that was set aside.
        static_cast<void>(add_copied(*database, *salvaged));
    }
    return was_damaged(file, *aside, *backup);
}

Error no_such_learner() {
    return {Fault::input, "", "", "there is no such learner any more", "Choose another one"};
}

Result<std::string> checked_name(std::string_view name) {
    const auto first = name.find_first_not_of(" \t\n");
    const auto last = name.find_last_not_of(" \t\n");
    const std::string_view trimmed =
        first == std::string_view::npos ? "" : name.substr(first, last - first + 1);
    if (trimmed.empty() || trimmed.size() > longest_name) {
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

std::optional<fs::path> progress_file() {
    std::optional<fs::path> folder = data_folder();
    return folder ? std::optional(*folder / "study.sqlite3") : std::nullopt;
}

Result<Progress> Progress::in_memory() {
    Result<Database> database = Database::in_memory();
    if (!database) {
        return fail(database.error());
    }
    return prepare(*database).map([&] { return Progress({}, std::move(*database), false); });
}

Result<OpenedProgress> Progress::open(fs::path file, Moment now) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) {
        return in_memory().map([&](Progress progress) {
            progress.file_ = std::move(file);
            return OpenedProgress{std::move(progress), std::nullopt};
        });
    }
    Result<Examined> examined = examine(file);
    std::optional<Error> notice;
    if (examined && examined->condition == Condition::newer) {
        return fail(is_newer(file));
    }
    if (examined && examined->condition == Condition::damaged) {
        examined = fail(Error{}); // closes the file
        const Result<Error> replaced = replace_damaged(file, now);
        if (!replaced) {
            return fail(replaced.error());
        }
        notice = *replaced;
        examined = examine(file);
    }
    if (!examined) {
        return fail(examined.error());
    }
    Progress progress(std::move(file), std::move(examined->database), true);
    // Nothing is to be backed up where the program died before it had made its tables.
    const bool empty = schema_version(progress.database_).value_or(0) == 0;
    progress.backed_up_ =
        empty ? std::chrono::floor<days>(now.time) : newest_backup_day(progress.file_);
    const bool current = schema_version(progress.database_).value_or(0) == c_schema_version;
    if (const Result<void> backup = progress.back_up_once_a_day(now); !backup) {
        // Before the schema is changed there must be one, so that an older version can go on with
        // it. Else answers are kept all the same.
        if (!current) {
            return fail(backup.error());
        }
        notice = notice.value_or(backup.error());
    }
    return prepare(progress.database_).map([&] {
        return OpenedProgress{std::move(progress), std::move(notice)};
    });
}

Result<void> Progress::make_file(Moment now) {
    if (kept_ || file_.empty()) {
        return {};
    }
    std::error_code error;
    fs::create_directories(file_.parent_path(), error);
    if (error) {
        return fail({Fault::machine, file_.parent_path().string(), "",
                     "this folder cannot be made: " + error.message(),
                     "Check the permissions of the folder above it"});
    }
    Result<Database> database = Database::open(file_);
    if (!database) {
        return fail(database.error());
    }
    return prepare(*database).map([&] {
        database_ = std::move(*database);
        kept_ = true;
        backed_up_ = std::chrono::floor<days>(now.time);
    });
}

Result<std::vector<Learner>> Progress::learners() const {
    return read_learners(database_);
}

Result<LearnerId> Progress::current_learner() const {
    return database_.number("SELECT id FROM learners ORDER BY chosen_time DESC, id LIMIT 1");
}

Result<void> Progress::choose_learner(LearnerId learner, Moment now) {
    return require(database_, learner).and_then([&] {
        return run_on_learner(
            database_,
            "UPDATE learners SET chosen_time = MAX(?, 1 + (SELECT MAX(chosen_time) FROM "
            "learners)) WHERE id = ?",
            number_of(now.time), learner);
    });
}

Result<LearnerId> Progress::add_learner(std::string_view name, Moment now) {
    const Result<std::string> checked = checked_name(name);
    if (!checked) {
        return fail(checked.error());
    }
    return make_file(now)
        .and_then([&] { return check_free(database_, *checked, c_nobody_yet); })
        .and_then([&] { return insert_learner(database_, {.name = *checked, .settings = {}}); })
        .and_then([&](LearnerId learner) {
            return choose_learner(learner, now).map([&] { return learner; });
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
            return kept_ ? back_up(now).map([](const fs::path&) {}) : Result<void>();
        })
        .and_then([&] {
            return run_on_learner(database_, "DELETE FROM learners WHERE id = ?", learner);
        });
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
        return current == c_nobody_yet ? add_learner(first_name, now) : Result<LearnerId>(current);
    });
}

Result<CardState> Progress::record(LearnerId learner, const Answer& answer, Moment now) {
    const Result<LearnerId> who = make_file(now).and_then([&] {
        // An answer counts without a backup, too; the home shows when the last one was made.
        static_cast<void>(back_up_once_a_day(now));
        return learner_for(learner, now);
    });
    if (!who) {
        return fail(who.error());
    }
    Result<Transaction> transaction = Transaction::begin(database_);
    if (!transaction) {
        return fail(transaction.error());
    }
    const Result<Scheduler> scheduler = scheduler_of(database_, *who);
    const Result<CardState> before = state(*who, answer.card);
    if (!scheduler || !before) {
        return fail(!scheduler ? scheduler.error() : before.error());
    }
    // Reviews of a card are told apart by their times, also where the clock stands.
    now.time = std::max(now.time, before->last_review.time + std::chrono::seconds(1));
    const CardState after = after_review(*scheduler, *before, answer.grade, now);
    return write_review(database_, *who, {answer, now})
        .and_then([&] { return write_state(database_, *who, answer.card, after); })
        .and_then([&] { return transaction->commit(); })
        .map([&] { return after; });
}

Result<CardState> Progress::state(LearnerId learner, std::string_view card) const {
    Result<Statement> row = database_.prepare(std::string("SELECT ") + c_state_columns +
                                              " FROM cards WHERE learner = ? AND card = ?");
    if (!row) {
        return fail(row.error());
    }
    return row->with(learner, card).next().map([&](bool found) {
        return found ? read_state(*row, 0) : CardState();
    });
}

Result<std::vector<StudiedCard>> Progress::cards(LearnerId learner) const {
    Result<Statement> rows = database_.prepare(std::string("SELECT card, ") + c_state_columns +
                                               " FROM cards WHERE learner = ? ORDER BY card");
    if (!rows) {
        return fail(rows.error());
    }
    rows->with(learner);
    std::vector<StudiedCard> cards;
    Result<bool> row = rows->next();
    for (; row && *row; row = rows->next()) {
        cards.push_back({rows->text(0), read_state(*rows, 1)});
    }
    return row.map([&](bool) { return std::move(cards); });
}

Result<std::vector<StudiedCard>> Progress::due(LearnerId learner, Moment now) const {
    return cards(learner).map([&](std::vector<StudiedCard> all) {
        std::erase_if(all, [&](const StudiedCard& card) { return !is_due(card.state, now); });
        return all;
    });
}

Result<std::vector<Review>> Progress::reviews(LearnerId learner,
                                              std::chrono::local_days since) const {
    return read_reviews(database_, learner, since);
}

Result<fs::path> Progress::back_up(Moment now) {
    if (!kept_) {
        return fail({Fault::input, file_.string(), "", "there is no progress yet",
                     "Answer a question first"});
    }
    Result<fs::path> backup = write_backup(database_, file_, now.time);
    if (backup) {
        backed_up_ = std::chrono::floor<days>(now.time);
    }
    return backup;
}

Result<void> Progress::back_up_once_a_day(Moment now) {
    if (!kept_ || backed_up_ >= std::chrono::floor<days>(now.time)) {
        return {};
    }
    return back_up(now).map([](const fs::path&) {});
}

std::vector<fs::path> Progress::backups() const {
    return backups_of(file_);
}

Result<void> Progress::export_to(const fs::path& file) const {
    return database_.bytes().and_then(
        [&](const std::string& bytes) { return write_file_atomically(file, bytes); });
}

Result<int> Progress::import_from(const fs::path& file, Moment now) {
    const auto copied = read_copied(file, Reading::whole);
    if (!copied) {
        return fail(copied.error());
    }
    const bool had_file = kept_;
    return make_file(now)
        .and_then([&]() -> Result<void> {
            return had_file ? back_up(now).map([](const fs::path&) {}) : Result<void>();
        })
        .and_then([&] { return add_copied(database_, *copied); });
}

} // namespace osteon::study
