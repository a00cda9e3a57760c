#include "render/pace.h"

#include <algorithm>

namespace osteon::render {

namespace {

constexpr double budget_ms = 25.0;
constexpr double easy_ms = 12.0;
constexpr float finest_moving_error = 0.75F;
constexpr float coarsest_moving_error = 4.0F;

} // namespace

Pace::Pace(bool software)
    : software_(software)
    , slow_(software)
    , query_(gl::Query::make()) {}

Effort Pace::effort(bool moving) const {
    return moving && slow_ ? Effort{1, moving_error_, 4} : Effort{};
}

void Pace::begin_frame() {
    start_ = std::chrono::steady_clock::now();
    if (software_ || query_running_) {
        return;
    }
    glBeginQuery(GL_TIME_ELAPSED, query_.id());
}

void Pace::end_frame(bool moving) {
    if (software_) {
        // The processor draws: waiting costs nothing, and its timer queries tell too little.
        glFinish();
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - start_;
        learn(spent.count(), moving);
        return;
    }
    if (!query_running_) {
        glEndQuery(GL_TIME_ELAPSED);
        query_running_ = true;
        query_moving_ = moving;
        return;
    }
    // The answer is taken when it is there, some frames later: asking for it would stall.
    GLuint ready = 0;
    glGetQueryObjectuiv(query_.id(), GL_QUERY_RESULT_AVAILABLE, &ready);
    if (ready != 0) {
        GLuint64 nanoseconds = 0;
        glGetQueryObjectui64v(query_.id(), GL_QUERY_RESULT, &nanoseconds);
        query_running_ = false;
        learn(static_cast<double>(nanoseconds) * 1e-6, query_moving_);
    }
}

void Pace::learn(double milliseconds, bool moving) {
    slow_ = slow_ || milliseconds > budget_ms;
    if (!moving) {
        return;
    }
    if (milliseconds > budget_ms) {
        moving_error_ *= 1.25F;
    } else if (milliseconds < easy_ms) {
        moving_error_ *= 0.9F;
    }
    moving_error_ = std::clamp(moving_error_, finest_moving_error, coarsest_moving_error);
}

} // namespace osteon::render
