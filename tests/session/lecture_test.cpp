#include "session/stand.h"
#include "session/tour_edit.h"
#include "session/tour_stage.h"

#include <doctest/doctest.h>
#include <glm/trigonometric.hpp>

#include <cmath>
#include <limits>

using namespace osteon;
using namespace osteon::session;

namespace {

/// A tour of three stops in the tiny world.
knowledge::Tour short_tour() {
    knowledge::Tour tour;
    tour.id = "short";
    tour.title = "Three stops";
    tour.stops.resize(3);
    tour.stops[0].title = "All";
    tour.stops[1].title = "One bone";
    tour.stops[1].picture.bones = {"femur_left"};
    tour.stops[1].picture.look = knowledge::PictureLook::see_through;
    tour.stops[1].picture.yaw = 90.0F;
    tour.stops[1].labels = true;
    tour.stops[2].title = "Cut";
    tour.stops[2].picture.look = knowledge::PictureLook::section;
    tour.stops[2].picture.section = knowledge::PictureSection::coronal;
    tour.stops[2].section_offset = 0.02F;
    tour.stops[2].section_flipped = true;
    return tour;
}

knowledge::Tour empty_tour() {
    knowledge::Tour tour;
    tour.id = "own";
    tour.title = "Mine";
    return tour;
}

struct LectureStand : session::test::Stand {
    std::vector<knowledge::Tour> tours{short_tour()};

    World with_tours() const {
        World world = this->world();
        world.tours = &tours;
        return world;
    }
    void act(const Action& action) { apply(session, action, with_tours()); }
};

} // namespace

TEST_CASE("A tour shows its stops one after the other and stays at its ends") {
    LectureStand stand;
    stand.act(StartTour{"short"});
    CHECK(stand.session.settings.mode == Mode::lecture);
    CHECK(is_presenting(stand.session));
    stand.act(WalkTour{-1});
    CHECK(stand.session.lecture.stop == 0);
    stand.act(WalkTour{1});
    CHECK(stand.stage().selection == stand.bones({"femur_left"}));
    CHECK(look_of(stand.stage()) == Look::see_through);
    CHECK(stand.stage().bone_labels);
    REQUIRE(stand.session.wish);
    CHECK(*stand.session.wish->yaw == doctest::Approx(glm::radians(90.0F)));
    CHECK(stand.session.wish->seconds == doctest::Approx(1.6F));
    stand.act(WalkTour{1});
    CHECK(stand.stage().look == Look::section);
    CHECK(stand.stage().section.direction == PlaneDirection::coronal);
    CHECK(stand.stage().section.offset == doctest::Approx(0.02F));
    CHECK(stand.stage().section.flipped);
    CHECK(stand.stage().selection.empty());
    stand.act(WalkTour{1});
    CHECK(stand.session.lecture.stop == 2);
    stand.act(GoToStop{99});
    CHECK(stand.session.lecture.stop == 2);
}

TEST_CASE("A lecture is one step of undo, and what was on the stage before comes back") {
    LectureStand stand;
    stand.act(Select{stand.bones({"femur_left"})});
    const Stage before = stand.stage();
    const std::size_t steps = stand.session.undo.size();
    stand.act(StartTour{"short"});
    stand.act(WalkTour{1});
    stand.act(WalkTour{1});
    stand.act(EndTour{});
    CHECK(stand.session.undo.size() == steps + 1);
    CHECK(undo_label(stand.session).find("Three stops") != std::string::npos);
    CHECK_FALSE(stand.session.lecture.runs());
    CHECK(stand.session.lecture.last_tour == "short");
    stand.act(Undo{});
    CHECK(stand.stage() == before);
}

TEST_CASE("What is done to the stage of a stop is no step of its own, and undo leaves it alone") {
    LectureStand stand;
    stand.act(Select{stand.bones({"femur_left"})});
    const Stage before = stand.stage();
    stand.act(StartTour{"short"});
    stand.act(ShowBoneLabels{true});
    const Stage shown = stand.stage();
    stand.act(Undo{});
    CHECK(stand.stage() == shown);
    stand.act(EndTour{});
    stand.act(Undo{});
    CHECK(stand.stage() == before);
}

