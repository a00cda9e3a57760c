#include "ui/motion.h"

#include <algorithm>

namespace osteon::ui {

void Motion::begin_frame(float seconds, bool reduced) {
    step_ = seconds;
    reduced_ = reduced;
    moving_ = false;
    next_frame_in_.reset();
    ++frame_;
    // What was not drawn in the last frame begins anew when it comes back.
    std::erase_if(fades_,
                  [this](const auto& entry) { return entry.second.last_frame < frame_ - 2; });
}

void Motion::ask_for_frame_in(double seconds) {
    next_frame_in_ = std::min(seconds, next_frame_in_.value_or(seconds));
}

float Motion::towards(ImGuiID id, bool on, float seconds) {
    const auto [entry, is_new] = fades_.try_emplace(id);
    Fade& fade = entry->second;
    fade.last_frame = frame_;
    const float goal = on ? 1.0F : 0.0F;
    if (is_new || reduced_) {
        fade.place = goal;
    }
    if (fade.place != goal) {
        const float step = std::min(step_ / seconds, 1.0F);
        fade.place = on ? std::min(1.0F, fade.place + step) : std::max(0.0F, fade.place - step);
        moving_ = moving_ || fade.place != goal;
    }
    const float rest = 1.0F - fade.place;
    return 1.0F - rest * rest * rest;
}

} // namespace osteon::ui
