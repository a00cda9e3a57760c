#include "view/film_marks.h"
#include "view/pane_stand.h"
#include "view/stage_room.h"

#include <doctest/doctest.h>
#include <glm/gtc/constants.hpp>

#include <algorithm>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand : test::PaneStand {
    /// What stands at the left and at the right of the film, seen from a direction.
    std::vector<std::string> words_from(float yaw, float pitch) {
        session.stage.camera.yaw = yaw;
        session.stage.camera.pitch = pitch;
        std::vector<std::string> words;
        for (const FilmMark& mark : film_marks(session.stage, shown())) {
            words.push_back(mark.word);
        }
        return words;
    }
};

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("A radiograph tells the body's sides from wherever it is seen") {
    Stand s;
    s.act(session::SetLook{session::Look::radiograph});
    CHECK(s.words_from(0.0F, 0.0F) == Words{"R", "L"});
    CHECK(s.words_from(glm::pi<float>(), 0.0F) == Words{"L", "R"});
    CHECK(s.words_from(glm::half_pi<float>(), 0.0F) == Words{"A", "P"});
    CHECK(s.words_from(-glm::half_pi<float>(), 0.0F) == Words{"P", "A"});
    CHECK(s.words_from(0.0F, glm::half_pi<float>()) == Words{"R", "L"});
    CHECK(s.words_from(glm::quarter_pi<float>(), 0.0F).front().size() == 2);
    CHECK(s.words_from(0.17F, 0.02F) == Words{"R", "L"});
}

TEST_CASE("A bone scan tells sides and views, and nothing else has such marks") {
    Stand s;
    CHECK(film_marks(s.session.stage, s.shown()).empty());
    s.act(session::SetLook{session::Look::bone_scan});
    CHECK(s.words_from(0.4F, 0.0F) == Words{"R", "L", "ANT", "L", "R", "POST"});
}

TEST_CASE("The marks of a radiograph keep off the furniture, and labels keep off them") {
    Stand s;
    s.act(session::SetLook{session::Look::radiograph});
    for (const glm::vec2 size : {glm::vec2(1920, 1080), {1280, 720}, {1024, 600}}) {
        s.layout = compute_layout(size.x, size.y, 1.0F, session::Settings{}, s.session.stage);
        std::vector<Rect> taken = taken_places(s.layout, s.session.stage);
        for (const Rect& mark : film_mark_places(s.layout, s.session.stage)) {
            CHECK(std::ranges::count(taken, mark) == 1);
            CHECK(std::ranges::count_if(
                      taken, [&](const Rect& rect) { return rect.overlaps(mark); }) == 1);
        }
    }
}

TEST_CASE("The views of a bone scan are named beside the furniture") {
    Stand s;
    s.act(session::SetLook{session::Look::bone_scan});
    s.layout = compute_layout(1280, 720, 1.0F, session::Settings{}, s.session.stage);
    const Furniture around = furniture(s.layout, s.session.stage);
    for (const FilmMark& mark : film_marks(s.session.stage, s.shown())) {
        const Rect word{mark.at.x - 22.0F, mark.at.y - 10.0F, 44.0F, 20.0F};
        CHECK_MESSAGE(!around.compass.overlaps(word), mark.word);
        CHECK_MESSAGE(!around.looks.overlaps(word), mark.word);
        CHECK_MESSAGE(!around.options.overlaps(word), mark.word);
    }
}
