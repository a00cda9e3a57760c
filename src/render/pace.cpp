#include "render/pace.h"

namespace osteon::render {

namespace {

/// Where the processor draws, the first picture should not wait for what it can hardly do.
constexpr int first_software_step = 3;

} // namespace

Pace::Pace(bool software)
    : software_(software)
    , query_(gl::Query::make()) {
    motion_.step = software ? first_software_step : 0;
}

Effort Pace::effort(bool moving) const {
    return moving ? motion_effort(motion_.step) : Effort{};
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
    if (moving) {
        motion_ = next(motion_, milliseconds);
    } else if (milliseconds > motion_budget_ms && motion_.step == 0) {
        motion_.step = 1; // before the next motion begins to stutter
    }
}

} // namespace osteon::render
