#include "ui/field_focus.h"

#include <algorithm>

namespace osteon::ui {

namespace {

constexpr int c_frames_to_focus = 3;

} // namespace

bool FieldFocus::begin() {
    ImVector<ImWchar>& typed = ImGui::GetIO().InputQueueCharacters;
    if (has_keyboard_) {
        for (auto letter = early_.rbegin(); letter != early_.rend(); ++letter) {
            typed.insert(typed.begin(), *letter);
        }
        early_.clear();
    } else if (coming()) {
        early_.insert(early_.end(), typed.begin(), typed.end());
        typed.resize(0);
    } else {
        early_.clear(); // it will not get the keyboard
    }
    const bool takes_it = wanted_;
    frames_left_ = takes_it ? c_frames_to_focus : std::max(0, frames_left_ - 1);
    wanted_ = false;
    return takes_it;
}

} // namespace osteon::ui
