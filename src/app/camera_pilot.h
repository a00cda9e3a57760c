#pragma once

#include "app/stage_view.h"
#include "session/session.h"
#include "view/flight.h"
#include "view/layout.h"

#include <optional>

namespace osteon::app {

/// Moves the camera: flies to what the session asks to see, and keeps it framed when the layout
/// or the model changes, until the camera is moved by hand.
class CameraPilot {
public:
    /// Where the camera is just now.
    const session::CameraPose& pose() const { return pose_; }
    bool flying() const { return flight_.has_value(); }

    /// Takes the camera from a hand: what was wished is forgotten.
    void take_over(const session::CameraPose& pose);
    /// Asks once more for what was wished: the model has changed.
    void frame_again(session::Session& session) const;
    /// Starts a flight, or jumps, to what the session newly asks to see, or to what it asked for
    /// before, where the layout or the spread of the pieces has changed. `now` in seconds. True
    /// when it has jumped to something else where it would have flown.
    bool follow(session::Session& session, const session::World& world, const StageView& stage,
                const view::Layout& layout, bool jump, double now);
    /// Flies on; true when a flight has just ended.
    bool advance(double now);

private:
    /// A flight that is under way.
    struct ActiveFlight {
        view::Flight flight;
        double started = 0.0;
    };

    session::CameraPose pose_;
    std::optional<ActiveFlight> flight_;
    std::optional<session::CameraWish> held_wish_; ///< until the camera is moved by hand
    view::Layout held_layout_;
    view::Spread held_spread_;
    int seen_wish_ = 0;
};

} // namespace osteon::app
