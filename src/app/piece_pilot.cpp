#include "app/piece_pilot.h"

namespace osteon::app {
namespace {

/// Another look or way, not just another amount.
bool is_switched(const view::Spread& from, const view::Spread& to) {
    return (from.by_region > 0.0F) != (to.by_region > 0.0F) ||
           (from.by_bone > 0.0F) != (to.by_bone > 0.0F);
}

} // namespace

void PiecePilot::follow(const session::Stage& stage, bool jump, double now) {
    const view::Spread wanted = view::spread_of(stage);
    if (wanted == wanted_) {
        return;
    }
    const bool switched = is_switched(wanted_, wanted);
    wanted_ = wanted;
    if (jump || (!switched && !motion_)) {
        spread_ = wanted;
        motion_.reset();
    } else if (switched) {
        motion_ = ActiveMotion{{spread_, wanted}, now};
    } else {
        motion_->motion.to = wanted;
    }
}

bool PiecePilot::advance(double now) {
    if (!motion_) {
        return false;
    }
    const double elapsed = now - motion_->started;
    spread_ = view::spread_at(motion_->motion, static_cast<float>(elapsed));
    if (elapsed < view::SpreadMotion::seconds) {
        return false;
    }
    spread_ = motion_->motion.to;
    motion_.reset();
    return true;
}

} // namespace osteon::app
