#pragma once

#include "session/session.h"
#include "ui/keys.h"

#include <optional>
#include <span>
#include <vector>

namespace osteon::ui {

struct PanelContext;

/// What a key or a clicker can ask for during a lecture.
enum class LectureCommand {
    next,
    back,
    first,
    last,
    blank,
    labels,
    pen,
    spotlight,
    undo_drawing,
    clear_drawing,
    begin, ///< the tour that was given last: where it was left, or from its first stop
    go_on, ///< the same, where it was left also after its last stop
    end,
};

/// A key of a lecture.
struct LectureKey {
    LectureCommand command;
    KeyPress press;
    const char* what; ///< English, tr() it; empty: another key for a command that is listed already
};

/// All keys of a lecture. Clickers send Page Up and Down, B or a point, F5 and Escape.
std::span<const LectureKey> lecture_keys();

/// The command of a key press while a tour is shown, or while only the room of lectures is open.
std::optional<LectureCommand> lecture_command_of(const KeyPress& press, bool presenting);

/// The actions of a command; none where it has nothing to do.
std::vector<session::Action> actions_of(LectureCommand command, const session::Session& session);

/// Carries out a key press if it is one of a lecture's; false: it is none.
bool take_lecture_key(PanelContext& context, const KeyPress& press);
/// The space bar, which types no command else: the next stop.
void take_lecture_space(PanelContext& context);

} // namespace osteon::ui
