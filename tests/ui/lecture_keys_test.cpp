#include "ui/lecture_keys.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

namespace osteon::ui {
namespace {

session::Session lecturing() {
    session::Session session;
    session.settings.mode = session::Mode::lecture;
    session.lecture.tour = "spine";
    session.lecture.last_tour = "spine";
    return session;
}

} // namespace

TEST_CASE("What clickers send moves a tour, blanks it and ends it") {
    CHECK(lecture_command_of({.key = GLFW_KEY_PAGE_DOWN}, true) == LectureCommand::next);
    CHECK(lecture_command_of({.key = GLFW_KEY_PAGE_UP}, true) == LectureCommand::back);
    CHECK(lecture_command_of({.character = 'b'}, true) == LectureCommand::blank);
    CHECK(lecture_command_of({.character = '.'}, true) == LectureCommand::blank);
    CHECK(lecture_command_of({.key = GLFW_KEY_ESCAPE}, true) == LectureCommand::end);
    CHECK(lecture_command_of({.key = GLFW_KEY_F5}, false) == LectureCommand::begin);
    CHECK(lecture_command_of({.key = GLFW_KEY_F5, .shift = true}, false) == LectureCommand::begin);
}

TEST_CASE("Keys of a lecture are none while no tour is shown, and none with Ctrl or Alt") {
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_PAGE_DOWN}, false));
    CHECK_FALSE(lecture_command_of({.character = 'b'}, false));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_F5}, true));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_DOWN, .alt = true}, true));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_RIGHT, .ctrl = true}, true));
    CHECK_FALSE(lecture_command_of({.character = 'h'}, true));
    CHECK(lecture_command_of({.key = GLFW_KEY_F7}, false) == LectureCommand::presenter);
    CHECK(lecture_command_of({.key = GLFW_KEY_F7}, true) == LectureCommand::presenter);
}

TEST_CASE("A tool's key takes it up, and the second time puts it down") {
    session::Session session = lecturing();
    const auto tool_after = [&](LectureCommand command) {
        const auto actions = actions_of(command, session);
        REQUIRE(actions.size() == 1);
        const auto* const held = std::get_if<session::HoldTool>(&actions.front());
        REQUIRE(held != nullptr);
        return held->tool;
    };
    CHECK(tool_after(LectureCommand::spotlight) == session::LectureTool::spotlight);
    session.lecture.tool = session::LectureTool::spotlight;
    CHECK(tool_after(LectureCommand::spotlight) == session::LectureTool::none);
    CHECK(tool_after(LectureCommand::pen) == session::LectureTool::pen);
}

} // namespace osteon::ui
