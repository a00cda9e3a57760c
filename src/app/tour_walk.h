#pragma once

#include "app/camera_pilot.h"
#include "app/piece_pilot.h"
#include "knowledge/tour.h"

namespace osteon::app {

/// A tour given to nobody, by a clock of its own: the session at each stop, and the camera on its
/// flights between them.
class TourWalk {
public:
    TourWalk(const knowledge::Tour& tour, const Atlas& atlas, session::ThemeChoice theme);

    const session::Session& session() const { return session_; }
    session::CameraPose pose() const { return camera_.pose(); }
    const view::Spread& spread() const { return pieces_.spread(); }

    /// Turns to a stop: the stage changes at once, and the camera sets out, or is there at once.
    void go_to(std::size_t stop);
    /// Lets so many seconds pass, for a camera that frames in `layout`; `jump`: without flight.
    void pass(double seconds, const StageView& stage, const view::Layout& layout, bool jump);
    bool moving() const { return camera_.flying() || pieces_.moving(); }

private:
    const Atlas* atlas_;
    session::Session session_;
    CameraPilot camera_;
    PiecePilot pieces_;
    double now_ = 0.0;
};

} // namespace osteon::app
