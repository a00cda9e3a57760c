#include "session/hotspots.h"
#include "session/session.h"
#include "session/stand.h"
#include "session/wording.h"

#include <doctest/doctest.h>
#include <glm/gtc/constants.hpp>
#include <glm/trigonometric.hpp>

#include <limits>

using namespace osteon;
using namespace osteon::session;
using namespace osteon::session::test;

TEST_CASE("Selecting, adding and taking out bones can be undone by name") {
    Stand s;
    s.act(Select{s.bones({"femur_left"})});
    CHECK(undo_label(s.session) == "Undo selecting the left femur");
    s.act(Select{s.bones({"sacrum"}), SelectMode::toggle});
    CHECK(s.stage().selection == s.bones({"sacrum", "femur_left"}));
    s.act(Select{s.bones({"sacrum"}), SelectMode::toggle});
    CHECK(undo_label(s.session) == "Undo deselecting the sacrum");
    s.act(Undo{});
    CHECK(s.stage().selection.size() == 2);
    CHECK(redo_label(s.session) == "Redo deselecting the sacrum");
    s.act(Undo{});
    s.act(Undo{});
    CHECK(s.stage().selection.empty());
    CHECK(undo_label(s.session).empty());
    s.act(Redo{});
    CHECK(s.stage().selection == s.bones({"femur_left"}));
}

TEST_CASE("Steps are named as a person would name the bones") {
    Stand s;
    const auto words = [&](std::initializer_list<const char*> ids) {
        return describe_bones(s.bones(ids), s.registry);
    };
    CHECK(words({"femur_left"}) == "the left femur");
    CHECK(words({"vertebra_l3"}) == "the L3");
    CHECK(words({"rib_1_left", "rib_2_left"}) == "2 left ribs");
    CHECK(words({"rib_1_left", "rib_1_right", "rib_2_left"}) == "3 ribs");
    CHECK(words({"vertebra_l1", "vertebra_l2"}) == "2 lumbar vertebrae");
    CHECK(words({"frontal_bone", "mandible"}) == "the skull");
    CHECK(words({"frontal_bone", "femur_left"}) == "2 bones");
    CHECK(words({"disc_l1_l2", "femur_left"}) == "2 pieces");
    CHECK(words({}) == "nothing");
}

TEST_CASE("Bones that the registry does not have change nothing") {
    Stand s;
    s.act(Select{s.bones({"femur_left"})});
    const Session before = s.session;
    s.act(Select{{9999}});
    s.act(Hide{{9999}});
    s.act(Isolate{{9999}});
    s.act(FollowBone{"tail_fin"});
    s.act(ChooseSite{"atlantis"});
    s.act(ChoosePrimary{"no_such_cancer"});
    s.act(OpenArticle{"no_such_text", ""});
    CHECK(s.stage() == before.stage);
    CHECK(s.session.reading == before.reading);
    CHECK(s.session.undo.size() == before.undo.size());
    CHECK(s.session.wish_serial == before.wish_serial);
}

TEST_CASE("What changes nothing makes no step, and a new step ends redo") {
    Stand s;
    s.act(Select{s.bones({"femur_left"})});
    s.act(Select{s.bones({"femur_left"})});
    s.act(Undo{});
    s.act(Undo{}); // nothing left to undo
    CHECK(s.stage().selection.empty());
    s.act(ShowAll{});
    CHECK(redo_label(s.session) == "Redo selecting the left femur");
    s.act(Hide{s.bones({"sternum"})});
    CHECK(redo_label(s.session).empty());
}

TEST_CASE("Two hundred steps are kept") {
    Stand s;
    for (int i = 0; i < 250; ++i) {
        s.act(Select{s.bones({i % 2 == 0 ? "femur_left" : "femur_right"})});
    }
    CHECK(s.session.undo.size() == 200);
}

TEST_CASE("Hiding, isolating and showing agree with what is selected") {
    Stand s;
    s.act(Select{s.bones({"rib_1_left", "sternum"})});
    s.act(Hide{s.bones({"rib_1_left", "rib_2_left", "rib_3_left"})});
    CHECK(undo_label(s.session) == "Undo hiding 3 left ribs");
    CHECK(is_hidden(s.stage(), s.bone("rib_2_left")));
    CHECK(s.stage().selection == s.bones({"sternum"}));
    s.act(Reveal{s.bones({"rib_2_left"})});
    CHECK_FALSE(is_hidden(s.stage(), s.bone("rib_2_left")));

    s.act(Isolate{s.bones({"femur_left"})});
    CHECK(s.stage().isolated);
    CHECK(s.stage().hidden.size() == s.registry.bones.size() - 1);
    CHECK(s.stage().selection.empty());
    CHECK(s.session.wish->bones == s.bones({"femur_left"}));
    s.act(ShowAll{});
    CHECK(s.stage().hidden.empty());
    CHECK_FALSE(s.stage().isolated);
    s.act(Undo{});
    CHECK(s.stage().isolated);
}

