#include "session/saved_session.h"
#include "stand.h"

#include <doctest/doctest.h>
#include <glm/gtc/constants.hpp>

#include <limits>
#include <memory>
#include <string>

namespace osteon::session {
namespace {

using test::Stand;

/// A place on a bone of the tiny world; where on it does not matter here.
BonePoint on(const Stand& s, const char* bone, glm::vec3 place = {0.1F, 0.65F, 0.02F}) {
    return {s.bone(bone), place};
}

TEST_CASE("a pin is placed with its words open to be typed, and undo takes it away again") {
    Stand s;
    s.act(AddPin{on(s, "femur_left")});
    REQUIRE(s.session.notes.pins.size() == 1);
    const NoteId id = s.session.notes.pins[0].id;
    CHECK(s.session.desk.open == id);
    CHECK(undo_label(s.session) == "Undo pinning a note to the left femur");
    s.act(EditNote{id, "see the MRI"});
    s.act(EditNote{id, "see the MRI of\nMay"});
    CHECK(s.session.notes.pins[0].text == "see the MRI of\nMay");
    s.act(Undo{});
    CHECK(count(s.session.notes) == 0);
    CHECK(s.session.desk.open == no_note);
    s.act(Redo{});
    CHECK(s.session.notes.pins[0].text == "see the MRI of\nMay");
    s.act(OpenNote{id});
    s.act(EditNote{id, "of June"});
    s.act(Undo{});
    CHECK(s.session.notes.pins[0].text == "see the MRI of\nMay");
}

TEST_CASE("a stroke drawn by hand becomes one note and one step of undo") {
    Stand s;
    s.act(SetTool{NoteTool::ink});
    s.act(SetInk{InkColour::warning});
    s.act(DrawOnBone{{anatomy::no_bone, {}}, 0.003F});
    for (int i = 0; i < 10; ++i) {
        s.act(DrawOnBone{on(s, "femur_left", {0.1F, 0.6F + 0.01F * static_cast<float>(i), 0}),
                         .003F});
    }
    s.act(DrawOnBone{{anatomy::no_bone, {}}, 0.003F});
    CHECK(s.session.notes.ink.empty());
    s.act(EndDrawing{});
    REQUIRE(s.session.notes.ink.size() == 1);
    const BoneStroke& stroke = s.session.notes.ink[0];
    CHECK(stroke.line.size() == 10);
    CHECK(stroke.colour == InkColour::warning);
    CHECK(stroke.width == doctest::Approx(0.003F));
    CHECK(s.session.desk.begun.empty());
    CHECK(undo_label(s.session) == "Undo drawing on the left femur");
    CHECK(s.session.undo.size() == 1);
}

TEST_CASE("a distance takes two points and an angle three, the second of which is its corner") {
    Stand s;
    s.act(SetTool{NoteTool::distance});
    s.act(MeasureTo{on(s, "femur_left", {0.1F, 0.5F, 0})});
    CHECK(s.session.desk.begun.size() == 1);
    s.act(MeasureTo{on(s, "femur_right", {-0.1F, 0.5F, 0})});
    REQUIRE(s.session.notes.measurements.size() == 1);
    CHECK(distance_of(s.session.notes.measurements[0]) == doctest::Approx(0.2F));
    s.act(SetTool{NoteTool::angle});
    s.act(MeasureTo{on(s, "femur_left", {0.2F, 0.5F, 0})});
    s.act(MeasureTo{on(s, "femur_left", {0.1F, 0.5F, 0})});
    s.act(MeasureTo{on(s, "femur_left", {0.1F, 0.6F, 0})});
    REQUIRE(s.session.notes.measurements.size() == 2);
    CHECK(angle_of(s.session.notes.measurements[1]) == doctest::Approx(glm::half_pi<float>()));
    CHECK(undo_label(s.session) == "Undo measuring an angle on the left femur");
}

TEST_CASE("a very small angle is measured as well as a large one") {
    Measurement angle{.kind = MeasureKind::angle};
    angle.points = {{0, {1, 0, 0}}, {0, {0, 0, 0}}, {0, {1, 1e-4F, 0}}};
    CHECK(angle_of(angle) == doctest::Approx(1e-4F).epsilon(0.001));
    angle.points[2].place = {-1, 0, 0};
    CHECK(angle_of(angle) == doctest::Approx(glm::pi<float>()));
    angle.points[2] = angle.points[1];
    CHECK(angle_of(angle) == 0.0F);
}

TEST_CASE("another tool drops what was begun, and Escape leaves point, tool and stage in turn") {
    Stand s;
    s.act(Select{s.bones({"sacrum"})});
    s.act(SetTool{NoteTool::distance});
    s.act(MeasureTo{on(s, "femur_left")});
    s.act(SetTool{NoteTool::angle});
    CHECK(s.session.desk.begun.empty());
    s.act(MeasureTo{on(s, "femur_left")});
    s.act(EscapeOutward{});
    CHECK(s.session.desk.begun.empty());
    CHECK(s.session.desk.tool == NoteTool::angle);
    s.act(EscapeOutward{});
    CHECK(s.session.desk.tool == NoteTool::none);
    CHECK(s.stage().selection == s.bones({"sacrum"}));
    s.act(EscapeOutward{});
    CHECK(s.stage().selection != s.bones({"sacrum"}));
}

TEST_CASE("unknown bones, unknown notes and points that are no numbers change nothing") {
    Stand s;
    const BonePoint nowhere{anatomy::no_bone, {}};
    const BonePoint unknown{static_cast<BoneIndex>(s.registry.bones.size()), {}};
    const BonePoint far_off = on(s, "sacrum", {1e9F, 0, 0});
    const BonePoint no_number = on(s, "sacrum", {0, std::numeric_limits<float>::quiet_NaN(), 0});
    for (const BonePoint& bad : {nowhere, unknown, far_off, no_number}) {
        s.act(AddPin{bad});
        s.act(AddMark{bad});
        s.act(AddInk{{bad}});
        s.act(AddMeasure{MeasureKind::distance, {on(s, "sacrum"), bad}});
        s.act(SetTool{NoteTool::distance});
        s.act(MeasureTo{bad});
        CHECK(s.session.desk.begun.empty());
        s.act(SetTool{NoteTool::none});
    }
    s.act(AddInk{{on(s, "sacrum")}, InkColour::ink, std::numeric_limits<float>::infinity()});
    s.act(AddMeasure{MeasureKind::angle, {on(s, "sacrum"), on(s, "sacrum")}});
    s.act(EditNote{7, "words"});
    s.act(SetMarkKind{7, LesionKind::lytic});
    s.act(RemoveNote{7});
    s.act(ShowNote{7});
    s.act(ShowView{7});
    s.act(OpenNote{7});
    s.act(TakeSavedSession{});
    CHECK(count(s.session.notes) == 0);
    CHECK(s.session.undo.empty());
    CHECK(s.session.desk.open == no_note);
    CHECK(s.session.wish_serial == 0);
}

TEST_CASE("a text that is far too long is cut between two letters") {
    Stand s;
    std::string text(longest_note - 1, 'a');
    text += "ä and more";
    s.act(AddPin{on(s, "sacrum"), text});
    CHECK(s.session.notes.pins[0].text == std::string(longest_note - 1, 'a'));
}

TEST_CASE("undo of a note leaves camera and stage as they are") {
    Stand s;
    s.act(AddMark{on(s, "sacrum"), LesionKind::lytic});
    s.act(SetCamera{{.distance = 1.5F}});
    const int wishes = s.session.wish_serial;
    s.act(Undo{});
    CHECK(s.session.notes.marks.empty());
    CHECK(s.stage().camera.distance == 1.5F);
    CHECK(s.session.wish_serial == wishes);
}

TEST_CASE("steps of stage and notes are taken back in the order in which they were made") {
    Stand s;
    s.act(Select{s.bones({"sacrum"})});
    s.act(AddMark{on(s, "sacrum")});
    s.act(Hide{s.bones({"femur_left"})});
    s.act(SetMarkKind{s.session.notes.marks[0].id, LesionKind::blastic});
    const Notes notes = s.session.notes;
    const Stage stage = s.stage();
    s.act(StepThroughTime{-4});
    CHECK(s.session.notes.marks.empty());
    CHECK(s.stage() == Stage{});
    CHECK(s.session.redo.size() == 4);
    s.act(StepThroughTime{3});
    CHECK(s.session.notes.marks[0].kind == LesionKind::unknown);
    CHECK(s.stage() == stage);
    s.act(StepThroughTime{99});
    CHECK(s.session.notes == notes);
}

TEST_CASE("clearing takes all notes and undo brings them back") {
    Stand s;
    s.act(AddPin{on(s, "sacrum"), "here"});
    s.act(AddInk{{on(s, "sacrum"), on(s, "sacrum", {0, 0.9F, 0})}});
    s.act(ClearNotes{});
    CHECK(count(s.session.notes) == 0);
    s.act(Undo{});
    CHECK(count(s.session.notes) == 2);
}

TEST_CASE("a saved view brings its stage back, camera and all") {
    Stand s;
    s.act(ChooseSite{"pelvis"});
    s.act(SetCamera{{.yaw = 0.4F, .distance = 2.0F}});
    const Stage stage = s.stage();
    s.act(SaveView{"pelvis from the left"});
    const NoteId id = s.session.notes.views[0].id;
    s.act(ShowAll{});
    s.act(ChooseSite{});
    s.act(ShowView{id});
    CHECK(s.stage() == stage);
    CHECK(s.session.wish->exact == stage.camera);
    CHECK(undo_label(s.session) == "Undo showing the view pelvis from the left");
}

TEST_CASE("going to a note shows its bone again, from where the note was made") {
    Stand s;
    s.act(SetCamera{{.yaw = 2.0F, .pitch = 0.3F}});
    s.act(AddPin{on(s, "sacrum")});
    s.act(SetCamera{{}});
    s.act(Hide{s.bones({"sacrum"})});
    s.act(ShowNote{s.session.notes.pins[0].id});
    CHECK_FALSE(is_hidden(s.stage(), s.bone("sacrum")));
    REQUIRE(s.session.wish);
    CHECK(s.session.wish->yaw == 2.0F);
    CHECK(s.session.wish->places == std::vector{on(s, "sacrum")});
}

TEST_CASE("ids stay with their notes and are not given twice") {
    Stand s;
    s.act(AddPin{on(s, "sacrum"), "one"});
    s.act(AddMark{on(s, "sacrum")});
    const NoteId first = s.session.notes.pins[0].id;
    const NoteId second = s.session.notes.marks[0].id;
    s.act(RemoveNote{first});
    s.act(AddPin{on(s, "sacrum"), "three"});
    CHECK(s.session.notes.marks[0].id == second);
    CHECK(s.session.notes.pins[0].id != first);
    CHECK(s.session.notes.pins[0].id != second);
}

TEST_CASE("a saved session takes the place of stage and notes in one step") {
    Stand s;
    s.act(AddPin{on(s, "sacrum"), "old"});
    auto saved = std::make_shared<SavedSession>();
    saved->title = "ward round";
    saved->stage.selection = s.bones({"femur_left"});
    saved->notes.marks.push_back({.id = 5, .at = on(s, "femur_left")});
    saved->notes.last_id = 5;
    s.act(TakeSavedSession{saved});
    CHECK(s.session.notes == saved->notes);
    CHECK(s.stage() == saved->stage);
    CHECK(undo_label(s.session) == "Undo opening ward round");
    s.act(Undo{});
    CHECK(s.session.notes.pins[0].text == "old");
    CHECK(s.session.notes.marks.empty());
}

} // namespace
} // namespace osteon::session
