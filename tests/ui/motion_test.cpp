#include "ui/motion.h"

#include <doctest/doctest.h>

using namespace osteon::ui;

TEST_CASE("Of the changes to come the next one wakes the window, and each frame asks anew") {
    Motion motion;
    motion.begin_frame(0.016F, false);
    CHECK_FALSE(motion.next_frame_in().has_value());
    motion.ask_for_frame_in(7.0);
    motion.ask_for_frame_in(2.0);
    motion.ask_for_frame_in(5.0);
    CHECK(motion.next_frame_in() == 2.0);
    CHECK_FALSE(motion.moving());
    motion.begin_frame(0.016F, false);
    CHECK_FALSE(motion.next_frame_in().has_value());
}
