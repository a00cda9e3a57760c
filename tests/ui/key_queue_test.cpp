#include "ui/key_queue.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

using namespace osteon::ui;

namespace {

KeyEvent down(int key) {
    return {.key = key, .action = GLFW_PRESS};
}
KeyEvent up(int key) {
    return {.key = key, .action = GLFW_RELEASE};
}

using Events = std::vector<KeyEvent>;

} // namespace

TEST_CASE("A key that went down and up before a frame is down for that frame") {
    KeyQueue keys;
    keys.add(down(GLFW_KEY_H));
    keys.add(up(GLFW_KEY_H));
    CHECK(keys.take_for_frame() == Events{down(GLFW_KEY_H)});
    CHECK_FALSE(keys.empty());
    CHECK(keys.take_for_frame() == Events{up(GLFW_KEY_H)});
    CHECK(keys.empty());
}

TEST_CASE("A short Ctrl+K is one frame's, with both keys down") {
    KeyQueue keys;
    for (const KeyEvent& event : {down(GLFW_KEY_LEFT_CONTROL), down(GLFW_KEY_K), up(GLFW_KEY_K),
                                  up(GLFW_KEY_LEFT_CONTROL)}) {
        keys.add(event);
    }
    CHECK(keys.take_for_frame() == Events{down(GLFW_KEY_LEFT_CONTROL), down(GLFW_KEY_K)});
    CHECK(keys.take_for_frame() == Events{up(GLFW_KEY_K), up(GLFW_KEY_LEFT_CONTROL)});
}

TEST_CASE("A key pressed twice before a frame counts twice") {
    KeyQueue keys;
    for (const KeyEvent& event :
         {down(GLFW_KEY_TAB), up(GLFW_KEY_TAB), down(GLFW_KEY_TAB), up(GLFW_KEY_TAB)}) {
        keys.add(event);
    }
    CHECK(keys.take_for_frame() == Events{down(GLFW_KEY_TAB)});
    CHECK(keys.take_for_frame() == Events{up(GLFW_KEY_TAB)});
    CHECK(keys.take_for_frame() == Events{down(GLFW_KEY_TAB)});
    CHECK(keys.take_for_frame() == Events{up(GLFW_KEY_TAB)});
    CHECK(keys.take_for_frame().empty());
}

TEST_CASE("Keys pressed together come together") {
    KeyQueue keys;
    keys.add(down(GLFW_KEY_A));
    keys.add(down(GLFW_KEY_B));
    CHECK(keys.take_for_frame().size() == 2);
}
