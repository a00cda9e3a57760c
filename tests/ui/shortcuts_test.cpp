#include "ui/shortcuts.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <set>
#include <string>

namespace osteon::ui {
namespace {

template <class Action>
const Action* only(const std::vector<session::Action>& actions) {
    return actions.size() == 1 ? std::get_if<Action>(&actions.front()) : nullptr;
}

TEST_CASE("no key means two things") {
    const auto table = shortcuts();
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (std::size_t j = i + 1; j < table.size(); ++j) {
            CAPTURE(table[i].keys);
            CHECK_FALSE(table[i].press == table[j].press);
        }
    }
}

TEST_CASE("every command is listed in help exactly once or belongs to the arrow keys") {
    std::multiset<Command> listed;
    for (const Shortcut& shortcut : shortcuts()) {
        if (shortcut.what[0] != '\0') {
            listed.insert(shortcut.command);
        }
        CHECK(keys_of(shortcut.command)[0] != '\0');
    }
    for (const Shortcut& shortcut : shortcuts()) {
        CHECK(listed.count(shortcut.command) <= 1);
    }
}

TEST_CASE("keys find their commands, and other keys find none") {
    CHECK(command_of({.character = 'h'}) == Command::hide);
    CHECK(command_of({.character = '/'}) == Command::search);
    CHECK(command_of({.key = GLFW_KEY_K, .ctrl = true}) == Command::search);
    CHECK(command_of({.key = GLFW_KEY_Z, .ctrl = true}) == Command::undo);
    CHECK(command_of({.key = GLFW_KEY_Z, .ctrl = true, .shift = true}) == Command::redo);
    CHECK(command_of({.key = GLFW_KEY_TAB, .shift = true}) == Command::previous_hotspot);
    CHECK_FALSE(command_of({.character = 'q'}).has_value());
    CHECK_FALSE(command_of({.key = GLFW_KEY_H, .ctrl = true}).has_value());
    CHECK_FALSE(command_of({}).has_value());
}

TEST_CASE("hide takes what is selected, else the bone under the pointer, else nothing") {
    session::Session session;
    session.stage.selection = {3, 4};
    const auto selected = actions_of(Command::hide, {session, {}, 9});
    REQUIRE(only<session::Hide>(selected) != nullptr);
    CHECK(only<session::Hide>(selected)->bones == std::vector<session::BoneIndex>{3, 4});

    session.stage.selection.clear();
    const auto hovered = actions_of(Command::isolate, {session, {}, 9});
    REQUIRE(only<session::Isolate>(hovered) != nullptr);
    CHECK(only<session::Isolate>(hovered)->bones == std::vector<session::BoneIndex>{9});

    CHECK(actions_of(Command::hide, {session, {}, anatomy::no_bone}).empty());
}

TEST_CASE("plus comes nearer and minus goes away, within bounds") {
    session::Session session;
    session::CameraPose pose;
    const auto nearer = actions_of(Command::zoom_in, {session, pose});
    REQUIRE(only<session::SetCamera>(nearer) != nullptr);
    CHECK(only<session::SetCamera>(nearer)->pose.distance < pose.distance);

    pose.distance = 0.1F;
    const auto nearest = actions_of(Command::zoom_in, {session, pose});
    CHECK(only<session::SetCamera>(nearest)->pose.distance == doctest::Approx(0.1));
}

TEST_CASE("turning up stops short of looking straight down") {
    const session::Session session;
    session::CameraPose pose;
    pose.pitch = 1.54F;
    const auto turned = actions_of(Command::turn_up, {session, pose});
    REQUIRE(only<session::SetCamera>(turned) != nullptr);
    CHECK(only<session::SetCamera>(turned)->pose.pitch <= 1.5708F);
}

TEST_CASE("full stop and comma walk along the route") {
    const session::Session session;
    CHECK(command_of({.character = '.'}) == Command::next_step);
    CHECK(command_of({.character = ','}) == Command::previous_step);
    CHECK(only<session::WalkRoute>(actions_of(Command::next_step, {session, {}}))->by == 1);
    CHECK(only<session::WalkRoute>(actions_of(Command::previous_step, {session, {}}))->by == -1);
}

TEST_CASE("the radiograph gives way to the look beneath it, and to a fade") {
    session::Session session;
    using session::Look;
    CHECK(only<session::SetLook>(actions_of(Command::radiograph, {session, {}}))->look ==
          Look::radiograph);
    session.stage.look = Look::radiograph;
    CHECK(only<session::SetLook>(actions_of(Command::radiograph, {session, {}}))->look ==
          Look::solid);
    session.stage.fade_rest = true;
    CHECK(only<session::SetLook>(actions_of(Command::radiograph, {session, {}}))->look ==
          Look::see_through);
    CHECK(only<session::FadeRest>(actions_of(Command::fade, {session, {}}))->on);
}

TEST_CASE("fade, landmarks and help are switched on and off by the same key") {
    session::Session session;
    CHECK(only<session::FadeRest>(actions_of(Command::fade, {session, {}}))->on);
    session.stage.fade_rest = true;
    CHECK_FALSE(only<session::FadeRest>(actions_of(Command::fade, {session, {}}))->on);

    CHECK_FALSE(only<session::ShowLandmarks>(actions_of(Command::landmarks, {session, {}}))->on);
    session.settings.show_landmarks = false;
    CHECK(only<session::ShowLandmarks>(actions_of(Command::landmarks, {session, {}}))->on);

    const auto table = actions_of(Command::matrix, {session, {}});
    CHECK(only<session::OpenDrawer>(table)->drawer == session::Drawer::matrix);
    session.settings.drawer = session::Drawer::matrix;
    const auto away = actions_of(Command::matrix, {session, {}});
    CHECK(only<session::OpenDrawer>(away)->drawer == session::Drawer::none);

    session.settings.drawer = session::Drawer::help;
    const auto closed = actions_of(Command::help, {session, {}});
    CHECK(only<session::OpenDrawer>(closed)->drawer == session::Drawer::none);
}

} // namespace
TEST_CASE("keys are named as on the keyboards of the language") {
    knowledge::Language german;
    german.interface = {{"Ctrl", "Strg"}, {"Shift", "Umschalt"}, {"Left", "Links"}};
    CHECK(keys_in(german, "Ctrl+Shift+Z") == "Strg+Umschalt+Z");
    CHECK(keys_in(german, "Alt+Left") == "Alt+Links");
    CHECK(keys_in(german, "+") == "+");
    CHECK(keys_in(german, "H") == "H");
    CHECK(keys_in(knowledge::Language(), "Ctrl+K") == "Ctrl+K");
}

} // namespace osteon::ui
