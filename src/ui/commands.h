#pragma once

#include "session/session.h"
#include "ui/icons.h"
#include "ui/request.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace osteon::ui {

/// What the user can ask for by a key or by its name.
enum class Command {
    explore,
    lecture,
    bedside,
    study,
    full_screen,
    speaker_window,
    quit,
    palette,
    search,
    skeleton,
    sites,
    primaries,
    matrix,
    library,
    tours,
    notes,
    settings,
    change_keys,
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
    solid,
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
    tool_pin,
    tool_ink,
    tool_mark,
    tool_distance,
    tool_angle,
    tool_erase,
    save_session,
    open_session,
    save_picture,
    save_sheet,
    plain_level,
    clinical_level,
    larger_text,
    smaller_text,
    larger_interface,
    smaller_interface,
    theme_dark,
    theme_light,
    theme_contrast,
    patterns,
    less_motion,
    speech,
    speak,
};

/// What a row of the table may say of its keys beside which they are; joined by |.
enum CommandMark : unsigned {
    fixed_keys = 1U,   ///< they cannot be changed: they work alike in every panel
    while_typing = 2U, ///< with Ctrl or as function keys they count while words are typed
    at_bedside = 4U,   ///< they count at the bedside, which has no drawers and no reading panel
    for_speaker = 8U,  ///< they count in the speaker's window; the room's window carries them out
};

/// A row of the table of commands: all that is to be written to add one, beside what it does
/// (command_actions.cpp) and when it can be had (command_state.cpp).
struct CommandRow {
    Command command;
    const char* id;    ///< its name in the settings file: "look.radiograph"
    const char* name;  ///< English; tr() it
    const char* group; ///< heading over it; rows of a group stand together
    const char* keys;  ///< the usual ones as in session::Settings::keys; the first is shown
    Icon icon = Icon::none;
    unsigned marks = 0; ///< CommandMark

    bool has(CommandMark mark) const { return (marks & mark) != 0; }
};

/// All commands, grouped, in the order in which help lists them.
std::span<const CommandRow> commands();
const CommandRow& row_of(Command command);
/// The command of an id, or nullptr.
const CommandRow* find_command(std::string_view id);

/// What a command is carried out on.
struct CommandPlace {
    const session::Session& session;
    session::CameraPose pose; ///< where the camera is just now
    session::BoneIndex hovered = anatomy::no_bone;
    float scale = 1.0F;   ///< of the interface just now
    bool speaks = false;  ///< the system has speech
    std::string chosen{}; ///< the name of what is chosen; empty: nothing
};

/// Whether a command can be carried out, and whether what it switches is on.
struct CommandState {
    const char* missing = nullptr; ///< English, tr() it: what must come first; null: it can be done
    std::optional<bool> on;        ///< none: it is no switch
};
CommandState state_of(Command command, const CommandPlace& place);

/// The actions of a command; empty where it has nothing to do. Hide and isolate take the selection,
/// else the bone under the pointer.
std::vector<session::Action> actions_of(Command command, const CommandPlace& place);
/// What it asks of the program beside them.
std::vector<Request> requests_of(Command command, const CommandPlace& place);

} // namespace osteon::ui
