#include "ui/key_map.h"
#include "ui/keys.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace osteon::ui {
namespace {

using session::KeyBindings;

TEST_CASE("keys are read as they are written") {
    for (const char* const text : {"H", "?", "/", "+", "-", "1", "F3", "Esc", "Ctrl+K", "Ctrl++",
                                   "Ctrl+Shift+Z", "Alt+Left", "Shift+Tab", "PageDown", "Ctrl+1"}) {
        CAPTURE(text);
        const auto press = key_press(text);
        REQUIRE(press.has_value());
        CHECK(text_of(*press) == text);
    }
    CHECK(key_press("ctrl+k") == key_press("Ctrl+K"));
    CHECK(key_press("h") == KeyPress{.character = 'h'});
    CHECK(key_press("Ctrl+H") == KeyPress{.key = GLFW_KEY_H, .ctrl = true});
}

TEST_CASE("words that name no key are none") {
    for (const char* const text :
         {"", "Ctrl", "Ctrl+", "Hyper+K", "F0", "F26", "KK", "Shift+H", "ä"}) {
        CAPTURE(text);
        CHECK_FALSE(key_press(text).has_value());
    }
    CHECK(key_presses("").value().empty());
    CHECK(key_presses("+ =").value().size() == 2);
    CHECK_FALSE(key_presses("H nonsense").has_value());
}

TEST_CASE("keys are named as on the keyboards of the language") {
    knowledge::Language german;
    german.interface = {{"Ctrl", "Strg"}, {"Shift", "Umschalt"}, {"Left", "Links"}};
    CHECK(keys_in(german, "Ctrl+Shift+Z") == "Strg+Umschalt+Z");
    CHECK(keys_in(german, "Alt+Left") == "Alt+Links");
    CHECK(keys_in(german, "+") == "+");
    CHECK(keys_in(german, "H") == "H");
    CHECK(keys_in(german, "-") == "−");
    CHECK(keys_in(knowledge::Language(), "Ctrl+K") == "Ctrl+K");
    CHECK(keys_in(german, "").empty());
}

TEST_CASE("a key of the user's stands in place of the usual one") {
    const KeyMap keys(KeyBindings{{"look.radiograph", "Ctrl+R"}});
    CHECK(keys.command_of(*key_press("Ctrl+R")) == Command::radiograph);
    CHECK_FALSE(keys.command_of(*key_press("X")).has_value());
    CHECK(keys.text_of(Command::radiograph) == "Ctrl+R");
    CHECK(keys.is_own(Command::radiograph));
    CHECK_FALSE(keys.is_own(Command::hide));
    CHECK(key_faults({{"look.radiograph", "Ctrl+R"}}).empty());
}

TEST_CASE("a command may have no key, or several") {
    const KeyMap keys(KeyBindings{{"look.radiograph", ""}, {"bones.hide", "H F8"}});
    CHECK(keys.text_of(Command::radiograph).empty());
    CHECK(keys.command_of(*key_press("H")) == Command::hide);
    CHECK(keys.command_of(*key_press("F8")) == Command::hide);
}

TEST_CASE("where the user takes another command's usual key, that command goes without") {
    const KeyMap keys(KeyBindings{{"look.radiograph", "H"}});
    CHECK(keys.command_of(*key_press("H")) == Command::radiograph);
    CHECK(keys.text_of(Command::hide).empty());
}

TEST_CASE("keys that cannot be had are told, and the usual ones count") {
    const KeyBindings own{
        {"bones.hide", "Nonsense"}, {"look.section", "Esc"},   {"step-out", "Q"},  {"no.such", "Q"},
        {"look.explode", "F8"},     {"look.radiograph", "F8"}, {"notes.pin", "F6"}};
    const std::vector<std::string> faults = key_faults(own);
    CHECK(faults.size() == 6);
    const KeyMap keys(own);
    CHECK(keys.text_of(Command::hide) == "H");
    CHECK(keys.text_of(Command::section) == "C");
    CHECK(keys.text_of(Command::escape) == "Esc");
    CHECK(keys.command_of(*key_press("F6")) == Command::next_panel);
    CHECK(keys.command_of(*key_press("F8")) == Command::radiograph);
}

TEST_CASE("a new key names the command that has it, and reserved keys stay") {
    const KeyMap keys;
    CHECK(key_change(keys, Command::radiograph, *key_press("H")).taken_by == Command::hide);
    CHECK_FALSE(key_change(keys, Command::radiograph, *key_press("F8")).taken_by.has_value());
    CHECK_FALSE(key_change(keys, Command::radiograph, *key_press("X")).taken_by.has_value());
    CHECK(key_change(keys, Command::radiograph, *key_press("Esc")).reserved);
    CHECK(key_change(keys, Command::radiograph, *key_press("F6")).reserved);
    CHECK(key_change(keys, Command::radiograph, *key_press("Ctrl+C")).reserved);
}

TEST_CASE("two commands swap their keys") {
    KeyBindings own;
    for (const session::Action& action : give_key(KeyMap(), Command::radiograph, *key_press("H"))) {
        const auto* const bind = std::get_if<session::BindKey>(&action);
        REQUIRE(bind != nullptr);
        own[bind->command] = bind->keys;
    }
    const KeyMap keys(own);
    CHECK(keys.text_of(Command::radiograph) == "H");
    CHECK(keys.text_of(Command::hide) == "X");
    CHECK(key_faults(own).empty());
}

TEST_CASE("the page of keys in the documentation is that of the table") {
    std::ifstream file(std::string(OSTEON_SOURCE_DIR) + "/docs/keys.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const std::string fresh = std::string(OSTEON_BINARY_DIR) + "/keys.md";
    std::ofstream(fresh) << usual_keys_page();
    CHECK_MESSAGE(page == usual_keys_page(), "copy ", fresh, " to docs/keys.md");
}

} // namespace
} // namespace osteon::ui
