#pragma once

#include "study/card.h"
#include "study/fsrs.h"
#include "study/learner.h"
#include "study/moment.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace osteon::study {

/// How many days the forecast shows, today being the first.
inline constexpr std::size_t c_forecast_days = 14;

/// What is to be done today, and what was.
struct Today {
    int due = 0;      ///< cards that come back now
    int later = 0;    ///< cards that come back later today
    int fresh = 0;    ///< cards never seen, as many as today may still bring
    int answered = 0; ///< answers given today
    int right = 0;    ///< of them
    int to_do() const { return due + fresh; }
};

/// Which cards a session takes.
enum class SessionKind : std::uint8_t {
    planned, ///< what is due, then new ones
    ahead,   ///< cards before their time, those first that are forgotten soonest
};

/// What a plan is made from. `studied` holds the learner's cards, `today` the reviews of the day.
struct PlanBasis {
    std::span<const Card> deck;
    std::span<const StudiedCard> studied;
    std::span<const Review> today;
    StudySettings settings;
    Moment now;
};

/// What there is to do. Cards that the deck does not hold any more are not counted.
Today today_of(const PlanBasis& basis);

/// The cards of a session in their order, not more than its length: cards being learnt, those due
/// by falling urgency (the least recall first), then new ones, their kinds in turn.
std::vector<Card> plan_session(const PlanBasis& basis, SessionKind kind = SessionKind::planned);

/// How many cards come back on each of the coming days; what is overdue counts for today.
std::array<int, c_forecast_days> forecast(const PlanBasis& basis);

} // namespace osteon::study
