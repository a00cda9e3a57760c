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
    CHECK(lecture_command_of({.key = GLFW_KEY_F5, .shift = true}, false) == LectureCommand::go_on);
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_F5, .shift = true}, true));
    CHECK(lecture_command_of({.key = GLFW_KEY_PAGE_DOWN, .shift = true}, true) ==
          LectureCommand::next);
}

TEST_CASE("Keys of a lecture are none while no tour is shown, and none with Ctrl or Alt") {
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_PAGE_DOWN}, false));
    CHECK_FALSE(lecture_command_of({.character = 'b'}, false));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_F5}, true));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_DOWN, .alt = true}, true));
    CHECK_FALSE(lecture_command_of({.key = GLFW_KEY_RIGHT, .ctrl = true}, true));
    CHECK_FALSE(lecture_command_of({.character = 'h'}, true));
}

TEST_CASE("Escape puts a tool down first, and ends the tour with empty hands") {
    session::Session session = lecturing();
    const auto ends = [&] {
        const auto actions = actions_of(LectureCommand::end, session);
        REQUIRE(actions.size() == 1);
        return std::holds_alternative<session::EndTour>(actions.front());
    };
    CHECK(ends());
    session.lecture.tool = session::LectureTool::pen;
    CHECK_FALSE(ends());
    session.lecture.tool = session::LectureTool::none;
    session.desk.tool = session::NoteTool::ink;
    CHECK_FALSE(ends());
}

TEST_CASE("F5 goes on where a tour was left, and begins anew one that was given to its end") {
    session::Session session = lecturing();
    session.lecture.tour.clear();
    session.lecture.last_stop = 3;
    const auto begins_anew = [&](LectureCommand command) {
        const auto actions = actions_of(command, session);
        REQUIRE(actions.size() == 1);
        return std::holds_alternative<session::StartTour>(actions.front());
    };
    CHECK_FALSE(begins_anew(LectureCommand::begin));
    session.lecture.given_whole = true;
    CHECK(begins_anew(LectureCommand::begin));
    CHECK_FALSE(begins_anew(LectureCommand::go_on));
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
