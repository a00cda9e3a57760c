#pragma once

#include "render/frame.h"
#include "render/gl/handle.h"

#include <chrono>

namespace osteon::render {

/// Chooses how much work a frame may be, from how long the frames before it took.
class Pace {
public:
    explicit Pace(bool software);

    /// Scenes at rest get everything. In motion a fast driver still does; a slow one draws one
    /// sample a pixel, at levels of detail that keep a frame within its budget.
    Effort effort(bool moving) const;

    void begin_frame();
    void end_frame(bool moving);

private:
    void learn(double milliseconds, bool moving);

    bool software_;
    bool slow_;
    bool query_running_ = false;
    bool query_moving_ = false;
    float moving_error_ = 1.5F; ///< pixels
    gl::Query query_;
    std::chrono::steady_clock::time_point start_;
};

} // namespace osteon::render
