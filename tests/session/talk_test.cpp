#include "session/stand.h"
#include "session/talk.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::session;
using session::test::Stand;

TEST_CASE("The bedside shows whole, solid bones, and leaving it brings the former looks back") {
    Stand s;
    const std::string site = s.knowledge.sites.front().id;
    const std::string primary = s.knowledge.primaries.front().id;
    s.act(ChoosePrimary{primary});
    s.act(ChooseSite{site});
    s.act(SetLook{Look::radiograph});
    s.act(ShowBoneLabels{true});
    s.act(SetTheme{ThemeChoice::dark});
    s.act(SetLevel{ReadingLevel::clinical});
    const Stage before = s.stage();
    const std::size_t steps = s.session.undo.size();
    const Settings settings = s.session.settings;

    s.act(SetMode{Mode::bedside});
    CHECK(s.stage().site == site);
    CHECK(s.stage().look == Look::solid);
    CHECK_FALSE(s.stage().fade_rest);
    CHECK_FALSE(s.stage().bone_labels);
    CHECK(s.stage().primary.empty());
    CHECK(s.session.talk.primary == primary);
    CHECK(undo_label(s.session).empty());
    CHECK(shown_theme(s.session.settings) == ThemeChoice::light);
    CHECK(shown_level(s.session.settings) == ReadingLevel::plain);

    s.act(SetMode{Mode::explore});
    CHECK(s.stage() == before);
    CHECK(s.session.undo.size() == steps);
    CHECK(s.session.settings == settings);
}

TEST_CASE("What is chosen at the bedside stays chosen outside, and can be undone there") {
    Stand s;
    s.act(SetLook{Look::exploded});
    s.act(SetMode{Mode::bedside});
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    s.act(Select{{bone}});
    s.act(SetMode{Mode::explore});
    CHECK(is_selected(s.stage(), bone));
    CHECK(s.stage().look == Look::exploded);
    s.act(Undo{});
    CHECK_FALSE(is_selected(s.stage(), bone));
    CHECK(s.stage().look == Look::exploded);
    s.act(Undo{});
    CHECK(s.stage().look == Look::solid);
}

TEST_CASE("A bone that is marked at the bedside is not hidden outside") {
    Stand s;
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    s.act(Hide{{bone}});
    s.act(SetMode{Mode::bedside});
    CHECK_FALSE(is_hidden(s.stage(), bone));
    s.act(Select{{bone}});
    s.act(SetMode{Mode::explore});
    CHECK_FALSE(is_hidden(s.stage(), bone));
}

TEST_CASE("Undo at the bedside does not reach back beyond its door") {
    Stand s;
    s.act(SetLook{Look::exploded});
    s.act(SetMode{Mode::bedside});
    s.act(Undo{});
    CHECK(s.stage().look == Look::solid);
    s.act(SetMode{Mode::study});
    CHECK(s.stage().look == Look::exploded);
}

TEST_CASE("A site that was chosen in the talk is opened outside, but never written unasked") {
    Stand s;
    const std::string before = s.knowledge.sites.front().id;
    const knowledge::Site& told = s.knowledge.sites.back();
    REQUIRE(told.id != before);
    s.act(ChooseSite{before});
    const ReadingPlace page = s.session.reading.here();
    s.act(SetMode{Mode::bedside});
    s.act(ChooseSite{told.id});
    CHECK(without_talk(s.session).stage.site == before);
    CHECK(without_talk(s.session).reading.here() == page);
    s.act(SetMode{Mode::explore});
    CHECK(s.stage().site == told.id);
    CHECK(s.session.reading.here().article == told.article);
}

TEST_CASE("Clear and close forgets every choice, page and step, and keeps the settings") {
    Stand s;
    s.act(SetMode{Mode::bedside});
    s.act(ChooseSite{s.knowledge.sites.front().id});
    s.act(SayPrimary{s.knowledge.primaries.front().id});
    s.act(Select{{s.knowledge.sites.front().bones.front()}});
    const Settings settings = s.session.settings;
    s.act(ClearTalk{});
    Stage start;
    start.camera = s.stage().camera;
    CHECK(s.stage() == start);
    CHECK(s.session.reading == Reading{});
    CHECK(s.session.undo.empty());
    CHECK(s.session.redo.empty());
    CHECK(s.session.talk.primary.empty());
    CHECK(s.session.settings == settings);
    CHECK(s.session.wish.has_value());
    s.act(SetMode{Mode::explore});
    CHECK(s.stage() == start);
}

