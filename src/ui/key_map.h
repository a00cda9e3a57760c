#pragma once

#include "session/session.h"
#include "ui/commands.h"
#include "ui/keys.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace osteon::ui {

/// Which keys carry out which commands: the usual ones, with the user's in their place.
class KeyMap {
public:
    explicit KeyMap(const session::KeyBindings& own = {});

    /// The command of a key press; none where the key means nothing.
    std::optional<Command> command_of(const KeyPress& press) const;
    /// The keys of a command, the first one to be shown.
    const std::vector<KeyPress>& keys_of(Command command) const;
    /// The first of them in words (keys.h); empty: it has none.
    std::string text_of(Command command) const;
    /// Whether they are the user's own.
    bool is_own(Command command) const;

private:
    struct Keys {
        std::vector<KeyPress> presses;
        bool own = false;
    };
    std::map<Command, Keys> keys_;
};

/// What is wrong with the user's keys, a sentence for each: commands that are not known, keys that
/// cannot be read or are reserved, two commands with one key. Such keys do not count; of two
/// commands the later one in the list of all commands goes without.
std::vector<std::string> key_faults(const session::KeyBindings& own);

/// What can be done where a key is wanted for a command.
struct KeyChange {
    std::optional<Command> taken_by; ///< that has it now
    bool reserved = false;           ///< nobody can have it
};
KeyChange key_change(const KeyMap& keys, Command command, const KeyPress& press);

/// The actions that give a key to a command, and the command's own key to the one that had it.
std::vector<session::Action> give_key(const KeyMap& keys, Command command, const KeyPress& press);

/// The table of all commands with their usual keys as a page of Markdown, English.
std::string usual_keys_page();

} // namespace osteon::ui
