#include "app/pointer_control.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::app;
using Kind = PointerEvent::Kind;

namespace {

/// A stage of 800x600 with one bone left of x = 400.
struct Stage {
    view::Layout layout;
    session::CameraPose pose;
    Box bounds;
    bool on_stage = true;
    bool on_mark = false;
    std::optional<session::WindowLevel> film;
    std::optional<float> scan_intensity;
    NoteSurroundings notes;
    PointerControl control;

    Stage() {
        layout.window = layout.stage = layout.free = {0.0F, 0.0F, 800.0F, 600.0F};
        bounds.add(glm::vec3{-0.3F, 0.0F, -0.2F});
        bounds.add(glm::vec3{0.3F, 1.7F, 0.2F});
        notes.resting = [](const Hit& hit) { return session::BonePoint{hit.bone, hit.point}; };
        notes.note = [](glm::vec2 pixel) { return pixel.y < 200.0F ? 3U : session::no_note; };
        notes.metres_per_pixel = [](const glm::vec3&) { return 0.0005F; };
    }

    std::vector<session::Action> send(PointerEvent event) {
        const PointerSurroundings around{layout,
                                         pose,
                                         bounds,
                                         on_stage,
                                         on_mark,
                                         [](glm::vec2 pixel) {
                                             return Hit{pixel.x < 400.0F ? anatomy::BoneIndex{7}
                                                                         : anatomy::no_bone,
                                                        {0.0F, 1.0F, 0.0F}};
                                         },
                                         film,
                                         scan_intensity,
                                         0,
                                         true,
                                         notes};
        return control.handle(event, around);
    }
    std::vector<session::Action> click(glm::vec2 at, double time, bool ctrl = false) {
        send({.kind = Kind::press, .at = at, .control = ctrl, .time = time});
        return send({.kind = Kind::release, .at = at, .control = ctrl, .time = time});
    }
};

} // namespace

TEST_CASE("a click selects the bone under the pointer") {
    Stage stage;
    const auto actions = stage.click({100, 100}, 1.0);
    REQUIRE(actions.size() == 1);
    const auto* const select = std::get_if<session::Select>(&actions[0]);
    REQUIRE(select != nullptr);
    CHECK(select->bones == std::vector<anatomy::BoneIndex>{7});
    CHECK_FALSE(select->frame);
}

TEST_CASE("a click beside the skeleton selects nothing, with Ctrl it changes nothing") {
    Stage stage;
    const auto actions = stage.click({500, 100}, 1.0);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::Select>(actions[0]).bones.empty());
    CHECK(stage.click({500, 100}, 3.0, true).empty());
}

TEST_CASE("a click on a mark is the mark's own, a drag from there turns the body") {
    Stage stage;
    stage.on_stage = false;
    CHECK(stage.click({100, 100}, 1.0).empty());
    stage.on_mark = true;
    CHECK(stage.click({100, 100}, 2.0).empty());
    stage.send({.kind = Kind::press, .at = {100, 100}, .time = 3.0});
    const auto actions = stage.send({.kind = Kind::move, .at = {160, 100}, .time = 3.1});
    REQUIRE(actions.size() == 1);
    CHECK(std::holds_alternative<session::SetCamera>(actions[0]));
    CHECK(stage.send({.kind = Kind::release, .at = {160, 100}, .time = 3.2}).empty());
}

TEST_CASE("Ctrl-click adds") {
    Stage stage;
    const auto actions = stage.click({100, 100}, 1.0, true);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::Select>(actions[0]).mode == session::SelectMode::toggle);
}

TEST_CASE("a double click frames, two slow clicks do not") {
    Stage stage;
    stage.click({100, 100}, 1.0);
    CHECK(std::get<session::Select>(stage.click({101, 100}, 1.2)[0]).frame);
    CHECK_FALSE(std::get<session::Select>(stage.click({100, 100}, 9.0)[0]).frame);
}

