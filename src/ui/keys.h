#pragma once

#include "knowledge/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::ui {

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

/// A key press in words, as in the settings file and in English help: "Ctrl+Shift+Z", "H", "F3";
/// empty where the key has no name.
std::string text_of(const KeyPress& press);

/// The key press of such words; none where they name none. Case does not count.
std::optional<KeyPress> key_press(std::string_view text);

/// The key presses of a list with blanks between them, as in session::Settings::keys; none where
/// one of them cannot be read.
std::optional<std::vector<KeyPress>> key_presses(std::string_view text);

/// Words of text_of() with the names on the keyboards of a language: "Ctrl+Shift+Z" is
/// "Strg+Umschalt+Z" in German.
std::string keys_in(const knowledge::Language& language, std::string_view keys);

/// Keys that belong to whatever has the keyboard, so that no command can have them: Escape, Tab,
/// Enter, Space, the arrows, and the keys for cut, copy, paste and choosing all.
bool is_reserved(const KeyPress& press);

/// The key presses of this frame, read from Dear ImGui.
std::vector<KeyPress> pressed_keys();

} // namespace osteon::ui
