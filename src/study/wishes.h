#pragma once

#include "study/card.h"

#include <array>
#include <cstddef>
#include <vector>

namespace osteon::study {

/// How many questions a session has, as the home of study mode offers it.
inline constexpr std::array<std::size_t, 3> c_lengths{10, 20, 40};

/// What a learner asks for when a session begins.
struct Wishes {
    std::size_t length =
        20; ///< questions at most; the learner's own number may be none of c_lengths
    std::vector<Kind> kinds{c_kinds.begin(), c_kinds.end()};
    bool latin = false; ///< where a bone is to be named, its Latin name
    bool operator==(const Wishes&) const = default;
};

} // namespace osteon::study