TEST_CASE("a hand that trembles by three pixels still clicks") {
    Stage stage;
    stage.send({.kind = Kind::press, .at = {100, 100}, .time = 1.0});
    CHECK(stage.send({.kind = Kind::move, .at = {102, 102}, .time = 1.05}).empty());
    CHECK_FALSE(stage.control.dragging());
    CHECK(stage.send({.kind = Kind::release, .at = {102, 102}, .time = 1.1}).size() == 1);
}

TEST_CASE("a drag turns the camera and does not click") {
    Stage stage;
    stage.send({.kind = Kind::press, .at = {100, 100}, .time = 1.0});
    const auto actions = stage.send({.kind = Kind::move, .at = {160, 100}, .time = 1.1});
    REQUIRE(actions.size() == 1);
    const auto& turned = std::get<session::SetCamera>(actions[0]).pose;
    CHECK(turned.yaw != doctest::Approx(stage.pose.yaw));
    CHECK(turned.distance == doctest::Approx(stage.pose.distance).epsilon(0.05));
    CHECK(stage.control.dragging());
    CHECK(stage.send({.kind = Kind::release, .at = {160, 100}, .time = 1.2}).empty());
}

TEST_CASE("the right button, or Shift, pans: the direction of the look stays") {
    for (const bool shift : {true, false}) {
        Stage stage;
        const int button = shift ? 0 : 1;
        stage.send({.kind = Kind::press, .at = {100, 100}, .button = button, .shift = shift});
        const auto actions =
            stage.send({.kind = Kind::move, .at = {160, 100}, .button = button, .shift = shift});
        REQUIRE(actions.size() == 1);
        const auto& moved = std::get<session::SetCamera>(actions[0]).pose;
        CHECK(moved.yaw == doctest::Approx(stage.pose.yaw));
        CHECK(moved.target.x != doctest::Approx(stage.pose.target.x));
    }
}

TEST_CASE("on a radiograph Shift and a drag set window and level, and the camera stays") {
    Stage stage;
    stage.film = session::WindowLevel{};
    stage.send({.kind = Kind::press, .at = {100, 100}, .shift = true});
    const auto actions = stage.send({.kind = Kind::move, .at = {180, 60}, .shift = true});
    REQUIRE(actions.size() == 1);
    const auto& value = std::get<session::SetWindowLevel>(actions[0]).value;
    CHECK(value.window > stage.film->window);
    CHECK(value.level < stage.film->level);

    stage.send({.kind = Kind::release, .at = {180, 60}, .shift = true});
    stage.send({.kind = Kind::press, .at = {100, 100}, .button = 1});
    const auto panned = stage.send({.kind = Kind::move, .at = {180, 60}, .button = 1});
    REQUIRE(panned.size() == 1);
    CHECK(std::holds_alternative<session::SetCamera>(panned[0]));
}

TEST_CASE("on a bone scan Shift and a drag downwards darken the film") {
    Stage stage;
    stage.scan_intensity = 1.0F;
    stage.send({.kind = Kind::press, .at = {100, 100}, .shift = true});
    const auto actions = stage.send({.kind = Kind::move, .at = {180, 140}, .shift = true});
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::SetScanIntensity>(actions[0]).intensity > 1.0F);
}

TEST_CASE("a look changed in the middle of a drag ends its hold on the film") {
    Stage stage;
    stage.film = session::WindowLevel{};
    stage.send({.kind = Kind::press, .at = {100, 100}, .shift = true});
    stage.film.reset();
    CHECK(stage.send({.kind = Kind::move, .at = {180, 60}, .shift = true}).empty());
}

TEST_CASE("the wheel comes nearer") {
    Stage stage;
    const auto actions =
        stage.send({.kind = Kind::scroll, .at = {100, 100}, .scroll = {0.0F, 1.0F}});
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::SetCamera>(actions[0]).pose.distance < stage.pose.distance);
}

TEST_CASE("what happens over a panel stays there") {
    Stage stage;
    stage.on_stage = false;
    CHECK(stage.click({100, 100}, 1.0).empty());
    CHECK(stage.send({.kind = Kind::scroll, .at = {100, 100}, .scroll = {0.0F, 1.0F}}).empty());
}

