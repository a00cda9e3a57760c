#include "ui/commands.h"
#include "ui/key_map.h"

#include <GLFW/glfw3.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace osteon::ui {
namespace {

template <class Action>
const Action* only(const std::vector<session::Action>& actions) {
    return actions.size() == 1 ? std::get_if<Action>(&actions.front()) : nullptr;
}

TEST_CASE("every command has a row, a name of its own and keys that can be read") {
    std::set<std::string> ids;
    for (const CommandRow& row : commands()) {
        CAPTURE(row.id);
        CHECK(ids.insert(row.id).second);
        CHECK(row.name[0] != '\0');
        CHECK(row.icon != Icon::none);
        CHECK(&row_of(row.command) == &row);
        CHECK(find_command(row.id) == &row);
        CHECK(key_presses(row.keys).has_value());
    }
    CHECK(find_command("no such command") == nullptr);
}

TEST_CASE("no usual key means two things, and none but fixed ones is reserved") {
    std::vector<KeyPress> seen;
    for (const CommandRow& row : commands()) {
        const auto presses = key_presses(row.keys);
        REQUIRE(presses);
        for (const KeyPress& press : *presses) {
            CAPTURE(row.id);
            CHECK(std::ranges::find(seen, press) == seen.end());
            seen.push_back(press);
            CHECK((row.has(fixed_keys) || !is_reserved(press)));
        }
    }
}

TEST_CASE("rows of a group stand together") {
    std::set<std::string> seen;
    std::string group;
    for (const CommandRow& row : commands()) {
        if (group != row.group) {
            group = row.group;
            CHECK_MESSAGE(seen.insert(group).second, group);
        }
    }
}

TEST_CASE("keys find their commands, and other keys find none") {
    const KeyMap keys;
    CHECK(keys.command_of({.character = 'h'}) == Command::hide);
    CHECK(keys.command_of({.character = '/'}) == Command::search);
    CHECK(keys.command_of({.key = GLFW_KEY_K, .ctrl = true}) == Command::palette);
    CHECK(keys.command_of({.key = GLFW_KEY_Z, .ctrl = true}) == Command::undo);
    CHECK(keys.command_of({.key = GLFW_KEY_Z, .ctrl = true, .shift = true}) == Command::redo);
    CHECK(keys.command_of({.key = GLFW_KEY_Y, .ctrl = true}) == Command::redo);
    CHECK(keys.command_of({.key = GLFW_KEY_TAB, .shift = true}) == Command::previous_hotspot);
    CHECK(keys.command_of({.key = GLFW_KEY_3}) == Command::view_left);
    CHECK(keys.command_of({.character = '='}) == Command::zoom_in);
    CHECK_FALSE(keys.command_of({.character = 'q'}).has_value());
    CHECK_FALSE(keys.command_of({.key = GLFW_KEY_H, .ctrl = true}).has_value());
    CHECK_FALSE(keys.command_of({}).has_value());
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
    CHECK(KeyMap().command_of({.character = '.'}) == Command::next_step);
    CHECK(KeyMap().command_of({.character = ','}) == Command::previous_step);
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

TEST_CASE("what cannot be done says what must come first, and switches say whether they are on") {
    session::Session session;
    const auto state = [&](Command command) { return state_of(command, {session, {}}); };
    CHECK(std::string(state(Command::hide).missing) == "Choose a bone first");
    CHECK(state(Command::undo).missing != nullptr);
    CHECK(state(Command::radiograph).on == false);
    CHECK_FALSE(state(Command::home).on.has_value());
    CHECK(state(Command::lesions).missing != nullptr);

    session.stage.selection = {1};
    session.stage.look = session::Look::radiograph;
    session.stage.primary = "breast";
    CHECK(state(Command::hide).missing == nullptr);
    CHECK(state(Command::radiograph).on == true);
    CHECK(state(Command::lesions).missing == nullptr);
}

TEST_CASE("the name of what is chosen is spoken where the system has speech") {
    session::Session session;
    session.settings.language = "de";
    CHECK(requests_of(Command::speak, {.session = session, .pose = {}, .chosen = "Femur"}).empty());
    const auto requests = requests_of(
        Command::speak, {.session = session, .pose = {}, .speaks = true, .chosen = "Femur"});
    REQUIRE(requests.size() == 1);
    const auto* const said = std::get_if<SayAloud>(&requests.front());
    REQUIRE(said != nullptr);
    CHECK(said->words == "Femur");
    CHECK(said->language == "de");
}

TEST_CASE("the interface grows and shrinks from the scale that is shown") {
    const session::Session session;
    const CommandPlace place{.session = session, .pose = {}, .scale = 2.0F};
    CHECK(only<session::SetScale>(actions_of(Command::larger_interface, place))->scale ==
          doctest::Approx(2.25));
    const CommandPlace least{.session = session, .pose = {}, .scale = 0.75F};
    CHECK(only<session::SetScale>(actions_of(Command::smaller_interface, least))->scale ==
          doctest::Approx(0.75));
}

} // namespace
} // namespace osteon::ui