TEST_CASE("A primary is compared with another one, not with itself or with nothing") {
    Stand s;
    s.act(ComparePrimary{"melanoma"});
    CHECK(s.stage().compared.empty());
    s.act(ChoosePrimary{"prostate"});
    s.act(ComparePrimary{"prostate"});
    CHECK(s.stage().compared.empty());
    s.act(ComparePrimary{"melanoma"});
    CHECK(s.stage().compared == "melanoma");
    s.act(ChoosePrimary{"melanoma"});
    CHECK(s.stage().compared.empty());
}

TEST_CASE("Choosing a site frames it, opens its article and fades the rest") {
    Stand s;
    s.act(Isolate{s.bones({"femur_left"})});
    s.act(Select{s.bones({"femur_left"})});
    s.act(ChooseSite{"lumbar_spine"});
    CHECK(s.stage().site == "lumbar_spine");
    CHECK(s.stage().selection.empty());
    CHECK(s.stage().fade_rest);
    CHECK_FALSE(is_hidden(s.stage(), s.bone("vertebra_l3")));
    CHECK(s.session.reading.here().article == "lumbar_spine");
    REQUIRE(s.session.wish);
    CHECK(s.session.wish->bones.size() == 5);
    CHECK(*s.session.wish->yaw == doctest::Approx(glm::radians(20.0F)));
    CHECK(undo_label(s.session) == "Undo choosing lumbar spine");

    s.act(ChooseSite{});
    CHECK(s.stage().site.empty());
    CHECK_FALSE(s.stage().fade_rest);
    CHECK(s.session.wish->bones.empty());
    CHECK(s.session.reading.here().article == "lumbar_spine");
}

TEST_CASE("Choosing a primary keeps an entered site, else shows the whole skeleton") {
    Stand s;
    s.act(ChoosePrimary{"prostate"});
    CHECK(s.stage().primary == "prostate");
    CHECK(s.session.wish->bones.empty());
    CHECK(s.session.reading.here().article == "prostate");
    s.act(ChooseSite{"pelvis"});
    const int serial = s.session.wish_serial;
    s.act(ChoosePrimary{"melanoma"});
    CHECK(s.stage().site == "pelvis");
    CHECK(s.session.wish_serial == serial);
    s.act(ChoosePrimary{});
    CHECK(s.stage().primary.empty());
}

TEST_CASE("Escape goes outward step by step and ends at the whole skeleton") {
    Stand s;
    s.act(ChoosePrimary{"prostate"});
    s.act(ChooseSite{"lumbar_spine"});
    s.act(Select{s.bones({"vertebra_l3"})});
    s.act(EscapeOutward{});
    CHECK(s.stage().selection.size() == 5);
    CHECK(s.stage().selected_region == "lumbar_vertebrae");
    s.act(EscapeOutward{});
    CHECK(s.stage().selection.empty());
    CHECK(s.stage().site == "lumbar_spine");
    s.act(EscapeOutward{});
    CHECK(s.stage().site == "spine");
    s.act(EscapeOutward{});
    CHECK(s.stage().site.empty());
    CHECK(s.session.wish->bones.empty());
    s.act(EscapeOutward{});
    CHECK(s.stage().primary.empty());
    const std::size_t steps = s.session.undo.size();
    s.act(EscapeOutward{});
    CHECK(s.session.undo.size() == steps);
}

TEST_CASE("A bone link selects, shows and frames its bone, and undo takes it back") {
    Stand s;
    s.act(OpenArticle{"symptoms", ""});
    s.act(Hide{s.bones({"sacrum"})});
    s.act(FollowBone{"sacrum"});
    CHECK(s.stage().selection == s.bones({"sacrum"}));
    CHECK_FALSE(is_hidden(s.stage(), s.bone("sacrum")));
    CHECK(s.session.wish->bones == s.bones({"sacrum"}));
    CHECK(s.session.reading.here().article == "symptoms");
    s.act(Undo{});
    CHECK(s.stage().selection.empty());
    CHECK(is_hidden(s.stage(), s.bone("sacrum")));
}

