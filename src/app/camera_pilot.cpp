#include "app/camera_pilot.h"

#include <utility>

namespace osteon::app {

void CameraPilot::take_over(const session::CameraPose& pose) {
    flight_.reset();
    held_wish_.reset();
    pose_ = pose;
}

void CameraPilot::frame_again(session::Session& session) const {
    if (held_wish_) {
        session.wish = held_wish_;
        ++session.wish_serial;
    }
}

bool CameraPilot::follow(session::Session& session, const session::World& world,
                         const StageView& stage, const view::Layout& layout, bool jump,
                         double now) {
    const view::Spread spread = view::spread_of(session.stage);
    const bool other_layout = layout != held_layout_;
    const bool again = held_wish_ && (other_layout || spread != held_spread_) && !flight_;
    if (session.wish && session.wish_serial != seen_wish_) {
        seen_wish_ = session.wish_serial;
        held_wish_ = session.wish;
    } else if (!again) {
        return false;
    }
    held_layout_ = layout;
    held_spread_ = spread;
    if (!stage.loaded()) {
        --seen_wish_; // there is nothing to frame yet
        return false;
    }
    const std::vector<glm::vec3> offsets = stage.offsets(spread);
    const session::CameraPose goal =
        view::resolve(*held_wish_, pose_, stage.model(), layout, offsets,
                      stage.framed_beside(*held_wish_, session, world));
    session::apply(session, session::SetCamera{goal}, world);
    const bool kept_framed = again && other_layout;
    if (kept_framed || jump) {
        flight_.reset();
        return std::exchange(pose_, goal) != goal && !kept_framed;
    }
    const std::vector<Box> boxes = stage.shown_boxes(session.stage, offsets);
    flight_ = ActiveFlight{view::plan_flight(pose_, goal, boxes), now};
    if (held_wish_->seconds > 0.0F) {
        flight_->flight.seconds = held_wish_->seconds;
    }
    return false;
}

bool CameraPilot::advance(double now) {
    if (!flight_) {
        return false;
    }
    const double elapsed = now - flight_->started;
    pose_ = view::pose_at(flight_->flight, static_cast<float>(elapsed));
    if (elapsed < flight_->flight.seconds) {
        return false;
    }
    pose_ = flight_->flight.to;
    flight_.reset();
    return true;
}

} // namespace osteon::app
