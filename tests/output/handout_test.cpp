#include "output/handout.h"
#include "output/poppler.h"
#include "support/shipped_registry.h"
#include "support/shipped_surroundings.h"

#include <doctest/doctest.h>

#include <string>

using namespace osteon;
using namespace osteon::testing;
using namespace osteon::output;

namespace {

namespace fs = std::filesystem;

const fs::path c_folder = OSTEON_BINARY_DIR "/handout_test";

knowledge::Knowledge known_in(const char* language) {
    auto known = knowledge::load_knowledge(OSTEON_SOURCE_DIR "/content", language,
                                           shipped_registry(), shipped_surroundings());
    REQUIRE(known.has_value());
    return std::move(*known);
}

render::Image grey_picture() {
    return {50, 58, std::vector<std::uint8_t>(4U * 50U * 58U, 200)};
}

Handout spine_and_prostate() {
    Handout handout;
    handout.site = "spine";
    handout.primary = "prostate";
    handout.marks = {{"L3", "a hole in the bone"}, {"Sacrum", ""}};
    handout.picture = grey_picture();
    handout.date = std::chrono::year_month_day{std::chrono::year{2026} / 11 / 21};
    return handout;
}

bool tells(const std::string& words, const std::string& wanted) {
    const bool there = words.find(wanted) != std::string::npos;
    if (!there) {
        MESSAGE("missing: " << wanted);
    }
    return there;
}

} // namespace

TEST_CASE("A sheet has every part, as text that can be selected") {
    const knowledge::Knowledge known = known_in("en");
    const fs::path file = c_folder / "parts.pdf";
    const auto written = write_handout(spine_and_prostate(), known, file);
    REQUIRE(written.has_value());
    CHECK(written->pages >= 1);
    CHECK(written->pages <= 4);
    if (!poppler::installed()) {
        return;
    }
    const std::string words = poppler::words(file);
    for (const char* part : {"Sheet to take home",
                             "Spine",
                             "Prostate cancer that has spread to bone",
                             "Name",
                             "Marked in the picture",
                             "L3: a hole in the bone",
                             "Sacrum",
                             "The marks are an illustration",
                             "Key facts",
                             "Same day:",
                             "The place",
                             "What can go wrong",
                             "The cancer",
                             "What can be done",
                             "Warning signs and what to do",
                             "weak, heavy or unsteady legs",
                             "My number to call",
                             "Questions to ask my team",
                             "Is my spine stable?",
                             "How do we protect my bones during hormone treatment?",
                             "My own questions",
                             "Words used here",
                             "Sources",
                             "doi:",
                             "informs and does not diagnose",
                             "21 November 2026",
                             "Page 1 of"}) {
        CHECK(tells(words, part));
    }
    CHECK(tells(poppler::info(file, "Title"), "Spine"));
    CHECK(poppler::info(file, "Pages") == std::to_string(written->pages));
}

TEST_CASE("A sheet is German all through where the texts are") {
    const knowledge::Knowledge known = known_in("de");
    const fs::path file = c_folder / "teile.pdf";
    REQUIRE(write_handout(spine_and_prostate(), known, file).has_value());
    if (!poppler::installed()) {
        return;
    }
    const std::string words = poppler::words(file);
    for (const char* part :
         {"Blatt zum Mitnehmen", "Wirbelsäule", "Prostatakrebs", "Im Bild markiert",
          "Das Wichtigste", "Noch am selben Tag", "Der Ort", "Was geschehen kann", "Der Krebs",
          "Was man tun kann", "Warnzeichen", "Fragen an mein Behandlungsteam",
          "Ist meine Wirbelsäule fest?", "Meine eigenen Fragen", "Wörter auf diesem Blatt",
          "Quellen", "21. November 2026", "Seite 1 von"}) {
        CHECK(tells(words, part));
    }
    for (const char* english : {"Sheet to take home", "Key facts", "Sources", "Warning signs"}) {
        CHECK(words.find(english) == std::string::npos);
    }
}