TEST_CASE("Nothing that is pressed at the bedside brings colours, films or hidden bones there") {
    Stand s;
    s.act(SetMode{Mode::bedside});
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    s.act(SetLook{Look::radiograph});
    s.act(ChoosePrimary{s.knowledge.primaries.front().id});
    s.act(Hide{{bone}});
    s.act(ShowBoneLabels{true});
    CHECK(s.stage() == Stage{});
    CHECK(s.session.undo.empty());
}

TEST_CASE("The talk is about the site of the touched bone, or the one chosen in the list") {
    Stand s;
    CHECK(site_of_talk(s.session, s.world()) == nullptr);
    const knowledge::Site& site = s.knowledge.sites.front();
    s.act(ChooseSite{site.id});
    CHECK(site_of_talk(s.session, s.world()) == &site);
    s.act(Select{{site.bones.front()}});
    CHECK(site_of_talk(s.session, s.world()) == &site);
    s.act(ChooseSite{});
    s.act(Select{{site.bones.front()}});
    const knowledge::Site* const found = site_of_talk(s.session, s.world());
    REQUIRE(found != nullptr);
    CHECK(std::ranges::count(found->bones, site.bones.front()) == 1);
}

TEST_CASE("A talk has notes of its own, which wait while another room is open") {
    Stand s;
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    const BonePoint point{bone, {0.0F, 1.0F, 0.0F}};
    s.act(AddPin{point, "of a lecture"});
    const Notes of_lecture = s.session.notes;
    const std::size_t steps = s.session.undo.size();
    s.act(SetMode{Mode::bedside});
    CHECK(count(s.session.notes) == 0);
    s.act(SetTool{NoteTool::mark});
    s.act(AddMark{point});
    s.act(AddInk{{point, {bone, {0.01F, 1.0F, 0.0F}}}});
    REQUIRE(mark_of_talk(s.session, s.world()) != nullptr);
    CHECK(mark_of_talk(s.session, s.world())->at.bone == bone);
    const Notes of_talk = s.session.notes;
    CHECK(without_talk(s.session).notes == of_lecture);
    s.act(SetMode{Mode::explore});
    CHECK(s.session.notes == of_lecture);
    CHECK(s.session.undo.size() == steps);
    s.act(SetMode{Mode::bedside});
    CHECK(s.session.notes == of_talk);
    s.act(Undo{});
    CHECK(s.session.notes.ink.empty());
}

TEST_CASE("Clear and close forgets the talk beyond undo, and nothing of other rooms") {
    Stand s;
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    const BonePoint point{bone, {0.0F, 1.0F, 0.0F}};
    s.act(AddPin{point, "of a lecture"});
    s.act(ChooseSite{s.knowledge.sites.front().id});
    const Notes of_lecture = s.session.notes;
    const Stage stage = s.stage();
    s.act(SetMode{Mode::bedside});
    s.act(AddMark{point});
    s.act(SayPrimary{s.knowledge.primaries.front().id});
    s.act(ClearTalk{});
    s.act(Undo{});
    CHECK(s.session.notes == Notes{});
    CHECK(s.session.desk == NoteDesk{});
    s.act(SetMode{Mode::explore});
    CHECK(s.session.notes == of_lecture);
    CHECK(s.stage().site == stage.site);
    CHECK(s.stage().primary.empty());
    s.act(SetMode{Mode::bedside});
    CHECK(count(s.session.notes) == 0);
    CHECK(s.session.talk.primary.empty());
}

TEST_CASE("A talk that is to be kept goes along as ordinary notes, which undo takes back") {
    Stand s;
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    const BonePoint point{bone, {0.0F, 1.0F, 0.0F}};
    s.act(AddPin{point, "of a lecture"});
    s.act(SetMode{Mode::bedside});
    s.act(AddMark{point});
    s.act(KeepNotes{true});
    CHECK(without_talk(s.session).notes.marks.size() == 1);
    s.act(SetMode{Mode::explore});
    REQUIRE(s.session.notes.marks.size() == 1);
    REQUIRE(s.session.notes.pins.size() == 1);
    CHECK(s.session.notes.marks[0].id != s.session.notes.pins[0].id);
    s.act(Undo{});
    CHECK(s.session.notes.marks.empty());
    CHECK(s.session.notes.pins.size() == 1);
    s.act(SetMode{Mode::bedside});
    CHECK(count(s.session.notes) == 0); // another talk begins
}

