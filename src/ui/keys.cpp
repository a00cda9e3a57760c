#include "ui/keys.h"

#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace osteon::ui {

using knowledge::translatable;

namespace {

using Name = std::pair<int, const char*>;

/// The keys that are no letter, digit or sign. Those that have another name on other keyboards are
/// translated.
constexpr auto c_names = std::to_array<Name>({{GLFW_KEY_ESCAPE, translatable("Esc")},
                                              {GLFW_KEY_ENTER, translatable("Enter")},
                                              {GLFW_KEY_TAB, translatable("Tab")},
                                              {GLFW_KEY_SPACE, translatable("Space")},
                                              {GLFW_KEY_BACKSPACE, translatable("Backspace")},
                                              {GLFW_KEY_INSERT, translatable("Insert")},
                                              {GLFW_KEY_DELETE, translatable("Delete")},
                                              {GLFW_KEY_LEFT, translatable("Left")},
                                              {GLFW_KEY_RIGHT, translatable("Right")},
                                              {GLFW_KEY_UP, translatable("Up")},
                                              {GLFW_KEY_DOWN, translatable("Down")},
                                              {GLFW_KEY_PAGE_UP, translatable("PageUp")},
                                              {GLFW_KEY_PAGE_DOWN, translatable("PageDown")},
                                              {GLFW_KEY_HOME, translatable("Home")},
                                              {GLFW_KEY_END, translatable("End")},
                                              {GLFW_KEY_MENU, translatable("Menu")},
                                              {GLFW_KEY_PAUSE, translatable("Pause")}});
constexpr std::array<const char*, 3> c_modifiers = {translatable("Ctrl"), translatable("Shift"),
                                                    translatable("Alt")};

bool same_letters(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](unsigned char left, unsigned char right) {
        return std::tolower(left) == std::tolower(right);
    });
}

/// Takes "Ctrl+" from the front of a text, where something follows it.
bool take_modifier(std::string_view& text, std::string_view modifier) {
    if (text.size() <= modifier.size() + 1 || text[modifier.size()] != '+' ||
        !same_letters(text.substr(0, modifier.size()), modifier)) {
        return false;
    }
    text.remove_prefix(modifier.size() + 1);
    return true;
}

std::string name_of(const KeyPress& press) {
    if (press.character != 0) {
        return {static_cast<char>(std::toupper(static_cast<unsigned char>(press.character)))};
    }
    const auto known = std::ranges::find(c_names, press.key, &Name::first);
    if (known != c_names.end()) {
        return known->second;
    }
    if (press.key >= GLFW_KEY_F1 && press.key <= GLFW_KEY_F25) {
        return "F" + std::to_string(press.key - GLFW_KEY_F1 + 1);
    }
    if (press.key > GLFW_KEY_SPACE && press.key <= GLFW_KEY_GRAVE_ACCENT) {
        return {static_cast<char>(press.key)};
    }
    return {};
}

/// The key of "F5"; 0 where the name is none of these.
int function_key(std::string_view name) {
    if (name.size() < 2 || name.size() > 3 ||
        std::toupper(static_cast<unsigned char>(name[0])) != 'F') {
        return 0;
    }
    int number = 0;
    for (const char digit : name.substr(1)) {
        if (std::isdigit(static_cast<unsigned char>(digit)) == 0) {
            return 0;
        }
        number = 10 * number + (digit - '0');
    }
    return number >= 1 && number <= 25 ? GLFW_KEY_F1 + number - 1 : 0;
}

/// Whether a key is a letter or sign, which comes as a character where neither Ctrl nor Alt is
/// held.
bool is_typed(int key) {
    return key > GLFW_KEY_SPACE && key <= GLFW_KEY_GRAVE_ACCENT &&
           (key < GLFW_KEY_0 || key > GLFW_KEY_9);
}

/// The letter that the user's keyboard has on a key; the key itself where that is not known. The
/// keypad's Enter is that of the keyboard.
int key_on_users_keyboard(int code) {
    if (code == GLFW_KEY_KP_ENTER) {
        return GLFW_KEY_ENTER;
    }
    if (code >= GLFW_KEY_0 && code <= GLFW_KEY_9) {
        return code; // French and Czech keyboards have digits there with Shift alone
    }
    const char* const name = code <= GLFW_KEY_Z ? glfwGetKeyName(code, 0) : nullptr;
    if (name == nullptr || name[1] != '\0') {
        return code;
    }
    return std::toupper(static_cast<unsigned char>(name[0]));
}

} // namespace