TEST_CASE("A sheet tells nothing of outlook, and not the way through the atlas") {
    const knowledge::Knowledge known = known_in("en");
    if (!poppler::installed()) {
        return;
    }
    for (const char* primary : {"prostate", "breast", "lung", "myeloma"}) {
        Handout handout = spine_and_prostate();
        handout.primary = primary;
        handout.site = "";
        const fs::path file = c_folder / "outlook.pdf";
        REQUIRE(write_handout(handout, known, file).has_value());
        const std::string words = poppler::words(file);
        for (const char* unasked : {"Outlook", "How things may go", "alive after", "survival"}) {
            CHECK(words.find(unasked) == std::string::npos);
        }
    }
}

TEST_CASE("A sheet has one to four pages on either paper, for places and cancers long and short") {
    for (const char* language : {"en", "de"}) {
        const knowledge::Knowledge known = known_in(language);
        for (const auto& [site, primary] :
             {std::pair{"spine", "breast"}, std::pair{"femur", "lung"},
              std::pair{"pubis", "myeloma"}, std::pair{"", "prostate"},
              std::pair{"skull_base", ""}}) {
            for (const Paper paper : {Paper::a4, Paper::letter}) {
                Handout handout = spine_and_prostate();
                handout.site = site;
                handout.primary = primary;
                handout.paper = paper;
                const fs::path file = c_folder / "pages.pdf";
                const auto written = write_handout(handout, known, file);
                REQUIRE(written.has_value());
                CHECK(written->pages >= 1);
                CHECK(written->pages <= 4);
                if (poppler::run("command -v pdfinfo")) {
                    const std::string size = poppler::info(file, "Page size");
                    CHECK(tells(size, paper == Paper::a4 ? "A4" : "letter"));
                }
            }
        }
    }
}

TEST_CASE("Many marks and no picture find their place, too") {
    const knowledge::Knowledge known = known_in("en");
    Handout handout = spine_and_prostate();
    handout.picture = {};
    handout.marks.clear();
    for (int rib = 1; rib <= 24; ++rib) {
        handout.marks.push_back({"Rib " + std::to_string(rib), "a <dense> spot & more"});
    }
    const fs::path file = c_folder / "marks.pdf";
    const auto written = write_handout(handout, known, file);
    REQUIRE(written.has_value());
    CHECK(written->pages <= 4);
    if (poppler::installed()) {
        CHECK(tells(poppler::words(file), "Rib 24: a <dense> spot & more"));
    }
}

TEST_CASE("A picture much higher than wide stays on its page, and many words find room below it") {
    const knowledge::Knowledge known = known_in("en");
    Handout handout = spine_and_prostate();
    handout.picture = {40, 400, std::vector<std::uint8_t>(4U * 40U * 400U, 200)};
    handout.marks.clear();
    for (int mark = 1; mark <= 8; ++mark) {
        handout.marks.push_back({"Thoracic vertebra " + std::to_string(mark) + ", a long name",
                                 "thinner and denser bone side by side in one place"});
    }
    const auto written = write_handout(handout, known, c_folder / "tall.pdf");
    REQUIRE(written.has_value());
    CHECK(written->pages <= 4);
}

TEST_CASE("A sheet about nothing is refused, and one that cannot be written leaves nothing") {
    const knowledge::Knowledge known = known_in("en");
    Handout handout = spine_and_prostate();
    const auto nowhere = write_handout(handout, known, "/dev/null/sheet.pdf");
    REQUIRE_FALSE(nowhere.has_value());
    CHECK(nowhere.error().fault == Fault::machine);
    CHECK(describe(nowhere.error()).find("sheet.pdf") != std::string::npos);
    handout.site = "nose";
    handout.primary = "";
    const fs::path file = c_folder / "nothing.pdf";
    const auto nothing = write_handout(handout, known, file);
    REQUIRE_FALSE(nothing.has_value());
    CHECK(nothing.error().fault == Fault::usage);
    CHECK_FALSE(fs::exists(file));
}