TEST_CASE("An unknown tour, and steps without a tour, change nothing") {
    LectureStand stand;
    const Stage before = stand.stage();
    for (const Action& action :
         {Action{StartTour{"nobody"}}, Action{WalkTour{1}}, Action{GoToStop{1}},
          Action{BlankScreen{true}}, Action{HoldTool{LectureTool::spotlight}},
          Action{DrawOver{{0.5F, 0.5F}, true}}, Action{UndoDrawing{}}, Action{ClearDrawing{}},
          Action{EndTour{}}}) {
        stand.act(action);
    }
    CHECK(stand.stage() == before);
    CHECK_FALSE(stand.session.lecture.runs());
    CHECK_FALSE(stand.session.lecture.blank);
    CHECK(stand.session.settings.mode == Mode::explore);
}

TEST_CASE("Another mode leaves a tour where it is, and the lecture goes on there") {
    LectureStand stand;
    stand.act(StartTour{"short", 1});
    stand.act(SetMode{Mode::explore});
    CHECK_FALSE(is_presenting(stand.session));
    stand.act(SetMode{Mode::lecture});
    CHECK(is_presenting(stand.session));
    CHECK(stand.session.lecture.stop == 1);
}

TEST_CASE("The stop is shown again where its room is entered again, or walked to from another") {
    LectureStand stand;
    stand.act(StartTour{"short", 1});
    const Stage stop = stand.stage();
    stand.act(SetMode{Mode::explore});
    stand.act(SetLook{Look::radiograph});
    stand.act(Select{stand.bones({"femur_left"})});
    stand.act(SetMode{Mode::lecture});
    CHECK(stand.stage() == stop);
    stand.act(SetMode{Mode::bedside});
    stand.act(WalkTour{1});
    CHECK(is_presenting(stand.session));
    CHECK(stand.session.lecture.stop == 2);
    CHECK(stand.session.talk.papers.reading == Reading{});
}

TEST_CASE("A blank screen comes back with the next stop") {
    LectureStand stand;
    stand.act(StartTour{"short"});
    stand.act(BlankScreen{true});
    CHECK(stand.session.lecture.blank);
    stand.act(WalkTour{1});
    CHECK_FALSE(stand.session.lecture.blank);
    CHECK(stand.session.lecture.stop == 1);
}

TEST_CASE("Ink stays with its stop while the tour runs, and is taken back line by line") {
    LectureStand stand;
    stand.act(StartTour{"short"});
    stand.act(TakePen{InkPen::warning});
    CHECK(stand.session.lecture.tool == LectureTool::pen);
    stand.act(DrawOver{{0.5F, 0.5F}, true});
    stand.act(DrawOver{{0.6F, 0.5F}});
    stand.act(DrawOver{{0.2F, 0.2F}, true});
    stand.act(DrawOver{{std::numeric_limits<float>::quiet_NaN(), 0.2F}});
    const auto& ink = stand.session.lecture.ink;
    REQUIRE(ink.at(0).size() == 2);
    CHECK(ink.at(0)[0].points.size() == 2);
    CHECK(ink.at(0)[0].pen == InkPen::warning);
    CHECK(ink.at(0)[1].points.size() == 1);
    stand.act(WalkTour{1});
    stand.act(DrawOver{{0.1F, 0.1F}, true});
    stand.act(ClearDrawing{});
    stand.act(WalkTour{-1});
    stand.act(UndoDrawing{});
    CHECK(ink.at(0).size() == 1);
    CHECK_FALSE(ink.contains(1));
}

TEST_CASE("A tour that was ended midway goes on at the same stop with its ink, as one undo step") {
    LectureStand stand;
    stand.act(Select{stand.bones({"sacrum"})});
    const Stage before = stand.stage();
    const std::size_t steps = stand.session.undo.size();
    stand.act(StartTour{"short"});
    stand.act(WalkTour{1});
    stand.act(TakePen{InkPen::warning});
    stand.act(DrawOver{{0.5F, 0.5F}, true});
    stand.act(BlankScreen{true});
    const Stage shown = stand.stage();
    const int begun = stand.session.lecture.begun;
    stand.act(EndTour{});
    CHECK_FALSE(is_presenting(stand.session));
    CHECK(stop_to_continue(stand.session, stand.with_tours()) == 1);
    stand.act(ContinueTour{});
    const Lecture& lecture = stand.session.lecture;
    CHECK(is_presenting(stand.session));
    CHECK(lecture.stop == 1);
    CHECK(lecture.begun == begun);
    CHECK_FALSE(lecture.blank);
    CHECK(lecture.tool == LectureTool::none);
    REQUIRE(lecture.ink.at(1).size() == 1);
    CHECK(stand.stage() == shown);
    CHECK_FALSE(stop_to_continue(stand.session, stand.with_tours()));
    CHECK(stand.session.undo.size() == steps + 1);
    stand.act(EndTour{});
    stand.act(Undo{});
    CHECK(stand.stage() == before);
    stand.act(ContinueTour{});
    CHECK(stand.session.lecture.stop == 1);
    CHECK(stand.stage().selection == shown.selection);
}

