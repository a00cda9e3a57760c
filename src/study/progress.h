#pragma once

#include "base/error.h"
#include "study/fsrs.h"
#include "study/learner.h"
#include "study/moment.h"
#include "study/progress_import.h"
#include "study/sqlite.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace osteon::study {

struct OpenedProgress;

/// The progress of all learners on this machine, in one SQLite file (docs/study.md).
///
/// Nothing is written before the first answer, or before a learner is named: until then there is no
/// file. An answer that record() has acknowledged is on the disk. All times are told by the caller.
class Progress {
public:
    /// Opens the file, brings it to the schema of this version and makes the backup of the day. A
    /// damaged file is set aside and the newest backup restored; the notice tells of it. Fails
    /// where the file was written by a newer version, is no progress file, or cannot be read or
    /// written.
    static Result<OpenedProgress> open(std::filesystem::path file, Moment now);
    /// A store that is never written, for who may not or does not want to keep anything.
    static Result<Progress> in_memory();

    /// Whether there is a file yet.
    bool kept() const { return kept_; }
    const std::filesystem::path& file() const { return file_; }

    /// All learners by name.
    Result<std::vector<Learner>> learners() const;
    /// Who was chosen or added last here, whatever another window chooses meanwhile; else at all;
    /// nobody yet where there is no learner.
    Result<LearnerId> current_learner() const;
    Result<void> choose_learner(LearnerId learner, Moment now);
    /// Names are 1 to 60 letters long, and taken only once whatever the case of their letters A to
    /// Z. What whoever answers before anyone has a name is called, in the user's language.
    void call_first_learner(std::string name) { first_name_ = std::move(name); }
    Result<LearnerId> add_learner(std::string_view name, Moment now);
    Result<void> rename_learner(LearnerId learner, std::string_view name);
    /// Removes a learner with all cards and reviews, after a backup.
    Result<void> remove_learner(LearnerId learner, Moment now);
    /// Gives all answers of a learner to another, who takes over the identity too: what is imported
    /// of either comes to that one from now on. After a backup. The number of answers given.
    Result<int> join_learners(LearnerId from, LearnerId into, Moment now);
    /// Numbers beyond their ranges are brought to the nearest allowed.
    Result<void> set_settings(LearnerId learner, const StudySettings& settings);

    /// Keeps an answer and schedules its card; the new state of the card.
    Result<CardState> record(LearnerId learner, const Answer& answer, Moment now);
    /// Fresh for a card never answered.
    Result<CardState> state(LearnerId learner, std::string_view card) const;
    /// All cards answered before, by name.
    Result<std::vector<StudiedCard>> cards(LearnerId learner) const;
    /// The cards that are to come back now, by name.
    Result<std::vector<StudiedCard>> due(LearnerId learner, Moment now) const;
    /// The reviews of a day and of all later ones, oldest first.
    Result<std::vector<Review>> reviews(LearnerId learner, std::chrono::local_days since) const;

    /// Copies the store beside its file now; the copy's path.
    Result<std::filesystem::path> back_up(Moment now);
    /// The backups, newest first.
    std::vector<std::filesystem::path> backups() const;
    /// Writes all learners and reviews as one file.
    Result<void> export_to(const std::filesystem::path& file) const;
    /// Adds the learners and reviews of an exported file or a backup; what is known is not added
    /// twice. Cards of learners in both are scheduled anew from all reviews.
    Result<Imported> import_from(const std::filesystem::path& file, Moment now);

private:
    Progress(std::filesystem::path file, Database database, bool kept)
        : file_(std::move(file))
        , database_(std::move(database))
        , kept_(kept) {}

    Result<void> make_file(Moment now);
    Result<std::optional<Error>> bring_up_to_date(Moment now);
    Result<LearnerId> learner_for(LearnerId learner, Moment now);
    Result<void> back_up_once_a_day(Moment now);

    std::filesystem::path file_; ///< empty: never written
    Database database_;          ///< in memory until the first change
    bool kept_;
    LearnerId chosen_ = c_nobody_yet;
    std::string first_name_ = "Learner 1";
    std::chrono::sys_days backed_up_{}; ///< the day of the newest backup, or of a new file
};

/// An opened store, and what the user is to be told about it.
struct OpenedProgress {
    Progress progress;
    std::optional<Error> notice;
};

/// What the names of progress files end in.
inline constexpr std::string_view c_progress_extension = ".sqlite3";

/// Where the progress of this user is kept: "study.sqlite3" in the data folder. Empty where there
/// is no such folder.
std::optional<std::filesystem::path> progress_file();

} // namespace osteon::study
