#pragma once

#include "study/run.h"

#include <cstddef>
#include <vector>

namespace osteon::study {

/// What the learner asked for last.
struct Wishes {
    std::size_t length = 20; ///< one of c_lengths
    std::vector<Kind> kinds{c_kinds.begin(), c_kinds.end()};
    bool latin = false; ///< names in Latin where a bone is to be named
    bool operator==(const Wishes&) const = default;
};

/// What the interface reads of self-study in one frame.
struct View {
    const Run* run = nullptr; ///< nullptr: the home of study mode
    Wishes wishes;
    Tally today;                  ///< cards answered today
    std::size_t due_tomorrow = 0; ///< cards that come back tomorrow
};

} // namespace osteon::study
