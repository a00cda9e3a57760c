#include "session/stand.h"
#include "session/wording.h"

#include <doctest/doctest.h>

#include <limits>

using namespace osteon;
using namespace osteon::session;
using namespace osteon::session::test;

TEST_CASE("The rest fades only where something is left to see") {
    Stand s;
    s.act(FadeRest{true});
    CHECK_FALSE(s.stage().fade_rest);
    s.act(Select{s.bones({"sacrum"})});
    s.act(FadeRest{true});
    CHECK(s.stage().fade_rest);
    s.act(Select{});
    CHECK_FALSE(s.stage().fade_rest);
}

TEST_CASE("A radiograph is a look that undo takes back, and comes before the fade") {
    Stand s;
    s.act(SetLook{Look::radiograph});
    CHECK(look_of(s.stage()) == Look::radiograph);
    CHECK(undo_label(s.session) == "Undo showing the radiograph");
    s.act(ChooseSite{"lumbar_spine"});
    CHECK(look_of(s.stage()) == Look::radiograph);
    s.act(FadeRest{true});
    CHECK(look_of(s.stage()) == Look::see_through);
    s.act(Undo{});
    CHECK(look_of(s.stage()) == Look::radiograph);
    s.act(SetLook{Look::solid});
    CHECK(look_of(s.stage()) == Look::solid);
    CHECK_FALSE(s.stage().fade_rest);
    for (int step = 0; step < 3; ++step) {
        s.act(Undo{});
    }
    CHECK(look_of(s.stage()) == Look::solid);
}

TEST_CASE("Nothing chosen, nothing to see through") {
    Stand s;
    s.act(SetLook{Look::see_through});
    CHECK(look_of(s.stage()) == Look::solid);
    CHECK(undo_label(s.session).empty());
    s.act(Select{s.bones({"sacrum"})});
    s.act(SetLook{Look::see_through});
    CHECK(look_of(s.stage()) == Look::see_through);
}

TEST_CASE("Window and level stay within what a film can show, and are no steps of undo") {
    Stand s;
    s.act(SetLook{Look::radiograph});
    s.act(SetWindowLevel{{0.5F, 0.25F}});
    CHECK(s.stage().film == WindowLevel{0.5F, 0.25F});
    s.act(SetWindowLevel{{-3.0F, 7.0F}});
    CHECK(film_window_limits.holds(s.stage().film.window));
    CHECK(film_level_limits.holds(s.stage().film.level));
    const WindowLevel before = s.stage().film;
    s.act(SetWindowLevel{{std::numeric_limits<float>::quiet_NaN(), 0.5F}});
    CHECK(s.stage().film == before);
    CHECK(undo_label(s.session) == "Undo showing the radiograph");
    CHECK(film_of(s.stage()) == before);
    s.act(SetLook{});
    CHECK_FALSE(film_of(s.stage()));
}

TEST_CASE("A bone scan's intensity stays within bounds, and a drag of it is one step of undo") {
    Stand s;
    CHECK_FALSE(scan_intensity_of(s.stage()));
    s.act(SetLook{Look::bone_scan});
    for (const float intensity : {1.2F, 1.4F, 99.0F}) {
        s.act(SetScanIntensity{intensity});
    }
    CHECK(scan_intensity_of(s.stage()) == scan_intensity_limits.most);
    s.act(SetScanIntensity{std::numeric_limits<float>::quiet_NaN()});
    CHECK(scan_intensity_of(s.stage()) == scan_intensity_limits.most);
    s.act(Undo{});
    CHECK(scan_intensity_of(s.stage()) == 1.0F);
}

TEST_CASE("Bones shown alone are framed, and undo brings the view back") {
    Stand s;
    const CameraPose before = s.stage().camera;
    s.act(Isolate{s.bones({"sacrum"})});
    REQUIRE(s.session.wish);
    CHECK(s.session.wish->bones == s.bones({"sacrum"}));
    s.act(Undo{});
    REQUIRE(s.session.wish);
    CHECK(s.session.wish->exact == before);
}

TEST_CASE("Moves of the section's plane in a row are one step of undo") {
    Stand s;
    s.act(SetLook{Look::section});
    const SectionPlane before = s.stage().section;
    for (const float offset : {0.01F, 0.02F, 0.03F}) {
        SectionPlane plane = s.stage().section;
        plane.offset = offset;
        s.act(SetSection{plane});
    }
    CHECK(undo_label(s.session) == "Undo moving the section");
    s.act(Undo{});
    CHECK(s.stage().section == before);
    CHECK(look_of(s.stage()) == Look::section);
    s.act(
        SetSection{{PlaneDirection::coronal, std::numeric_limits<float>::infinity(), 0, 0, false}});
    CHECK(s.stage().section == before);
}

TEST_CASE("A bone scan fades nothing; a section may fade the rest and stays") {
    Stand s;
    s.act(Select{s.bones({"sacrum"})});
    s.act(SetLook{Look::section});
    s.act(FadeRest{true});
    CHECK(look_of(s.stage()) == Look::section);
    s.act(SetLook{Look::bone_scan});
    CHECK(look_of(s.stage()) == Look::bone_scan);
    s.act(FadeRest{true});
    CHECK(look_of(s.stage()) == Look::see_through);
}