TEST_CASE("Undo flies back to where the camera was") {
    Stand s;
    const CameraPose before{{0.1F, 1.0F, 0.0F}, 0.3F, 0.1F, 2.0F};
    s.act(SetCamera{before});
    CHECK_FALSE(s.session.wish.has_value());
    s.act(ChooseSite{"pelvis"});
    s.act(SetCamera{CameraPose{{0.0F, 0.9F, 0.0F}, 0.0F, 0.0F, 1.0F}}); // the flight has landed
    CHECK(s.session.undo.size() == 1);
    s.act(Undo{});
    REQUIRE(s.session.wish);
    CHECK(s.session.wish->exact == before);
    CHECK(s.stage().camera == before);
}

TEST_CASE("Reading goes back and forward as in a browser") {
    Stand s;
    s.act(OpenArticle{"symptoms", ""});
    s.act(OpenArticle{"symptoms", "pain"});
    s.act(OpenArticle{"symptoms", "pain"});
    CHECK(s.session.reading.places.size() == 3);
    s.act(NavigateBack{});
    s.act(NavigateBack{});
    s.act(NavigateBack{});
    CHECK(s.session.reading.here().article.empty());
    s.act(NavigateForward{});
    CHECK(s.session.reading.here().section.empty());
    s.act(OpenArticle{"prostate", ""});
    CHECK_FALSE(s.session.reading.can_go_forward());
    CHECK(s.session.reading.places.size() == 3);
}

TEST_CASE("Coming back to the text of a site or primary shows it again") {
    Stand s;
    s.act(ChooseSite{"pelvis"});
    s.act(ChoosePrimary{"prostate"});
    s.act(ChooseSite{"femur"});
    const std::size_t places = s.session.reading.places.size();
    s.act(ChoosePrimary{});
    s.act(NavigateBack{});
    CHECK(s.stage().primary == "prostate");
    CHECK(s.stage().site == "femur");
    s.act(NavigateBack{});
    CHECK(s.stage().site == "pelvis");
    CHECK(s.session.reading.places.size() == places);
    s.act(NavigateBack{});
    CHECK(s.session.reading.here().article.empty());
    CHECK(s.stage().site == "pelvis");
}

TEST_CASE("Tab walks the hotspots of where one is, Enter opens") {
    Stand s;
    s.act(FocusHotspot{1});
    CHECK(s.session.focused_hotspot == "spine");
    s.act(FocusHotspot{-1});
    CHECK(s.session.focused_hotspot == "long_bones");
    s.act(FocusHotspot{1});
    s.act(OpenFocusedHotspot{});
    CHECK(s.stage().site == "spine");
    CHECK(s.session.focused_hotspot.empty());
    s.act(FocusHotspot{1});
    s.act(FocusHotspot{1});
    CHECK(s.session.focused_hotspot == "sacrum");
    s.act(OpenFocusedHotspot{});
    CHECK(hotspots(s.stage(), s.knowledge).size() == 2); // the siblings stay
    s.act(OpenFocusedHotspot{});                         // no focus: nothing to open
    CHECK(s.stage().site == "sacrum");
}

TEST_CASE("Views look from the body's sides and are no steps of undo") {
    Stand s;
    s.act(LookFrom{StandardView::left});
    CHECK(*s.session.wish->yaw == doctest::Approx(glm::half_pi<float>()));
    s.act(LookFrom{StandardView::superior});
    CHECK(*s.session.wish->pitch == doctest::Approx(glm::half_pi<float>()));
    s.act(LookFrom{StandardView::inferior});
    CHECK(*s.session.wish->pitch == doctest::Approx(-glm::half_pi<float>()));
    s.act(Home{});
    CHECK(*s.session.wish->yaw == doctest::Approx(glm::radians(10.0F)));
    s.act(Select{s.bones({"femur_left"})});
    s.act(FrameSelection{});
    CHECK(s.session.wish->bones == s.bones({"femur_left"}));
    CHECK_FALSE(s.session.wish->yaw.has_value());
    CHECK(s.session.undo.size() == 1);
}

