#include "pane_stand.h"
#include "view/notes_marks.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace osteon;
using namespace osteon::view;
using session::BonePoint;

namespace {

/// A session whose notes are looked at.
struct Stand : test::PaneStand {
    BonePoint on(const char* bone, glm::vec3 place) const { return {registry.find(bone), place}; }
    NotesPicture picture(const std::function<float(glm::vec2)>& depth_at = {}) const {
        const Pane pane = shown().front();
        return place_notes(session, knowledge.language, pane.layout, pane.scene, depth_at);
    }
};

const glm::vec3 c_thigh{0.1F, 0.65F, 0.025F};

} // namespace

TEST_CASE("a pin stands where its bone is, tells its first line, and goes with a hidden bone") {
    Stand s;
    s.act(session::AddPin{s.on("femur_left", c_thigh), "seen in May\nask again"});
    const NotesPicture picture = s.picture();
    REQUIRE(picture.pins.size() == 1);
    CHECK(picture.pins[0].words == "seen in May");
    CHECK(picture.pins[0].open);
    const Scene scene = s.shown().front().scene;
    const glm::vec3 projected = project(scene.camera, scene.viewport, c_thigh);
    CHECK(glm::distance(picture.pins[0].at, glm::vec2(projected)) < 0.01F);
    s.act(session::Hide{{s.registry.find("femur_left")}});
    CHECK(s.picture().pins.empty());
}

TEST_CASE("what bone lies before is faint, and on a film nothing hides anything") {
    Stand s;
    s.act(session::AddMark{s.on("femur_left", c_thigh), session::LesionKind::lytic});
    const auto near = [](glm::vec2) { return 0.01F; };
    CHECK_FALSE(s.picture().spots.at(0).point.behind);
    CHECK(s.picture(near).spots.at(0).point.behind);
    s.act(session::SetLook{session::Look::radiograph});
    CHECK_FALSE(s.picture(near).spots.at(0).point.behind);
}

TEST_CASE("a stroke is split where bone hides it and where the pen left the bones") {
    Stand s;
    std::vector<BonePoint> points;
    for (int i = 0; i < 30; ++i) {
        points.push_back(s.on("femur_left", {0.1F, 0.5F + 0.01F * static_cast<float>(i), 0.025F}));
    }
    points[20] = {anatomy::no_bone, {}};
    s.act(session::AddInk{points, session::InkColour::warning, 0.004F});
    const NotesPicture whole = s.picture();
    REQUIRE(whole.lines.size() == 2);
    CHECK(whole.lines[0].points.size() == 20);
    CHECK(whole.lines[1].points.size() == 9);
    CHECK(whole.lines[0].width >= 1.5F);
    const float middle = whole.lines[0].points[10].y;
    const NotesPicture split = s.picture(
        [&](glm::vec2 pixel) { return std::abs(pixel.y - middle) < 1.0F ? 0.01F : 1.0F; });
    CHECK(split.lines.size() == 3);
}

TEST_CASE("ink becomes wider as the camera comes nearer") {
    Stand s;
    s.act(session::AddInk{{s.on("femur_left", c_thigh), s.on("femur_left", c_thigh * 1.01F)},
                          session::InkColour::ink,
                          0.004F});
    s.act(session::SetCamera{{.target = c_thigh, .distance = 2.0F}});
    const float far = s.picture().lines.at(0).width;
    s.act(session::SetCamera{{.target = c_thigh, .distance = 1.0F}});
    CHECK(s.picture().lines.at(0).width > 1.8F * far);
}

TEST_CASE("a measurement tells millimetres of the resting body with a bar of a round length") {
    Stand s;
    s.act(session::SetCamera{{.target = c_thigh, .distance = 1.0F}});
    s.act(session::AddMeasure{
        session::MeasureKind::distance,
        {s.on("femur_left", c_thigh), s.on("femur_left", c_thigh + glm::vec3(0, 0.0423F, 0))}});
    const NotesPicture picture = s.picture();
    REQUIRE(picture.measures.size() == 1);
    CHECK(picture.measures[0].value == "42.3\u00a0mm");
    CHECK(picture.measures[0].points.size() == 2);
    REQUIRE(picture.bars.size() == 1);
    const ScaleBar& bar = picture.bars[0];
    const float per_millimetre =
        glm::distance(picture.measures[0].points[0], picture.measures[0].points[1]) / 42.3F;
    CHECK(bar.length ==
          doctest::Approx(per_millimetre * static_cast<float>(bar.millimetres)).epsilon(0.03));
    s.act(session::ClearNotes{});
    CHECK(s.picture().bars.empty());
}

TEST_CASE("an angle shows its arc, and German writes a comma in lengths") {
    Stand s;
    s.act(session::AddMeasure{session::MeasureKind::angle,
                              {s.on("femur_left", c_thigh + glm::vec3(0.02F, 0, 0)),
                               s.on("femur_left", c_thigh),
                               s.on("femur_left", c_thigh + glm::vec3(0, 0.02F, 0))}});
    const NotesPicture picture = s.picture();
    CHECK(picture.measures.at(0).value == "90°");
    CHECK(picture.measures.at(0).arc.size() > 8);
    knowledge::Language german;
    german.decimal_sign = ",";
    session::Measurement length{.points = {{0, {}}, {0, {0.0105F, 0, 0}}}};
    CHECK(value_of(length, german) == "10,5\u00a0mm");
}

TEST_CASE("half of a measurement shows its first point and no value") {
    Stand s;
    s.act(session::SetTool{session::NoteTool::distance});
    s.act(session::MeasureTo{s.on("femur_left", c_thigh)});
    const NotesPicture picture = s.picture();
    REQUIRE(picture.measures.size() == 1);
    CHECK(picture.measures[0].value.empty());
}

TEST_CASE("a place that was touched with the pieces apart is found again at rest") {
    Stand s;
    Scene scene = s.shown().front().scene;
    const anatomy::BoneIndex femur = s.registry.find("femur_left");
    scene.offsets.assign(s.registry.bones.size(), glm::vec3(0.0F));
    scene.offsets[femur] = {0.2F, -0.1F, 0.0F};
    const BonePoint at = resting_place(scene, femur, c_thigh + scene.offsets[femur]);
    CHECK(glm::distance(at.place, c_thigh) < 1e-5F);
    CHECK(glm::distance(moved_place(scene, at), c_thigh + scene.offsets[femur]) < 1e-5F);
}

TEST_CASE("a place on a vertebra that has given way is found again on the whole one") {
    Stand s;
    Scene scene = s.shown().front().scene;
    const anatomy::BoneIndex body = s.registry.find("vertebra_l3");
    scene.collapse = Collapse{body, 1.02F, 1.05F, -0.06F, 0.35F};
    const BonePoint resting{body, {0.01F, 1.045F, 0.0F}};
    const glm::vec3 seen = moved_place(scene, resting);
    CHECK(glm::distance(resting_place(scene, body, seen).place, resting.place) < 5e-4F);
}

TEST_CASE("the nearest note is found, points before the lines that they stand on") {
    NotesPicture picture;
    picture.lines.push_back({.id = 1, .points = {{0, 0}, {100, 0}}, .width = 4.0F});
    picture.pins.push_back({.id = 2, .at = {50, 4}, .words = {}});
    CHECK(note_at(picture, {50, 0}, 8.0F) == 2);
    CHECK(note_at(picture, {20, 3}, 8.0F) == 1);
    CHECK(note_at(picture, {20, 60}, 8.0F) == session::no_note);
}
