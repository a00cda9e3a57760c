#pragma once

#include <deque>
#include <vector>

namespace osteon::ui {

/// A key that went down, came up or repeats, as GLFW tells it.
struct KeyEvent {
    int key = 0;
    int scancode = 0;
    int action = 0; ///< GLFW_PRESS, GLFW_RELEASE, GLFW_REPEAT
    int modifiers = 0;
    bool operator==(const KeyEvent&) const = default;
};

/// Keys in the order of their events, given out so that each press is seen for a frame: while
/// frames are slow, a key may go down and up, or down twice, before the next one looks.
class KeyQueue {
public:
    void add(const KeyEvent& event) { waiting_.push_back(event); }
    /// What the next frame is told; the rest waits for the one after it.
    std::vector<KeyEvent> take_for_frame();
    bool empty() const { return waiting_.empty(); }

private:
    std::deque<KeyEvent> waiting_;
};

} // namespace osteon::ui