TEST_CASE("A tour that begins anew has no ink, and one given to its end is not left midway") {
    LectureStand stand;
    stand.act(StartTour{"short"});
    stand.act(DrawOver{{0.5F, 0.5F}, true});
    stand.act(EndTour{});
    CHECK(stop_to_continue(stand.session, stand.with_tours()) == 0); // only the ink is to be lost
    stand.act(StartTour{"short"});
    CHECK(stand.session.lecture.ink.empty());
    stand.act(EndTour{});
    CHECK_FALSE(stop_to_continue(stand.session, stand.with_tours()));
    stand.act(StartTour{"short", 2});
    stand.act(EndTour{});
    CHECK(stand.session.lecture.given_whole);
    CHECK_FALSE(stop_to_continue(stand.session, stand.with_tours()));
    stand.act(ContinueTour{}); // all the same, for who asks for it
    CHECK(stand.session.lecture.stop == 2);
}

TEST_CASE("A stop is shown on the stage without giving the tour, and undo takes it back") {
    LectureStand stand;
    stand.act(StartTour{"short", 1});
    stand.act(EndTour{});
    stand.act(SetMode{Mode::explore});
    const Stage before = stand.stage();
    stand.act(ShowTourStop{"short", 2});
    CHECK(stand.stage().look == Look::section);
    CHECK(stand.session.settings.mode == Mode::explore);
    CHECK_FALSE(stand.session.lecture.runs());
    CHECK(stand.session.lecture.last_stop == 1);
    CHECK(undo_label(stand.session).find("Cut") != std::string::npos);
    stand.act(Undo{});
    CHECK(stand.stage() == before);
    stand.act(ShowTourStop{"short", 99});
    CHECK(stand.stage() == before);
}

TEST_CASE("A recorded stop brings back the same stage and the same camera") {
    LectureStand stand;
    stand.act(PutTour{empty_tour()});
    stand.act(Select{stand.bones({"femur_left"})});
    stand.act(Hide{stand.bones({"sacrum"})});
    stand.act(SetLook{Look::see_through});
    const CameraPose pose{{0.1F, 0.4F, -0.02F}, 1.2F, -0.3F, 0.9F};
    stand.act(SetCamera{pose});
    const Stage seen = stand.stage();
    stand.act(RecordStop{"own", "A view"});
    stand.act(ShowAll{});
    stand.act(Home{});
    stand.act(StartTour{"own"});
    Stage shown = stand.stage();
    REQUIRE(stand.session.wish);
    REQUIRE(stand.session.wish->exact);
    CHECK(stand.session.wish->exact->yaw == doctest::Approx(pose.yaw));
    CHECK(stand.session.wish->exact->target == pose.target);
    shown.camera = seen.camera;
    shown.isolated = seen.isolated;
    CHECK(shown == seen);
}

namespace {

/// What the room sees of a stop that was just recorded, once something else was shown.
Stage recorded(LectureStand& stand) {
    stand.act(PutTour{empty_tour()});
    stand.act(RecordStop{"own", "A view"});
    stand.session.stage = Stage{};
    stand.act(StartTour{"own"});
    return stand.stage();
}

} // namespace

TEST_CASE("A recorded stop keeps how its film, scan and ghosts were shown") {
    {
        LectureStand stand;
        stand.act(SetLook{Look::radiograph});
        stand.act(SetWindowLevel{{0.4F, 0.7F}});
        CHECK(recorded(stand).film == WindowLevel{0.4F, 0.7F});
    }
    {
        LectureStand stand;
        stand.act(SetLook{Look::bone_scan});
        stand.act(SetScanIntensity{2.25F});
        CHECK(recorded(stand).scan_intensity == doctest::Approx(2.25F));
    }
    {
        LectureStand stand;
        stand.act(Select{stand.bones({"femur_left"})});
        stand.act(SetLook{Look::see_through});
        stand.act(SetGhostOpacity{0.55F});
        CHECK(recorded(stand).ghost_opacity == doctest::Approx(0.55F));
    }
    {
        LectureStand stand;
        stand.act(Select{stand.bones({"femur_left"})});
        stand.act(SetLook{Look::section});
        stand.act(FadeRest{});
        const Stage shown = recorded(stand);
        CHECK(shown.look == Look::section);
        CHECK(shown.fade_rest);
    }
}

