#pragma once

#include "base/error.h"
#include "study/card.h"
#include "study/plan.h"
#include "study/progress.h"
#include "study/statistics.h"

#include <array>
#include <filesystem>
#include <span>
#include <vector>

namespace osteon::study {

/// What study mode shows of a learner's progress: a copy, made anew after each change.
struct Overview {
    std::vector<Learner> learners; ///< by name
    LearnerId learner = c_nobody_yet;
    StudySettings settings; ///< of this learner
    Today today;
    std::array<int, c_forecast_days> forecast{};
    Statistics statistics;
    int known = 0;                              ///< cards answered at least once
    int all = 0;                                ///< cards of the deck
    std::chrono::local_days day{};              ///< today
    std::filesystem::path file;                 ///< empty: progress is not kept
    bool kept = false;                          ///< whether the file is there yet
    std::vector<std::filesystem::path> backups; ///< newest first
};

/// Looks up what there is to show of the current learner.
Result<Overview> overview_of(const Progress& progress, std::span<const Card> deck, Moment now);

/// The cards of the current learner's next session.
Result<std::vector<Card>> next_session(const Progress& progress, std::span<const Card> deck,
                                       Moment now, SessionKind kind = SessionKind::planned);

} // namespace osteon::study
