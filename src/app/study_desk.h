#pragma once

#include "app/atlas.h"
#include "study/moment.h"
#include "study/overview.h"
#include "study/plan.h"
#include "study/progress.h"
#include "study/quiz.h"
#include "study/run.h"
#include "study/view.h"
#include "ui/study_request.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace osteon::app {

/// Self-study as the window has it open: the question bank, the questions of a session, and the
/// file of progress. All is read when study mode is first entered, so that the start waits for
/// none of it. An answer is kept the moment it is given.
class StudyDesk {
public:
    /// `today` in place of the clock's day, for tests; `file` of the progress, empty: nothing is
    /// kept.
    explicit StudyDesk(std::optional<std::chrono::sys_days> today = {},
                       std::optional<std::filesystem::path> file = study::progress_file())
        : today_(today)
        , file_(std::move(file)) {}

    bool is_open() const { return progress_.has_value(); }
    /// Reads bank and progress where that is not done yet.
    void open(const Atlas& atlas);
    /// Goes on in the language of `atlas`: the questions stay the same.
    void speak(const Atlas& atlas);

    /// What the interface reads, until the desk changes or is asked again.
    study::View view();
    /// The session of questions, or nullptr.
    const study::Run* run() const { return run_ ? &*run_ : nullptr; }
    /// What happened that the user should know of, since it was asked last.
    std::vector<std::string> take_messages();

    /// What the next session is to ask.
    void wish(const study::Wishes& wishes);

    // Of an open desk.

    /// Plans a session: what is due of the wanted kinds, then new cards; where there is neither,
    /// cards before their time.
    void start(const study::Wishes& wishes, const Atlas& atlas);
    /// Shows these cards in place of a planned session.
    void start(const std::vector<study::Card>& cards, const Atlas& atlas);
    /// Whether the answer counted.
    bool answer(const study::Given& given);
    void hint();
    void next();
    /// Ends the questions, which leaves their summary; the second time that goes too.
    void end();
    /// Changes learners, settings or the file; what the user is to be told, which may be nothing.
    Result<std::string> change(const ui::ProgressRequest& request,
                               const knowledge::Language& language);

private:
    study::Moment now() const;
    /// What a plan is made from; it refers to both lists.
    study::PlanBasis basis(const std::vector<study::StudiedCard>& studied,
                           const std::vector<study::Review>& reviews) const;
    void keep_length();
    void keep(const study::Outcome& outcome);
    void count();
    void look_over();
    /// Takes over what the learner last chose.
    void follow_learner();
    void say(const Error& error) { messages_.push_back(describe(error)); }
    study::Material material(const Atlas& atlas) const {
        return {atlas.registry, atlas.knowledge, bank_};
    }

    std::optional<std::chrono::sys_days> today_;
    std::optional<std::filesystem::path> file_;
    std::optional<study::Progress> progress_;
    knowledge::QuestionBank bank_;
    std::vector<study::Card> deck_; ///< all that can be asked
    std::optional<study::Run> run_;
    std::uint64_t seed_ = 0; ///< of the run's questions
    std::chrono::steady_clock::time_point asked_{};
    study::Wishes wishes_;
    study::Tally answered_today_;
    std::size_t due_tomorrow_ = 0;
    std::optional<study::Overview> overview_; ///< for the home; none: to be read again
    std::chrono::steady_clock::time_point looked_over_{};
    std::vector<std::string> messages_;
};

} // namespace osteon::app
