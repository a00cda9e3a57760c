#pragma once

#include "study/overview.h"
#include "study/run.h"
#include "study/wishes.h"

#include <cstddef>

namespace osteon::study {

/// What the interface reads of self-study in one frame.
struct View {
    const Run* run = nullptr; ///< nullptr: the home of study mode
    Wishes wishes;
    Tally today;                        ///< cards answered today
    std::size_t due_tomorrow = 0;       ///< cards that come back tomorrow
    const Overview* overview = nullptr; ///< of the learner's progress; nullptr: not read yet
};

} // namespace osteon::study
