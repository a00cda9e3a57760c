#pragma once

#include "render/frame.h"

namespace osteon::render {

/// How far a slow machine steps down while something moves. A value: what it becomes is
/// next(pace, milliseconds).
struct MotionPace {
    int step = 0;       ///< 0: all effort; at most last_motion_step()
    int easy = 0;       ///< frames in a row that took so little that a finer step may fit
    int patience = 8;   ///< easy frames before a finer step is tried; grows where that was too much
    bool tried = false; ///< the step is newly finer, and has yet to prove that it fits
    bool operator==(const MotionPace&) const = default;
};

inline constexpr double motion_budget_ms = 26.0; ///< of 33, which 30 frames a second leave
inline constexpr double easy_motion_ms = 14.0;   ///< below it the next finer step is tried

int last_motion_step();

/// How much work a frame may be at a step.
Effort motion_effort(int step);

/// After a frame in motion that took so long. Too long is answered at once, by two steps where it
/// is twice too long; a finer step is tried after a while, and later where it failed before.
MotionPace next(MotionPace pace, double milliseconds);

} // namespace osteon::render