TEST_CASE("with a pin in hand a click on a bone places it, and one beside does nothing") {
    Stage stage;
    stage.notes.tool = session::NoteTool::pin;
    const auto actions = stage.click({100, 300}, 1.0);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::AddPin>(actions[0]).at.bone == 7);
    CHECK(stage.click({500, 300}, 2.0).empty());
}

TEST_CASE("a drag turns the body also with a pin in hand") {
    Stage stage;
    stage.notes.tool = session::NoteTool::pin;
    stage.send({.kind = Kind::press, .at = {100, 300}, .time = 1.0});
    const auto actions = stage.send({.kind = Kind::move, .at = {160, 300}, .time = 1.1});
    REQUIRE(actions.size() == 1);
    CHECK(std::holds_alternative<session::SetCamera>(actions[0]));
    CHECK(stage.send({.kind = Kind::release, .at = {160, 300}, .time = 1.2}).empty());
}

TEST_CASE("a click beside the words that are written closes them and pins nothing") {
    Stage stage;
    stage.notes.tool = session::NoteTool::pin;
    stage.notes.open = true;
    stage.notes.writes = true;
    const auto actions = stage.click({100, 300}, 1.0);
    REQUIRE(actions.size() == 1);
    CHECK(std::get<session::OpenNote>(actions[0]).id == session::no_note);
}

TEST_CASE("where no words are written one touch closes a mark and makes the next") {
    Stage stage;
    stage.notes.tool = session::NoteTool::mark;
    stage.notes.open = true;
    const auto actions = stage.click({100, 300}, 1.0);
    REQUIRE(actions.size() == 2);
    CHECK(std::holds_alternative<session::OpenNote>(actions[0]));
    CHECK(std::holds_alternative<session::AddMark>(actions[1]));
}

TEST_CASE("ink follows the pointer closely, also where it moves fast, and ends with the button") {
    Stage stage;
    stage.notes.tool = session::NoteTool::ink;
    CHECK(stage.send({.kind = Kind::press, .at = {350, 300}, .time = 1.0}).size() == 1);
    const auto drawn = stage.send({.kind = Kind::move, .at = {450, 300}, .time = 1.1});
    CHECK(drawn.size() > 20);
    const auto& first = std::get<session::DrawOnBone>(drawn.front());
    CHECK(first.point.bone == 7);
    CHECK(first.width == doctest::Approx(0.003F));
    CHECK(std::get<session::DrawOnBone>(drawn.back()).point.bone == anatomy::no_bone);
    const auto ended = stage.send({.kind = Kind::release, .at = {450, 300}, .time = 1.2});
    REQUIRE(ended.size() == 1);
    CHECK(std::holds_alternative<session::EndDrawing>(ended[0]));
}

TEST_CASE("with ink in hand the right button turns, and so does a drag that begins beside bones") {
    for (const bool right : {true, false}) {
        Stage stage;
        stage.notes.tool = session::NoteTool::ink;
        const glm::vec2 from{right ? 100.0F : 500.0F, 300.0F};
        const int button = right ? 1 : 0;
        stage.send({.kind = Kind::press, .at = from, .button = button, .time = 1.0});
        const auto actions = stage.send(
            {.kind = Kind::move, .at = from + glm::vec2(60, 0), .button = button, .time = 1.1});
        REQUIRE(actions.size() == 1);
        CHECK(std::get<session::SetCamera>(actions[0]).pose.yaw != doctest::Approx(stage.pose.yaw));
    }
}

TEST_CASE("the eraser takes away what it passes over") {
    Stage stage;
    stage.notes.tool = session::NoteTool::erase;
    CHECK(stage.send({.kind = Kind::press, .at = {100, 300}, .time = 1.0}).empty());
    const auto erased = stage.send({.kind = Kind::move, .at = {100, 190}, .time = 1.1});
    REQUIRE_FALSE(erased.empty());
    CHECK(std::get<session::RemoveNote>(erased[0]).id == 3);
    CHECK(stage.send({.kind = Kind::release, .at = {100, 190}, .time = 1.2}).empty());
}
