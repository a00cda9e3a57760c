#include "session/tour_stage.h"
#include "view/layout_lecture.h"
#include "view/stage_room.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

using namespace osteon;
using namespace osteon::view;

namespace {

/// Windows from a small projector to a wall: 16:9, 4:3, 16:10, 4K, and one that is narrow.
constexpr std::array<glm::vec2, 7> c_windows{{{1280, 720},
                                              {1920, 1080},
                                              {3840, 2160},
                                              {1024, 768},
                                              {1440, 1080},
                                              {1920, 1200},
                                              {900, 1000}}};

session::Stage with_everything() {
    session::Stage stage;
    stage.primary = "breast";
    stage.lesions = true;
    return stage;
}

bool holds(const Rect& outer, const Rect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

} // namespace

TEST_CASE("The smallest words of a room are 24 pt: 32 px at 1080, and as much in other windows") {
    constexpr float c_caption = 13.0F; // px at 100 %, the smallest face of a lecture
    CHECK(lecture_scale(1920, 1080) * c_caption == doctest::Approx(32.0F));
    CHECK(lecture_scale(3840, 2160) * c_caption == doctest::Approx(64.0F));
    CHECK(lecture_scale(1280, 720) * c_caption == doctest::Approx(32.0F * 720.0F / 1080.0F));
    CHECK(lecture_scale(1440, 1080) * c_caption == doctest::Approx(32.0F));
}

TEST_CASE("Words, stops and picture of a room lie beside each other within the window") {
    for (const glm::vec2& size : c_windows) {
        CAPTURE(size.x);
        CAPTURE(size.y);
        const Layout layout = lecture_layout(size.x, size.y, with_everything());
        CHECK(holds(layout.window, layout.words));
        CHECK(holds(layout.window, layout.dots));
        CHECK(holds(layout.furnished, layout.free));
        CHECK_FALSE(layout.words.overlaps(layout.dots));
        CHECK_FALSE(layout.words.overlaps(layout.free));
        CHECK_FALSE(layout.words.overlaps(layout.furnished));
        CHECK(layout.words.x == doctest::Approx(0.054F * size.x).epsilon(0.02));
        CHECK(layout.free.centre().x > 0.5F * size.x);
        CHECK(layout.free.width >= 0.15F * size.x);
        CHECK(layout.free.height >= 0.5F * size.y);
        CHECK(layout.rail.empty());
        CHECK(layout.panel.empty());
        CHECK(layout.status.empty());
    }
}

TEST_CASE("Beside the picture of a room stand only its legend and what explains it, apart") {
    for (const glm::vec2& size : c_windows) {
        CAPTURE(size.x);
        CAPTURE(size.y);
        const Layout layout = lecture_layout(size.x, size.y, with_everything());
        const Furniture stands = furniture(layout, with_everything());
        CHECK(stands.breadcrumb.empty());
        CHECK(stands.modes.empty());
        CHECK(stands.looks.empty());
        CHECK(stands.compass.empty());
        CHECK_FALSE(stands.note.empty());
        CHECK_FALSE(stands.legend.overlaps(stands.note));
        CHECK_FALSE(layout.free.overlaps(stands.note));
        for (const Rect& rect : {stands.legend, stands.note}) {
            CHECK(holds(layout.window, rect));
            CHECK_FALSE(rect.overlaps(layout.words));
            CHECK_FALSE(rect.overlaps(layout.dots));
        }
        CHECK(open_part(layout).x >= layout.words.right());
    }
}

TEST_CASE("Two primaries have a pane each, right of the words") {
    session::Stage stage;
    stage.primary = "lung";
    stage.compared = "prostate";
    for (const glm::vec2& size : {glm::vec2{1920, 1080}, {1280, 720}, {1440, 1080}}) {
        CAPTURE(size.x);
        const Layout layout = lecture_layout(size.x, size.y, stage);
        REQUIRE(has_room_for_two(layout));
        const Furniture stands = furniture(layout, stage);
        CHECK_FALSE(stands.titles[0].overlaps(layout.words));
        CHECK_FALSE(stands.titles[0].overlaps(stands.titles[1]));
        CHECK(holds(layout.window, stands.titles[1]));
        for (const Layout& half : halves_of(layout)) {
            CHECK_FALSE(half.free.overlaps(layout.words));
            CHECK(half.free.width > 0.0F);
        }
    }
}

TEST_CASE("The audience's layout is that of a tour in the room of lectures, and no other's") {
    session::Session session;
    session.settings.mode = session::Mode::lecture;
    CHECK(layout_of(session, 1920, 1080, 1.0F).words.empty());
    session.lecture.tour = "spine";
    CHECK_FALSE(layout_of(session, 1920, 1080, 1.0F).words.empty());
    session.settings.mode = session::Mode::explore;
    CHECK(layout_of(session, 1920, 1080, 1.0F).words.empty());
}
