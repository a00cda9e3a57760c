#include "ui/key_queue.h"

#include <GLFW/glfw3.h>

#include <algorithm>

namespace osteon::ui {

std::vector<KeyEvent> KeyQueue::take_for_frame() {
    std::vector<KeyEvent> taken;
    bool pressed = false;
    const auto came_up = [&](const KeyEvent& event) {
        return std::ranges::any_of(taken, [&](const KeyEvent& earlier) {
            return earlier.key == event.key && earlier.action == GLFW_RELEASE;
        });
    };
    while (!waiting_.empty()) {
        const KeyEvent& event = waiting_.front();
        if (event.action == GLFW_RELEASE ? pressed : came_up(event)) {
            break;
        }
        pressed = pressed || event.action != GLFW_RELEASE;
        taken.push_back(event);
        waiting_.pop_front();
    }
    return taken;
}

} // namespace osteon::ui
