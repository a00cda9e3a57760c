#pragma once

#include "render/gl/handle.h"
#include "render/motion_pace.h"

#include <chrono>

namespace osteon::render {

/// Chooses how much work a frame may be, from how long the frames before it took.
class Pace {
public:
    explicit Pace(bool software);

    /// Scenes at rest get everything; in motion, as much as keeps a frame within its budget.
    Effort effort(bool moving) const;

    void begin_frame();
    void end_frame(bool moving);

private:
    void learn(double milliseconds, bool moving);

    bool software_;
    bool query_running_ = false;
    bool query_moving_ = false;
    MotionPace motion_;
    gl::Query query_;
    std::chrono::steady_clock::time_point start_;
};

} // namespace osteon::render
