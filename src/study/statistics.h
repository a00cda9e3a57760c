#pragma once

#include "anatomy/registry.h"
#include "study/card.h"
#include "study/learner.h"
#include "study/moment.h"

#include <array>
#include <chrono>
#include <span>
#include <vector>

namespace osteon::study {

/// How many days the plots look back, today being the last.
inline constexpr int c_statistics_days = 30;

/// Memory put to the test: a card asked again on a later day than before, its first answer of that
/// day. What is learnt within a day says little about memory and is not counted.
struct Recall {
    int asked = 0;
    int recalled = 0;
    /// 0..1; 0 where nothing was asked.
    double share() const { return asked == 0 ? 0.0 : static_cast<double>(recalled) / asked; }
};

struct StudyDay {
    std::chrono::local_days day{};
    int answers = 0;
    int right = 0;
    Recall recall;
};

/// How hard a bone is for the learner.
struct HardBone {
    anatomy::BoneIndex bone = anatomy::no_bone;
    double asked = 0.0;  ///< answers to cards about it; a card about n bones counts 1/n for each
    double missed = 0.0; ///< of them
    /// 0..1: missed of asked, drawn towards 0 where little was asked (missed / (asked + 1)).
    double share() const { return missed / (asked + 1.0); }
};

/// What the log of reviews tells.
struct Statistics {
    std::vector<StudyDay> days;                   ///< the last c_statistics_days, oldest first
    Recall recall;                                ///< in these days
    std::array<Recall, c_kinds.size()> by_kind{}; ///< in these days, by the place in c_kinds
    int streak = 0;                ///< days in a row with an answer, up to today or yesterday
    int answers = 0;               ///< in all
    std::vector<HardBone> hardest; ///< bones that were missed, the hardest first
};

/// Counts all reviews of a learner, oldest first.
Statistics statistics_of(std::span<const Review> reviews, std::span<const Card> deck,
                         std::chrono::local_days today);

} // namespace osteon::study
