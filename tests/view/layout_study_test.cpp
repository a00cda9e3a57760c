#include "view/layout.h"
#include "view/layout_study.h"

#include <doctest/doctest.h>

#include <array>
#include <initializer_list>
#include <vector>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Window {
    float width;
    float height;
    float scale;
};

constexpr std::array<Window, 6> c_windows{{{1280, 720, 1},
                                           {1280, 720, 2},
                                           {1920, 1080, 1},
                                           {1920, 1080, 2},
                                           {1024, 600, 1},
                                           {3840, 2160, 2}}};

session::Stage with_question(std::size_t choices, bool open) {
    session::Stage stage;
    stage.question = session::QuestionStage{};
    stage.question->choices = choices;
    stage.question->names_hidden = open;
    return stage;
}

Layout layout_of(const Window& window, const session::Stage& stage,
                 const session::Settings& settings = {}) {
    return compute_layout(window.width, window.height, window.scale, settings, stage);
}

} // namespace

TEST_CASE("A question has the stage to itself: panel and drawers give way, and come back") {
    session::Settings settings;
    settings.drawer = session::Drawer::skeleton;
    const session::Stage asked = with_question(4, true);
    const Layout layout = layout_of({1920, 1080, 1}, asked, settings);
    CHECK(layout.panel.empty());
    CHECK(layout.panel_tab.empty());
    CHECK(layout.drawer.empty());
    const Layout after = layout_of({1920, 1080, 1}, {}, settings);
    CHECK_FALSE(after.panel.empty());
    CHECK_FALSE(after.drawer.empty());
}

TEST_CASE("The article about an answer is read beside it") {
    session::Stage answered = with_question(4, false);
    answered.question->reads = true;
    CHECK_FALSE(layout_of({1920, 1080, 1}, answered).panel.empty());
}

TEST_CASE("What stands with a question lies on the stage, and nothing overlaps") {
    for (const Window& window : c_windows) {
        for (const std::size_t choices : {0U, 2U, 3U, 4U}) {
            for (const bool open : {true, false}) {
                CAPTURE(window.width);
                CAPTURE(window.scale);
                CAPTURE(choices);
                CAPTURE(open);
                const session::Stage stage = with_question(choices, open);
                const Layout layout = layout_of(window, stage);
                const Furniture room = furniture(layout, stage);
                const std::vector<Rect> places{room.question, room.answers, room.verdict,
                                               room.today, room.compass};
                CHECK_FALSE(room.question.empty());
                CHECK_FALSE(room.verdict.empty());
                for (std::size_t i = 0; i < places.size(); ++i) {
                    if (places[i].empty()) {
                        continue;
                    }
                    CHECK(places[i].x >= layout.stage.x);
                    CHECK(places[i].y >= layout.stage.y);
                    CHECK(places[i].right() <= layout.stage.right());
                    CHECK(places[i].bottom() <= layout.stage.bottom());
                    for (std::size_t j = i + 1; j < places.size(); ++j) {
                        CHECK_FALSE(places[i].overlaps(places[j]));
                    }
                }
                CHECK(room.answers.empty() ==
                      (choices == 0 || (!open && window.scale == 2 && window.width < 3000)));
            }
        }
    }
}

TEST_CASE("The skeleton keeps room between question and answers") {
    for (const Window& window : c_windows) {
        for (const std::size_t choices : {0U, 4U}) {
            const session::Stage stage = with_question(choices, true);
            const Layout layout = layout_of(window, stage);
            const Furniture room = furniture(layout, stage);
            CAPTURE(window.width);
            CAPTURE(window.scale);
            CHECK_FALSE(layout.free.empty());
            CHECK_FALSE(layout.free.overlaps(room.question));
            CHECK_FALSE(layout.free.overlaps(room.verdict));
            CHECK_FALSE(layout.free.overlaps(room.answers));
            CHECK(layout.free.height >= 60.0F * window.scale);
        }
    }
}

TEST_CASE("In a low window the words stand beside the skeleton, which has all of the height") {
    for (const bool open : {true, false}) {
        for (const std::size_t choices : {0U, 2U, 4U}) {
            CAPTURE(open);
            CAPTURE(choices);
            const session::Stage stage = with_question(choices, open);
            const Layout layout = layout_of({640, 360, 1}, stage);
            CHECK(layout.free.height >= 300.0F);
            CHECK(layout.free.width >= 200.0F);
            CHECK(furniture(layout, stage).question.right() < layout.free.x);
        }
    }
}

TEST_CASE("Nothing that names a bone stands beside a question") {
    for (const bool open : {true, false}) {
        const session::Stage stage = with_question(4, open);
        const Furniture room = furniture(layout_of({1920, 1080, 1}, stage), stage);
        CHECK(room.breadcrumb.empty());
        CHECK(room.legend.empty());
        CHECK(room.looks.empty());
    }
}
