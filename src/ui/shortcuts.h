#pragma once

#include "session/session.h"

#include <optional>
#include <span>
#include <vector>

namespace osteon::ui {

/// What a key can ask for.
enum class Command {
    explore,
    lecture,
    bedside,
    study,
    full_screen,
    quit,
    search,
    matrix,
    help,
    next_panel,
    fold_panel,
    home,
    frame,
    view_front,
    view_back,
    view_left,
    view_right,
    view_top,
    view_bottom,
    turn_left,
    turn_right,
    turn_up,
    turn_down,
    zoom_in,
    zoom_out,
    hide,
    isolate,
    fade,
    ghosts_fainter,
    ghosts_denser,
    radiograph,
    bone_scan,
    section,
    flip_section,
    explode,
    lesions,
    route,
    next_step,
    previous_step,
    bone_labels,
    show_all,
    landmarks,
    escape,
    undo,
    redo,
    next_hotspot,
    previous_hotspot,
    open_hotspot,
    read_back,
    read_forward,
    find_in_page,
    find_next,
    find_previous,
    notes,
    save_session,
    open_session,
    tool_pin,
    tool_ink,
    tool_mark,
    tool_distance,
    tool_angle,
    tool_erase,
};

/// A key going down. Letters and signs come as the character that was typed, so that they follow
/// the user's keyboard; all others, and letters with Ctrl, as a GLFW key.
struct KeyPress {
    int key = 0;
    char character = 0;
    bool ctrl = false;
    bool shift = false;
    bool alt = false;
    bool operator==(const KeyPress&) const = default;
};

/// A line of the table of keys. A command may have several; only lines with words are shown.
struct Shortcut {
    Command command;
    KeyPress press;
    const char* keys;  ///< as printed: "Ctrl+Z"
    const char* what;  ///< empty: another key for a command that is shown already
    const char* group; ///< heading in the list of keys
};

/// All keys, grouped, in the order in which help lists them.
std::span<const Shortcut> shortcuts();

/// The command of a key press; none where the key means nothing.
std::optional<Command> command_of(const KeyPress& press);

/// The printed keys of a command, for tooltips.
const char* keys_of(Command command);
/// Printed keys with their names in a language: "Ctrl+Shift+Z" is "Strg+Umschalt+Z" in German.
std::string keys_in(const knowledge::Language& language, std::string_view keys);

/// What a command is carried out on.
struct CommandPlace {
    const session::Session& session;
    session::CameraPose pose; ///< where the camera is just now
    session::BoneIndex hovered = anatomy::no_bone;
};

/// The actions of a command; empty where it has nothing to do. Hide and isolate take the selection,
/// else the bone under the pointer.
std::vector<session::Action> actions_of(Command command, const CommandPlace& place);

/// The key presses of this frame, read from Dear ImGui.
std::vector<KeyPress> pressed_keys();

} // namespace osteon::ui
