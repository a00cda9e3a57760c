#include "base/paths.h"
#include "study/progress.h"
#include "study/progress_files.h"
#include "study/progress_import.h"
#include "study/progress_schema.h"

#include <string>
#include <system_error>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

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

/// What came of a damaged file.
struct Mended {
    fs::path aside;         ///< where the damaged file lies
    fs::path backup;        ///< what was restored; empty: progress began anew
    Result<int> salvaged{}; ///< answers that were read from the damaged file and added
};

Error was_damaged(const fs::path& file, const Mended& mended) {
    const int salvaged = mended.salvaged.value_or(0);
    const std::string answers = std::to_string(salvaged) + (salvaged == 1 ? " answer" : " answers");
    Error notice{.fault = Fault::input,
                 .subject = file.string(),
                 .place = {},
                 .reason = mended.aside.empty() ? "the progress file was missing"
                                                : "the progress file was damaged and lies in " +
                                                      mended.aside.string(),
                 .cure = {}};
    if (!mended.backup.empty()) {
        notice.cure = "The backup of " + time_of_backup(mended.backup, file) + " was restored" +
                      (salvaged > 0 ? ", and " + answers + " of the damaged file added to it"
                       : mended.aside.empty() ? ""
                                              : "; nothing newer could be read from the damaged "
                                                "file");
    } else if (salvaged > 0) {
        notice.cure = "There was no backup: " + answers + " could be read and are here again";
    } else {
        notice.cure = "There was no backup, and nothing could be read: progress begins anew";
    }
    return notice;
}

/// Adds what can be read from a damaged file. What cannot be added stays in that file.
Result<int> salvage(const Database& database, const fs::path& damaged) {
    return read_copied(damaged, Reading::salvaged)
        .and_then([&](const std::vector<CopiedLearner>& copied) {
            return add_copied(database, copied, Reading::salvaged);
        })
        .map([](const Imported& added) { return added.answers; });
}

/// Restores the newest backup in place of a file that is not there any more, and adds what can
/// still be read of the damaged one, if there is one; the notice of that.
Result<Error> restore(const fs::path& file, const fs::path& aside, Moment now) {
    const Result<fs::path> backup = restore_newest_backup(file, now.time);
    if (!backup) {
        return fail(backup.error());
    }
    Mended mended{aside, *backup};
    return Database::open(file).and_then([&](const Database& database) {
        return prepare(database).map([&] {
            if (!aside.empty()) {
                mended.salvaged = salvage(database, aside);
            }
            return was_damaged(file, mended);
        });
    });
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
    const bool there = fs::exists(file, ignored);
    // What was set aside while the power failed, before the backup had taken its place.
    fs::path aside = there ? fs::path() : newest_set_aside(file);
    if (!there && aside.empty() && backups_of(file).empty()) {
        return in_memory().map([&](Progress progress) {
            progress.file_ = std::move(file);
            return OpenedProgress{std::move(progress), std::nullopt};
        });
    }
    Result<Examined> examined = there ? examine(file) : fail(Error{});
    if (examined && examined->condition == Condition::newer) {
        return fail(is_newer(file));
    }
    std::optional<Error> notice;
    if (!there || (examined && examined->condition == Condition::damaged)) {
        examined = fail(Error{}); // closes the file
        const Result<Error> replaced =
            (there ? set_aside(file, now.time) : Result<fs::path>(std::move(aside)))
                .and_then([&](const fs::path& damaged) { return restore(file, damaged, now); });
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
    return progress.bring_up_to_date(now).map([&](std::optional<Error> unsaved) {
        progress.chosen_ = progress.current_learner().value_or(c_nobody_yet);
        return OpenedProgress{std::move(progress), notice ? std::move(notice) : std::move(unsaved)};
    });
}

/// Makes the backup of the day and brings the schema to this version. What is returned is why there
/// is no backup, where answers can be kept all the same.
Result<std::optional<Error>> Progress::bring_up_to_date(Moment now) {
    const int version = schema_version(database_).value_or(0);
    // Nothing is to be backed up where the program died before it had made its tables.
    backed_up_ =
        version == 0 ? std::chrono::floor<days>(now.time) : newest_backup_day(file_, now.time);
    const Result<void> backup = back_up_once_a_day(now);
    // Before the schema is changed there must be one, so that an older version can go on with it.
    if (!backup && version != c_schema_version) {
        return fail(backup.error());
    }
    return prepare(database_).map(
        [&] { return backup ? std::nullopt : std::optional(backup.error()); });
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

} // namespace osteon::study