TEST_CASE("Settings stay within their limits and are no steps of undo") {
    Stand s;
    s.act(SetScale{7.0F});
    CHECK(s.session.settings.scale == 3.0F);
    s.act(SetScale{0.0F});
    CHECK(s.session.settings.scale == 0.0F);
    s.act(SetTextSize{std::numeric_limits<float>::quiet_NaN()});
    CHECK(s.session.settings.text_size == 1.0F);
    s.act(SetPanelWidth{9000.0F});
    CHECK(s.session.settings.panel_width == 720.0F);
    s.act(SetTheme{ThemeChoice::light});
    s.act(OpenDrawer{Drawer::sites});
    CHECK(s.session.settings.theme == ThemeChoice::light);
    CHECK(s.session.undo.empty());
    CameraPose broken;
    broken.distance = std::numeric_limits<float>::infinity();
    s.act(SetCamera{broken});
    CHECK(s.stage().camera == CameraPose{});
}

TEST_CASE("Going to a landmark selects its bone and can be undone") {
    Stand s;
    s.act(Hide{s.bones({"femur_left"})});
    const auto trochanter = s.registry.find_landmark("femur_left#greater_trochanter");
    const int serial = s.session.wish_serial;
    s.act(SelectLandmark{trochanter});
    CHECK(s.stage().selection == s.bones({"femur_left"}));
    CHECK(s.stage().landmark == trochanter);
    CHECK(s.stage().hidden.empty());
    CHECK(s.session.wish_serial > serial);
    CHECK(s.session.wish->landmark == trochanter);
    CHECK(undo_label(s.session) == "Undo going to the greater trochanter");
    s.act(Undo{});
    CHECK(s.stage().landmark == anatomy::no_landmark);
    CHECK(s.stage().selection.empty());
    s.act(Redo{});
    CHECK(s.stage().landmark == trochanter);
}

TEST_CASE("A link to a landmark is followed, an unknown one changes nothing") {
    Stand s;
    s.act(FollowBone{"vertebra_l3#pedicle"});
    CHECK(s.stage().selection == s.bones({"vertebra_l3"}));
    CHECK(s.stage().landmark == s.registry.find_landmark("vertebra_l3#pedicle"));
    const std::size_t steps = s.session.undo.size();
    s.act(FollowBone{"vertebra_l3#moon"});
    s.act(SelectLandmark{anatomy::no_landmark});
    CHECK(s.session.undo.size() == steps);
}

TEST_CASE("Escape leads from a landmark to its bone; another selection leaves it") {
    Stand s;
    s.act(FollowBone{"femur_left#head_of_femur"});
    s.act(EscapeOutward{});
    CHECK(s.stage().landmark == anatomy::no_landmark);
    CHECK(s.stage().selection == s.bones({"femur_left"}));
    s.act(FollowBone{"femur_left#head_of_femur"});
    s.act(LookFrom{StandardView::posterior});
    CHECK(s.session.wish->landmark == s.stage().landmark);
    s.act(Select{s.bones({"sacrum"})});
    CHECK(s.stage().landmark == anatomy::no_landmark);
}

TEST_CASE("Steps are named in the user's language, whose names keep their capitals") {
    Stand s;
    knowledge::Language german;
    german.id = "de";
    german.capital_names = true;
    german.interface = {{"the {}", "{}"}, {"{} bones", "{} Knochen"}, {"nothing", "nichts"}};
    const auto words = [&](std::initializer_list<const char*> ids) {
        return describe_bones(s.bones(ids), s.registry, german);
    };
    s.registry.bones[s.bone("femur_left")].name = "Linker Oberschenkelknochen";
    CHECK(words({"femur_left"}) == "Linker Oberschenkelknochen");
    CHECK(words({"rib_1_left", "sacrum"}) == "2 Knochen");
    CHECK(words({}) == "nichts");
}

TEST_CASE("Only a language that there is can be chosen") {
    Stand s;
    s.knowledge.languages = {{"en", "English", "English"}, {"de", "Deutsch", "German"}};
    s.act(SetLanguage{"de"});
    CHECK(s.session.settings.language == "de");
    s.act(SetLanguage{"xx"});
    CHECK(s.session.settings.language == "de");
}

TEST_CASE("The order of bars and what the matrix shows are settings") {
    Stand s;
    s.act(SortRegions{RegionOrder::by_body});
    s.act(ShowInMatrix{MatrixFigures::lesions});
    CHECK(s.session.settings.region_order == RegionOrder::by_body);
    CHECK(s.session.settings.matrix == MatrixFigures::lesions);
    CHECK(s.session.undo.empty());
}
