#include "support/tiny_world.h"
#include "view/flight.h"
#include "view/markers.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace osteon;
using namespace osteon::view;

namespace {

struct Stand {
    anatomy::Registry registry = tiny::registry();
    knowledge::Knowledge knowledge = tiny::knowledge_of(registry);
    anatomy::SkeletonModel model = tiny::model(registry);
    Anchors anchors{find_anchors(model, knowledge), model.landmarks, {}};
    session::Session session;
    Layout layout = compute_layout(1920, 1080, 1.0F, session::Settings{});

    session::World world() const { return {registry, knowledge}; }
    void act(const session::Action& action) { session::apply(session, action, world()); }
    StageMarks marks(const std::function<float(glm::vec2)>& depth = {}) const {
        const CameraPose pose =
            session.wish ? resolve(*session.wish, {}, model, layout) : CameraPose{};
        const Scene scene = compose(session, world(), layout, pose, {}, false);
        return place_marks(
            session, world(), layout, scene, anchors, {}, depth,
            [this](const std::string& title, const std::string& subtitle, LabelForm) {
                const std::size_t longest = std::max(title.size(), subtitle.size());
                return glm::vec2(26.0F + 6.5F * static_cast<float>(longest),
                                 subtitle.empty() ? 34.0F : 52.0F) *
                       layout.scale;
            });
    }
};

const LandmarkMark* find(const StageMarks& marks, const std::string& title) {
    const auto found = std::ranges::find(marks.landmarks, title, &LandmarkMark::title);
    return found == marks.landmarks.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("Without a selected bone no landmark is shown") {
    Stand s;
    CHECK(s.marks().landmarks.empty());
    s.act(session::Select{{s.registry.find("femur_left"), s.registry.find("femur_right")}});
    CHECK(s.marks().landmarks.empty());
}

TEST_CASE("The selected bone's landmarks are named on the stage, and nothing overlaps") {
    Stand s;
    s.act(session::Select{{s.registry.find("femur_left")}, session::SelectMode::replace, true});
    const StageMarks marks = s.marks();
    CHECK(marks.landmarks.size() == 3);
    for (const LandmarkMark& mark : marks.landmarks) {
        const bool at_the_back = mark.title == "Linea aspera";
        CHECK(mark.behind == at_the_back);
        CHECK(mark.label.empty() == at_the_back);
        CHECK(mark.subtitle.empty());
        for (const LandmarkMark& other : marks.landmarks) {
            CHECK((&mark == &other || !mark.label.overlaps(other.label)));
            CHECK_FALSE(mark.label.contains(other.at));
        }
        for (const Marker& marker : marks.markers) {
            CHECK_FALSE(mark.label.overlaps(marker.label));
            CHECK(glm::distance(mark.at, marker.at) > marker.radius);
        }
    }
}

TEST_CASE("Switched off, only the chosen landmark stays, with its Latin name") {
    Stand s;
    s.act(session::ShowLandmarks{false});
    s.act(session::Select{{s.registry.find("femur_left")}});
    CHECK(s.marks().landmarks.empty());
    s.act(session::FollowBone{"femur_left#greater_trochanter"});
    const StageMarks marks = s.marks();
    REQUIRE(marks.landmarks.size() == 1);
    CHECK(marks.landmarks.front().chosen);
    CHECK(marks.landmarks.front().subtitle == "Trochanter major");
    CHECK_FALSE(marks.landmarks.front().label.empty());
}

TEST_CASE("A landmark behind bone is not named, one of a hidden bone is not shown") {
    Stand s;
    s.act(session::Select{{s.registry.find("femur_left")}, session::SelectMode::replace, true});
    const StageMarks hidden = s.marks([](glm::vec2) { return 0.0F; });
    REQUIRE(find(hidden, "Head of femur") != nullptr);
    CHECK(find(hidden, "Head of femur")->behind);
    CHECK(find(hidden, "Head of femur")->label.empty());
    CHECK_FALSE(find(s.marks([](glm::vec2) { return 1.0F; }), "Head of femur")->behind);
    s.session.stage.hidden = s.session.stage.selection;
    CHECK(s.marks().landmarks.empty());
}

TEST_CASE("Landmarks that fall together on the screen are thinned out") {
    Stand s;
    for (anatomy::LandmarkPlace& place : s.anchors.landmarks) {
        place.place = s.model.find(s.registry.find("femur_left"))->bounds.centre();
    }
    s.act(session::Select{{s.registry.find("femur_left")}, session::SelectMode::replace, true});
    CHECK(s.marks().landmarks.size() == 1);
}

TEST_CASE("The chosen landmark is shown also where a site is marked") {
    Stand s;
    s.act(session::FollowBone{"femur_left#greater_trochanter"});
    const CameraPose pose = resolve(*s.session.wish, {}, s.model, s.layout);
    const Scene scene = compose(s.session, s.world(), s.layout, pose, {}, false);
    const auto marks_with = [&](const std::vector<Disc>& discs) {
        return find_landmark_marks(s.session, s.world(), s.layout, scene, s.anchors.landmarks, {},
                                   {}, discs);
    };
    const auto free = marks_with({});
    REQUIRE_FALSE(free.empty());
    REQUIRE(free.front().chosen);
    const auto covered = marks_with({Disc{.at = free.front().at, .radius = 400.0F}});
    REQUIRE(covered.size() == 1);
    CHECK(covered.front().chosen);
}
