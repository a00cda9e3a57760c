#pragma once

#include "session/session.h"
#include "view/explosion.h"

#include <optional>

namespace osteon::app {

/// Moves the pieces of an exploded skeleton: apart and together within a moment where the look is
/// switched, at once where a hand moves the slider.
class PiecePilot {
public:
    /// How far the pieces are spread just now.
    const view::Spread& spread() const { return spread_; }
    bool moving() const { return motion_.has_value(); }

    /// Starts what the stage newly asks for; `jump`: without motion. `now` in seconds.
    void follow(const session::Stage& stage, bool jump, double now);
    /// Moves on; true when a motion has just ended.
    bool advance(double now);

private:
    /// A motion that is under way.
    struct ActiveMotion {
        view::SpreadMotion motion;
        double started = 0.0;
    };

    view::Spread spread_;
    std::optional<ActiveMotion> motion_;
    view::Spread wanted_;
};

} // namespace osteon::app