TEST_CASE("A recorded stop keeps its landmark, its step of a route and that bones are alone") {
    LectureStand stand;
    knowledge::Primary& primary = stand.knowledge.primaries.front();
    primary.routes.resize(1);
    primary.routes[0].id = "caval";
    primary.routes[0].steps.resize(2);
    stand.act(ChoosePrimary{primary.id});
    stand.act(ShowRouteStep{"caval", 1});
    stand.act(SelectLandmark{stand.registry.find_landmark("femur_left#head_of_femur")});
    stand.act(Isolate{stand.bones({"femur_left"})});
    const Stage seen = stand.stage();
    const Stage shown = recorded(stand);
    CHECK(shown.landmark == seen.landmark);
    CHECK(shown.route_id == "caval");
    CHECK(shown.route_step == 1);
    CHECK(shown.isolated);
    CHECK(shown.hidden == seen.hidden);
    REQUIRE(stand.session.wish);
    CHECK(stand.session.wish->exact);
}

TEST_CASE("What is typed in one stay in a field is one step of undo") {
    LectureStand stand;
    stand.act(PutTour{empty_tour()});
    knowledge::Tour tour = empty_tour();
    for (const char* title : {"S", "Sp", "Spine"}) {
        tour.title = title;
        stand.act(PutTour{tour, "own/title 1.5"});
    }
    CHECK(stand.session.own_tours.tours[0].title == "Spine");
    CHECK(stand.session.own_tours.undo.size() == 2);
    tour.title = "Spines";
    stand.act(PutTour{tour, "own/title 9.0"}); // the field was left between
    CHECK(stand.session.own_tours.undo.size() == 3);
    stand.act(UndoTours{});
    CHECK(stand.session.own_tours.tours[0].title == "Spine");
    tour.title = "Spine x";
    stand.act(PutTour{tour, "own/title 9.0"}); // what was taken back stays a step of its own
    stand.act(UndoTours{});
    CHECK(stand.session.own_tours.tours[0].title == "Spine");
    stand.act(UndoTours{});
    CHECK(stand.session.own_tours.tours[0].title == "Mine");
}

TEST_CASE("A recorded stop keeps a plane of a section that was tilted by hand") {
    LectureStand stand;
    stand.act(PutTour{empty_tour()});
    stand.act(SetLook{Look::section});
    const SectionPlane tilted{PlaneDirection::free, 0.03F, 0.4F, -0.7F, true};
    stand.act(SetSection{tilted});
    stand.act(RecordStop{"own", "A tilted cut"});
    stand.act(SetSection{{PlaneDirection::coronal, 0.1F}});
    stand.act(StartTour{"own"});
    const SectionPlane& shown = stand.stage().section;
    CHECK(shown.direction == PlaneDirection::free);
    CHECK(shown.yaw == doctest::Approx(tilted.yaw));
    CHECK(shown.pitch == doctest::Approx(tilted.pitch));
    CHECK(shown.offset == doctest::Approx(tilted.offset));
    CHECK(shown.flipped);
}

TEST_CASE("What was done to a tour of one's own is taken back step by step") {
    LectureStand stand;
    stand.act(PutTour{empty_tour()});
    stand.act(RecordStop{"own", "First"});
    stand.act(RecordStop{"nobody", "Lost"});
    stand.act(RemoveTour{"own"});
    CHECK(stand.session.own_tours.tours.empty());
    stand.act(UndoTours{});
    REQUIRE(stand.session.own_tours.tours.size() == 1);
    CHECK(stand.session.own_tours.tours[0].stops.size() == 1);
    stand.act(UndoTours{});
    CHECK(stand.session.own_tours.tours[0].stops.empty());
    stand.act(UndoTours{});
    stand.act(UndoTours{});
    CHECK(stand.session.own_tours.tours.empty());
}

TEST_CASE("A tour that is removed while it is given ends") {
    LectureStand stand;
    stand.tours.clear();
    stand.act(PutTour{short_tour()});
    stand.act(StartTour{"short"});
    stand.act(RemoveTour{"short"});
    CHECK_FALSE(stand.session.lecture.runs());
}
