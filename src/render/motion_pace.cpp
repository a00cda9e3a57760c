#include "render/motion_pace.h"

#include <algorithm>
#include <array>

namespace osteon::render {

namespace {

constexpr int most_patience = 128;

/// Each step is less work than the one before. Levels of detail stray by little more than a sample:
/// of thin plates, as the skull's, the inside would break through.
constexpr std::array<Effort, 7> steps{{
    {},
    {.samples = 1, .level_error = 1.0F, .shade_pixels = 3},
    {.samples = 1, .level_error = 1.3F, .shade_pixels = 4},
    {.samples = 1, .resolution = 0.8F, .level_error = 1.5F, .shade_pixels = 5},
    {.samples = 1, .resolution = 0.65F, .level_error = 1.8F, .shade_pixels = 6},
    {.samples = 1, .resolution = 0.5F, .level_error = 2.2F, .shade_pixels = 8},
    {.samples = 1, .resolution = 0.4F, .level_error = 2.8F, .shade_pixels = 10},
}};

} // namespace

int last_motion_step() {
    return static_cast<int>(steps.size()) - 1;
}

Effort motion_effort(int step) {
    return steps[static_cast<std::size_t>(std::clamp(step, 0, last_motion_step()))];
}

MotionPace next(MotionPace pace, double milliseconds) {
    if (milliseconds > motion_budget_ms) {
        if (pace.tried) {
            pace.patience = std::min(2 * pace.patience, most_patience);
        }
        const int down = milliseconds > 2.0 * motion_budget_ms ? 2 : 1;
        pace.step = std::min(pace.step + down, last_motion_step());
        pace.easy = 0;
        pace.tried = false;
        return pace;
    }
    pace.easy = milliseconds < easy_motion_ms ? pace.easy + 1 : 0;
    if (pace.easy >= pace.patience && pace.step > 0) {
        --pace.step;
        pace.easy = 0;
        pace.tried = true;
    } else if (pace.easy > 0 && pace.tried) {
        pace.tried = pace.easy < pace.patience / 2; // it fits
    }
    return pace;
}

} // namespace osteon::render