std::string text_of(const KeyPress& press) {
    const std::string name = name_of(press);
    if (name.empty()) {
        return {};
    }
    return std::string(press.ctrl ? "Ctrl+" : "") + (press.shift ? "Shift+" : "") +
           (press.alt ? "Alt+" : "") + name;
}

std::optional<KeyPress> key_press(std::string_view text) {
    KeyPress press;
    for (bool taken = true; taken;) {
        const bool ctrl = take_modifier(text, "Ctrl");
        const bool shift = take_modifier(text, "Shift");
        const bool alt = take_modifier(text, "Alt");
        press.ctrl = press.ctrl || ctrl;
        press.shift = press.shift || shift;
        press.alt = press.alt || alt;
        taken = ctrl || shift || alt;
    }
    const auto known = std::ranges::find_if(
        c_names, [&](const Name& name) { return same_letters(name.second, text); });
    if (known != c_names.end()) {
        press.key = known->first;
        return press;
    }
    if (const int key = function_key(text); key != 0) {
        press.key = key;
        return press;
    }
    if (text.size() != 1 || text[0] <= ' ' || text[0] > '~') {
        return std::nullopt;
    }
    const int upper = std::toupper(static_cast<unsigned char>(text[0]));
    const bool is_digit = !is_typed(upper) && upper <= GLFW_KEY_GRAVE_ACCENT;
    if (is_digit || press.ctrl || press.alt) {
        press.key = upper;
    } else if (press.shift) {
        return std::nullopt; // Shift only makes another sign of it
    } else {
        press.character = static_cast<char>(std::tolower(upper));
    }
    return press;
}

std::optional<std::vector<KeyPress>> key_presses(std::string_view text) {
    std::vector<KeyPress> presses;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            const auto press = key_press(text.substr(at, end - at));
            if (!press) {
                return std::nullopt;
            }
            presses.push_back(*press);
        }
        at = end + 1;
    }
    return presses;
}

std::string keys_in(const knowledge::Language& language, std::string_view keys) {
    std::string named;
    for (bool taken = true; taken;) {
        taken = false;
        for (const char* const modifier : c_modifiers) {
            if (take_modifier(keys, modifier)) {
                named += language.tr(modifier) + std::string("+");
                taken = true;
            }
        }
    }
    const auto known = std::ranges::find(c_names, keys, &Name::second);
    if (known != c_names.end()) {
        return named + language.tr(known->second);
    }
    return named + (keys == "-" ? "−" : std::string(keys));
}

bool is_reserved(const KeyPress& press) {
    switch (press.key) {
    case GLFW_KEY_ESCAPE:
        return true;
    case GLFW_KEY_TAB:
    case GLFW_KEY_ENTER:
    case GLFW_KEY_SPACE:
    case GLFW_KEY_BACKSPACE:
    case GLFW_KEY_DELETE:
    case GLFW_KEY_LEFT:
    case GLFW_KEY_RIGHT:
    case GLFW_KEY_UP:
    case GLFW_KEY_DOWN:
        return !press.ctrl && !press.alt;
    case GLFW_KEY_A:
    case GLFW_KEY_C:
    case GLFW_KEY_V:
    case GLFW_KEY_X:
        return press.ctrl && !press.shift && !press.alt;
    default:
        return false;
    }
}

std::vector<KeyPress> pressed_keys() {
    const ImGuiIO& io = ImGui::GetIO();
    std::vector<KeyPress> presses;
    for (int code = GLFW_KEY_SPACE; code <= GLFW_KEY_LAST; ++code) {
        const bool is_modifier = code >= GLFW_KEY_LEFT_SHIFT && code <= GLFW_KEY_RIGHT_SUPER;
        if (ImGui::IsKeyPressed(code) && !is_modifier &&
            (!is_typed(code) || io.KeyCtrl || io.KeyAlt)) {
            presses.push_back({.key = key_on_users_keyboard(code),
                               .ctrl = io.KeyCtrl,
                               .shift = io.KeyShift,
                               .alt = io.KeyAlt});
        }
    }
    for (const ImWchar character : io.InputQueueCharacters) {
        const bool is_digit = character >= '0' && character <= '9'; // has come as a key
        if (character > ' ' && character < 127 && !is_digit && !io.KeyCtrl && !io.KeyAlt) {
            const int lower = std::tolower(static_cast<int>(character));
            presses.push_back({.character = static_cast<char>(lower)});
        }
    }
    return presses;
}

} // namespace osteon::ui
