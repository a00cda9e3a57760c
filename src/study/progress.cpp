#include "study/progress.h"

#include "base/files.h"
#include "study/progress_files.h"
#include "study/progress_import.h"
#include "study/progress_rows.h"

#include <algorithm>

namespace osteon::study {
namespace {

namespace fs = std::filesystem;
using std::chrono::days;

} // namespace

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

Result<Imported> Progress::import_from(const fs::path& file, Moment now) {
    const auto copied = read_copied(file, Reading::whole);
    if (!copied) {
        return fail(copied.error());
    }
    const bool had_file = kept_;
    return make_file(now)
        .and_then([&]() -> Result<void> {
            return had_file ? back_up(now).map([](const fs::path&) {}) : Result<void>();
        })
        .and_then([&] { return add_copied(database_, *copied, Reading::whole); });
}

} // namespace osteon::study
