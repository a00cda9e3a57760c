#include "session/hotspots.h"
#include "session/question_change.h"
#include "session/session.h"
#include "session/session_file.h"
#include "session/stand.h"

#include <doctest/doctest.h>

#include <memory>

using namespace osteon;
using namespace osteon::session;
using namespace osteon::session::test;

namespace {

/// A question about the femur, open.
ShowQuestion about_the_femur(const Stand& s) {
    ShowQuestion question;
    question.shown.lit = s.bones({"femur_left"});
    question.shown.framed = s.bones({"femur_left", "sacrum"});
    return question;
}

} // namespace

TEST_CASE("While a question is open nothing can be chosen, searched, opened or named") {
    Stand s;
    s.act(about_the_femur(s));
    REQUIRE(names_hidden(s.stage()));
    const Stage open = s.stage();
    const Reading reading = s.session.reading;
    s.act(Select{s.bones({"femur_left"})});
    s.act(ShowBoneLabels{});
    s.act(ShowAll{});
    s.act(Undo{});
    s.act(FocusHotspot{1});
    s.act(OpenArticle{"femur", {}});
    s.act(OpenDrawer{Drawer::search});
    s.act(OpenDrawer{Drawer::skeleton});
    CHECK(s.stage() == open);
    CHECK(s.session.reading == reading);
    CHECK(s.session.focused_hotspot.empty());
    CHECK(s.session.settings.drawer == Drawer::none);
    CHECK(hotspots(s.stage(), s.knowledge).empty());
}

TEST_CASE("While a question is open the skeleton can be turned and the theme changed") {
    Stand s;
    s.act(about_the_femur(s));
    CameraPose pose = s.stage().camera;
    pose.yaw += 1.0F;
    s.act(SetCamera{pose});
    s.act(SetTheme{ThemeChoice::light});
    s.act(OpenDrawer{Drawer::settings});
    CHECK(s.stage().camera == pose);
    CHECK(s.session.settings.theme == ThemeChoice::light);
    CHECK(s.session.settings.drawer == Drawer::settings);
}

TEST_CASE("An answered question lets names be seen again") {
    Stand s;
    ShowQuestion question = about_the_femur(s);
    s.act(question);
    question.shown.names_hidden = false;
    s.act(question);
    s.act(Select{s.bones({"sacrum"})});
    CHECK(s.stage().selection == s.bones({"sacrum"}));
}

TEST_CASE("After the questions the stage and its undo are as they were before") {
    Stand s;
    s.act(Select{s.bones({"sacrum"})});
    s.act(Hide{s.bones({"femur_left"})});
    const Stage before = s.stage();
    const std::string undo = undo_label(s.session);
    s.act(about_the_femur(s));
    CHECK(s.stage().selection.empty());
    CHECK(undo_label(s.session).empty());
    s.act(about_the_femur(s));
    s.act(LeaveQuestion{});
    CHECK(s.stage() == before);
    CHECK(undo_label(s.session) == undo);
    REQUIRE(s.session.wish.has_value());
    CHECK(s.session.wish->exact == before.camera);
}

TEST_CASE("A bone that stands alone hides all others, and home does not bring them back") {
    Stand s;
    ShowQuestion question = about_the_femur(s);
    question.only = s.bones({"femur_left"});
    s.act(question);
    s.act(Home{});
    s.act(ShowAll{});
    CHECK_FALSE(is_hidden(s.stage(), s.bones({"femur_left"}).front()));
    CHECK(is_hidden(s.stage(), s.bones({"sacrum"}).front()));
}

TEST_CASE("How hard bones are is shown in study mode alone, and is no step of undo") {
    Stand s;
    s.act(ShowBoneHeat{{{s.bones({"femur_left"}).front(), 3}}});
    CHECK_FALSE(shows_bone_heat(s.session));
    s.act(SetMode{Mode::study});
    CHECK(shows_bone_heat(s.session));
    CHECK(s.session.undo.empty());
    s.act(about_the_femur(s)); // would give the answer away
    CHECK_FALSE(shows_bone_heat(s.session));
    s.act(LeaveQuestion{});
    CHECK(shows_bone_heat(s.session));
}

TEST_CASE("Another room is entered without the question, which study mode brings back") {
    for (const Mode mode : {Mode::explore, Mode::lecture, Mode::bedside}) {
        Stand s;
        s.act(SetMode{Mode::study});
        s.act(Select{s.bones({"sacrum"})});
        s.act(about_the_femur(s));
        s.act(SetMode{mode});
        CHECK_FALSE(s.stage().question.has_value());
        CHECK(s.stage().selection == s.bones({"sacrum"}));
        s.act(SetMode{Mode::study});
        CHECK(s.stage().selection == s.bones({"sacrum"}));
    }
}

TEST_CASE("Notes are not taken on the bones of a question, which shows none") {
    Stand s;
    const BonePoint point{s.bones({"sacrum"}).front(), {0.0F, 1.0F, 0.0F}};
    s.act(AddPin{point, "before"});
    for (const bool open : {true, false}) {
        ShowQuestion question = about_the_femur(s);
        question.shown.names_hidden = open;
        s.act(question);
        s.act(SetTool{NoteTool::pin});
        s.act(AddPin{point, "meanwhile"});
        CHECK(s.session.desk.tool == NoteTool::none);
        CHECK(s.session.notes.pins.size() == 1);
    }
    s.act(LeaveQuestion{});
    s.act(Undo{});
    CHECK(s.session.notes.pins.empty());
}

TEST_CASE(
    "A session file that is opened during questions takes the stage, and undo gives it back") {
    for (const bool open : {true, false}) {
        Stand s;
        s.act(SetMode{Mode::study});
        s.act(Select{s.bones({"sacrum"})});
        ShowQuestion question = about_the_femur(s);
        question.shown.names_hidden = open;
        s.act(question);
        auto saved = std::make_shared<SavedSession>();
        saved->stage.selection = s.bones({"femur_left"});
        saved->model.path = "/models/other.glb";
        s.act(TakeSavedSession{saved, "/notes/other.osteon"});
        CHECK(s.session.settings.mode == Mode::explore);
        CHECK(s.stage().selection == s.bones({"femur_left"}));
        CHECK_FALSE(s.session.settings.model.builtin());
        s.act(Undo{});
        CHECK(s.stage().selection == s.bones({"sacrum"}));
        CHECK(s.session.settings.model.builtin());
        CHECK(s.session.file.empty());
    }
}

TEST_CASE("A pen that is in hand is put down before a question: a click is an answer") {
    Stand s;
    s.act(SetTool{NoteTool::pin});
    s.act(about_the_femur(s));
    CHECK(s.session.desk.tool == NoteTool::none);
}