TEST_CASE("A talk that is kept goes on after another room, and clearing takes it from all rooms") {
    Stand s;
    const BoneIndex bone = s.knowledge.sites.front().bones.front();
    const BonePoint point{bone, {0.0F, 1.0F, 0.0F}};
    s.act(AddPin{point, "of a lecture"});
    s.act(SetMode{Mode::bedside});
    s.act(AddMark{point});
    s.act(KeepNotes{true});
    s.act(SetMode{Mode::explore});
    const Notes outside = s.session.notes;
    s.act(AddPin{point, "later"});
    s.act(SetMode{Mode::bedside});
    CHECK(s.session.notes.marks == outside.marks);
    CHECK(s.session.notes.pins.empty());
    CHECK(s.session.desk.keep);
    s.act(SetMode{Mode::explore});
    CHECK(s.session.notes.marks == outside.marks); // under the same id
    CHECK(s.session.notes.pins.size() == 2);
    s.act(SetMode{Mode::bedside});
    s.act(ClearTalk{});
    s.act(SetMode{Mode::explore});
    CHECK(s.session.notes.pins.size() == 2);
    for (std::size_t steps = s.session.undo.size() + 1; steps > 0; --steps) {
        CHECK(s.session.notes.marks.empty());
        s.act(Undo{});
    }
    CHECK(count(s.session.notes) == 0);
}

TEST_CASE("Clearing a talk also takes its place from the rooms to which it was taken along") {
    Stand s;
    const std::string before = s.knowledge.sites.front().id;
    const std::string told = s.knowledge.sites.back().id;
    s.act(ChooseSite{before});
    const Reading reading = s.session.reading;
    const std::size_t steps = s.session.undo.size();
    s.act(SetMode{Mode::bedside});
    s.act(ChooseSite{told});
    s.act(SetMode{Mode::explore});
    s.act(SetLook{Look::radiograph});
    s.act(SetMode{Mode::bedside});
    s.act(ClearTalk{});
    s.act(SetMode{Mode::explore});
    CHECK(s.stage().site == before);
    CHECK(s.session.reading == reading);
    CHECK(s.session.undo.size() == steps + 1);
    s.act(Undo{});
    CHECK(s.stage().site == before);
}

TEST_CASE("A cancer that was said at the bedside stays there") {
    Stand s;
    s.act(SetMode{Mode::bedside});
    s.act(SayPrimary{s.knowledge.primaries.front().id});
    s.act(SetMode{Mode::explore});
    CHECK(s.stage().primary.empty());
    s.act(SetMode{Mode::bedside});
    CHECK(s.session.talk.primary == s.knowledge.primaries.front().id);
}

TEST_CASE("A place chosen in the list is told before a mark elsewhere, an open mark before both") {
    Stand s;
    s.act(SetMode{Mode::bedside});
    const knowledge::Site& site = s.knowledge.sites.front();
    s.act(AddMark{{site.bones.front(), {0.0F, 1.0F, 0.0F}}});
    const NoteId id = s.session.notes.marks.front().id;
    s.act(OpenNote{});
    s.act(ChooseSite{site.id});
    CHECK(mark_of_talk(s.session, s.world()) != nullptr);
    s.act(Select{{site.bones.back()}});
    CHECK(mark_of_talk(s.session, s.world()) == nullptr);
    s.act(OpenNote{id});
    CHECK(mark_of_talk(s.session, s.world()) != nullptr);
}

TEST_CASE("A sheet tells of the touched bone's site and of the cancer that was said") {
    Stand s;
    s.act(SetMode{Mode::bedside});
    const knowledge::Site& site = s.knowledge.sites.front();
    s.act(Select{{site.bones.front()}});
    s.act(SayPrimary{s.knowledge.primaries.front().id});
    const Stage told = stage_of_talk(s.session, s.world());
    CHECK_FALSE(told.site.empty());
    CHECK(told.primary == s.knowledge.primaries.front().id);
    CHECK(s.stage().primary.empty());
    s.act(SetMode{Mode::explore});
    CHECK(stage_of_talk(s.session, s.world()) == s.stage());
}

TEST_CASE("High contrast stays at the bedside") {
    Settings settings;
    settings.mode = Mode::bedside;
    settings.theme = ThemeChoice::contrast;
    CHECK(shown_theme(settings) == ThemeChoice::contrast);
}

TEST_CASE("An unknown cancer is not said") {
    Stand s;
    s.act(SayPrimary{"no_such"});
    CHECK(s.session.talk.primary.empty());
}
