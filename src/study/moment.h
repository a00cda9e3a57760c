#pragma once

#include <chrono>

namespace osteon::study {

/// A study day begins at this hour of the clock on the wall, so that who learns past midnight is
/// still in the same evening's session.
inline constexpr std::chrono::hours c_day_begins{4};

/// When something happened: the instant, and the learner's study day in which it lies. Both are
/// kept, since a learner who travels does not live an evening twice.
struct Moment {
    std::chrono::sys_seconds time{};
    std::chrono::local_days day{};

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// The study day of an instant at a place whose clocks are ahead of UTC by `ahead`.
constexpr Moment moment_at(std::chrono::sys_seconds time, std::chrono::seconds ahead) {
    const std::chrono::local_seconds local{time.time_since_epoch() + ahead - c_day_begins};
    return {time, std::chrono::floor<std::chrono::days>(local)};
}

/// The same by the time zone of this machine.
Moment moment_here(std::chrono::sys_seconds time);

} // namespace osteon::study
