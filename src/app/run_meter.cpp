#include "app/run_meter.h"

namespace osteon::app {

void RunMeter::note_picture(bool full) {
    if (!had_picture()) {
        report_.first_picture_ms = milliseconds_since_start();
    }
    if (full && report_.full_picture_ms == 0.0) {
        report_.full_picture_ms = milliseconds_since_start();
    }
}

bool RunMeter::wants_loss(bool settled) const {
    return settled && had_picture() && report_.losses < limits_.losses;
}

void RunMeter::note_loss(bool same) {
    ++report_.losses;
    report_.same_after_loss += same ? 1 : 0;
}

bool RunMeter::over(bool settled, std::size_t frames, double now) {
    if (!had_picture()) {
        return false;
    }
    if (limits_.stop_at_full_picture) {
        return report_.full_picture_ms > 0.0;
    }
    if (limits_.losses > 0) {
        return report_.losses == limits_.losses;
    }
    if (limits_.idle_seconds <= 0.0) {
        return false;
    }
    if (!idle_ && settled) {
        idle_.emplace(frames, now, limits_.idle_seconds);
    }
    if (!idle_ || now < idle_->end_time()) {
        return false;
    }
    report_.frames = static_cast<int>(frames - idle_->frames());
    report_.seconds = now - idle_->start_time();
    report_.cpu_seconds = idle_->cpu_seconds();
    return true;
}

std::optional<double> RunMeter::idle_end() const {
    return idle_ ? std::optional(idle_->end_time()) : std::nullopt;
}

} // namespace osteon::app
