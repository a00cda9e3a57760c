#include "ui/lecture_keys.h"

#include "session/tour_stage.h"
#include "ui/panel_context.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <limits>

namespace osteon::ui {
namespace {

using knowledge::translatable;

constexpr KeyPress key(int code) {
    return {.key = code};
}
constexpr KeyPress sign(char character) {
    return {.character = character};
}

constexpr auto table = std::to_array<LectureKey>({
    {LectureCommand::next, key(GLFW_KEY_PAGE_DOWN), translatable("Next stop")},
    {LectureCommand::next, key(GLFW_KEY_RIGHT), ""},
    {LectureCommand::next, key(GLFW_KEY_DOWN), ""},
    {LectureCommand::next, key(GLFW_KEY_ENTER), ""},
    {LectureCommand::back, key(GLFW_KEY_PAGE_UP), translatable("Stop before")},
    {LectureCommand::back, key(GLFW_KEY_LEFT), ""},
    {LectureCommand::back, key(GLFW_KEY_UP), ""},
    {LectureCommand::first, key(GLFW_KEY_HOME), ""},
    {LectureCommand::last, key(GLFW_KEY_END), ""},
    {LectureCommand::blank, sign('b'), translatable("Blank the screen")},
    {LectureCommand::blank, sign('.'), ""},
    {LectureCommand::labels, sign('l'), translatable("Labels")},
    {LectureCommand::pen, sign('p'), translatable("Draw")},
    {LectureCommand::spotlight, sign('s'), translatable("Spotlight")},
    {LectureCommand::undo_drawing, key(GLFW_KEY_BACKSPACE), ""},
    {LectureCommand::clear_drawing, key(GLFW_KEY_DELETE), ""},
    {LectureCommand::begin, key(GLFW_KEY_F5), ""},
    {LectureCommand::go_on, {.key = GLFW_KEY_F5, .shift = true}, ""},
    {LectureCommand::end, key(GLFW_KEY_ESCAPE), translatable("End the tour")},
});

session::LectureTool toggled(session::LectureTool tool, const session::Lecture& lecture) {
    return lecture.tool == tool ? session::LectureTool::none : tool;
}

/// Whoever holds a tool wants to be rid of that first.
std::vector<session::Action> put_down_or_end(const session::Session& session) {
    if (session.lecture.tool != session::LectureTool::none) {
        return {session::HoldTool{}};
    }
    if (session.desk.tool != session::NoteTool::none) {
        return {session::SetTool{session::NoteTool::none}};
    }
    return {session::EndTour{}};
}

} // namespace

std::span<const LectureKey> lecture_keys() {
    return table;
}

std::optional<LectureCommand> lecture_command_of(const KeyPress& press, bool presenting) {
    if (press.ctrl || press.alt) {
        return std::nullopt;
    }
    auto found = std::ranges::find(table, press, &LectureKey::press);
    if (found == table.end()) {
        KeyPress plain = press;
        plain.shift = false;
        found = std::ranges::find(table, plain, &LectureKey::press);
    }
    if (found == table.end()) {
        return std::nullopt;
    }
    const bool begins =
        found->command == LectureCommand::begin || found->command == LectureCommand::go_on;
    return begins != presenting ? std::optional(found->command) : std::nullopt;
}

std::vector<session::Action> actions_of(LectureCommand command, const session::Session& session) {
    const session::Lecture& lecture = session.lecture;
    using session::LectureTool;
    switch (command) {
    case LectureCommand::next:
        return {session::WalkTour{1}};
    case LectureCommand::back:
        return {session::WalkTour{-1}};
    case LectureCommand::first:
        return {session::GoToStop{0}};
    case LectureCommand::last:
        return {session::GoToStop{std::numeric_limits<std::size_t>::max()}};
    case LectureCommand::blank:
        return {session::BlankScreen{!lecture.blank}};
    case LectureCommand::labels:
        return {session::ShowBoneLabels{!session.stage.bone_labels}};
    case LectureCommand::pen:
        return {session::HoldTool{toggled(LectureTool::pen, lecture)}};
    case LectureCommand::spotlight:
        return {session::HoldTool{toggled(LectureTool::spotlight, lecture)}};
    case LectureCommand::undo_drawing:
        return {session::UndoDrawing{}};
    case LectureCommand::clear_drawing:
        return {session::ClearDrawing{}};
    case LectureCommand::begin:
        if (lecture.given_whole) {
            return {session::StartTour{lecture.last_tour}};
        }
        return {session::ContinueTour{}};
    case LectureCommand::go_on:
        return {session::ContinueTour{}};
    case LectureCommand::end:
        return put_down_or_end(session);
    }
    return {};
}

bool take_lecture_key(PanelContext& context, const KeyPress& press) {
    const session::Session& session = context.input.session;
    if (session.settings.mode != session::Mode::lecture) {
        return false;
    }
    const bool presenting = session::is_presenting(session);
    const auto command = lecture_command_of(press, presenting);
    if (!command) {
        return false;
    }
    if (press.key != 0 && !ImGui::IsKeyPressed(press.key, false)) {
        return true; // a button of a clicker that is held is one press
    }
    for (session::Action& action : actions_of(*command, session)) {
        context.output.actions.push_back(std::move(action));
    }
    return true;
}

void take_lecture_space(PanelContext& context) {
    const bool presenting = session::is_presenting(context.input.session);
    if (presenting && ImGui::IsKeyPressed(GLFW_KEY_SPACE, false)) {
        context.emit(session::WalkTour{1});
    }
}

} // namespace osteon::ui
