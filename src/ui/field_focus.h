#pragma once

#include <imgui.h>

#include <vector>

namespace osteon::ui {

/// A text field that is about to take the keyboard, which takes some frames after it opens: on a
/// slow machine time enough for half a word, which is kept for it.
class FieldFocus {
public:
    /// The field shall have the keyboard.
    void ask() { wanted_ = true; }
    /// Whether it is about to get it.
    bool coming() const { return wanted_ || frames_left_ > 0; }
    /// Before the field is drawn; whether it is to take the keyboard now.
    bool begin();
    /// After it was drawn.
    void end(bool has_keyboard) { has_keyboard_ = has_keyboard; }

private:
    bool wanted_ = false;
    int frames_left_ = 0;
    bool has_keyboard_ = false;
    std::vector<ImWchar> early_; ///< typed before the field had the keyboard
};

} // namespace osteon::ui
