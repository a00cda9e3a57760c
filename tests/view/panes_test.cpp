#include "view/pane_stand.h"
#include "view/panes.h"

#include <doctest/doctest.h>
#include <glm/gtc/constants.hpp>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand : test::PaneStand {
    void compare() {
        act(session::ChoosePrimary{"prostate"});
        act(session::ComparePrimary{"melanoma"});
    }
};

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

} // namespace

TEST_CASE("One primary has the whole stage, two share it in equal parts") {
    Stand s;
    CHECK(s.shown().size() == 1);
    s.compare();
    const std::vector<Pane> two = s.shown();
    REQUIRE(two.size() == 2);
    CHECK(two[0].scene.viewport.right() == two[1].scene.viewport.x);
    CHECK(two[0].scene.viewport.x == s.layout.stage.x);
    CHECK(two[1].scene.viewport.right() == s.layout.stage.right());
    CHECK(two[0].layout.free.width == two[1].layout.free.width);
    for (const Pane& pane : two) {
        CHECK(holds(pane.layout.stage, pane.layout.free));
        CHECK(pane.scene.viewport.width == doctest::Approx(0.5F * s.layout.stage.width));
    }
    s.act(session::ComparePrimary{});
    CHECK(s.shown().size() == 1);
}

TEST_CASE("Each of two compared primaries has its own colours, and the cameras are linked") {
    Stand s;
    for (knowledge::RegionHeat& heat : s.knowledge.primaries[1].heat) {
        heat.step = heat.region == "femur" ? 0 : heat.step;
    }
    s.compare();
    const std::vector<Pane> two = s.shown();
    const auto femur = s.registry.find("femur_left");
    const auto skull = s.registry.find("frontal_bone");
    CHECK(two[0].scene.bones[femur].colour != two[1].scene.bones[femur].colour);
    CHECK(two[0].scene.bones[skull] == two[1].scene.bones[skull]);
    CHECK(two[0].scene.camera.eye == two[1].scene.camera.eye);
    CHECK(two[0].session.stage.primary == "prostate");
    CHECK(two[1].session.stage.primary == "melanoma");
}

TEST_CASE("What the camera looks at stands in the middle of each pane's free area") {
    Stand s;
    s.compare();
    for (const Pane& pane : s.shown()) {
        const glm::vec3 at =
            project(pane.scene.camera, pane.scene.viewport, pane.scene.camera.target);
        CHECK(at.x == doctest::Approx(pane.layout.free.centre().x).epsilon(0.002));
        CHECK(at.y == doctest::Approx(pane.layout.free.centre().y).epsilon(0.002));
    }
}

TEST_CASE("A bone scan shows the front at the left and the back at the right, and does not turn") {
    Stand s;
    s.act(session::SetLook{session::Look::bone_scan});
    session::CameraPose turned;
    turned.yaw = 1.0F;
    turned.pitch = 0.4F;
    s.act(session::SetCamera{turned});
    const std::vector<Pane> two = s.shown();
    REQUIRE(two.size() == 2);
    const auto x_of = [](const Pane& pane, const glm::vec3& point) {
        return project(pane.scene.camera, pane.scene.viewport, point).x -
               pane.layout.free.centre().x;
    };
    const glm::vec3 left_hand{0.3F, 0.8F, 0.0F};
    CHECK(x_of(two[0], left_hand) > 10.0F); // in front of the viewer, the body's left is right
    CHECK(x_of(two[1], left_hand) < -10.0F);
    CHECK(s.session.stage.camera.yaw == 0.0F);
}

TEST_CASE("A scan takes the place of a comparison, and a comparison that of a scan") {
    Stand s;
    s.compare();
    s.act(session::SetLook{session::Look::bone_scan});
    CHECK_FALSE(session::is_compared(s.session.stage));
    s.act(session::ComparePrimary{"melanoma"});
    CHECK(session::is_compared(s.session.stage));
    CHECK_FALSE(session::is_scan(s.session.stage));
}

TEST_CASE("Escape ends a comparison before it leaves the primary") {
    Stand s;
    s.compare();
    s.act(session::EscapeOutward{});
    CHECK_FALSE(session::is_compared(s.session.stage));
    CHECK(s.session.stage.primary == "prostate");
    s.act(session::EscapeOutward{});
    CHECK(s.session.stage.primary.empty());
}

TEST_CASE("On a sliver of a stage there is one pane alone") {
    Stand s;
    s.compare();
    s.layout = compute_layout(320, 400, 1.0F, s.session.settings);
    CHECK_FALSE(has_room_for_two(s.layout));
    CHECK(s.shown().size() == 1);
}

TEST_CASE("A pixel beside the panes belongs to the nearest") {
    Stand s;
    s.compare();
    const std::vector<Layout> layouts = pane_layouts(s.layout, s.session.stage);
    CHECK(pane_at(layouts, {0.0F, 100.0F}) == 0);
    CHECK(pane_at(layouts, {layouts[1].stage.x, 100.0F}) == 1);
    CHECK(pane_at(layouts, {5000.0F, -20.0F}) == 1);
}

TEST_CASE("Titles, legend and looks of a comparison stand apart within the stage") {
    Stand s;
    s.compare();
    for (const float width : {1024.0F, 1280.0F, 1366.0F, 1920.0F}) {
        const Layout layout =
            compute_layout(width, 720.0F, 1.0F, s.session.settings, s.session.stage);
        const Furniture stands = furniture(layout, s.session.stage);
        CAPTURE(width);
        const Rect all[] = {stands.breadcrumb, stands.looks,     stands.compass,
                            stands.legend,     stands.titles[0], stands.titles[1]};
        for (const Rect& rect : all) {
            CHECK_FALSE(rect.empty());
            CHECK(holds(layout.stage, rect));
            for (const Rect& other : all) {
                CHECK((&rect == &other || !rect.overlaps(other)));
            }
        }
    }
}

TEST_CASE("Where a look has options, the feet stand above them") {
    session::Stage shown;
    shown.look = session::Look::radiograph;
    for (const float height : {600.0F, 720.0F, 1080.0F}) {
        const Layout layout = compute_layout(1280.0F, height, 1.0F, {}, shown);
        CHECK(layout.free.bottom() <= furniture(layout, shown).options.y);
    }
}
