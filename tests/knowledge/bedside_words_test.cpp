#include "knowledge/fixture.h"
#include "knowledge/knowledge.h"

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

std::string entry(const std::string& id, const std::string& name) {
    return "[[site]]\nid = \"" + id + "\"\nname = \"" + name +
           "\"\nwhat = \"A spot.\"\ndone = \"Rest helps.\"\ncall = \"If it hurts.\"\n";
}

Files with_words(const std::string& words) {
    Files files = sound_content();
    files["bedside.toml"] = words;
    return files;
}

std::string faults_of(const Files& files) {
    const ContentFolder folder(files);
    const auto faults = check_content(folder.root(), registry(), around());
    REQUIRE(faults);
    return in_words(*faults);
}

} // namespace

TEST_CASE("A site has its own words for the bedside, and a part without them those of its site") {
    const ContentFolder folder(with_words(entry("spine", "Back") + entry("body", "Body")));
    auto known = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(known);
    CHECK(known->faults.empty());
    REQUIRE(known->bedside_words("spine") != nullptr);
    CHECK(known->bedside_words("spine")->name == "Back");
    CHECK(known->bedside_words("nowhere") == nullptr);
    known->sites.front().parent = "body";
    known->bedside.erase(known->bedside.begin());
    REQUIRE(known->bedside_words("spine") != nullptr);
    CHECK(known->bedside_words("spine")->site == "body");
}

TEST_CASE("A site without words, words without a site and an empty text are told") {
    CHECK(faults_of(with_words(entry("spine", "Back"))) ==
          "bedside.toml:1:1: the site 'body' has no words for the bedside\n");
    const std::string both = entry("spine", "Back") + entry("body", "Body");
    CHECK(faults_of(with_words(both)) == "");
    CHECK(faults_of(with_words(both + entry("tail", "Tail"))) ==
          "bedside.toml:14:6: there is no site 'tail'\n");
    CHECK(faults_of(sound_content()) == "");
}

TEST_CASE("Words for the bedside that are hard to read are told") {
    std::string words = entry("spine", "Back") + entry("body", "Body");
    words.replace(words.find("A spot."), 7,
                  "Haematogenous dissemination characteristically necessitates multidisciplinary "
                  "consideration of individualised therapeutic possibilities.");
    CHECK(faults_of(with_words(words)).find("too hard to read") != std::string::npos);
}

TEST_CASE("Words for the bedside are translated, or told as a gap and left in English") {
    Files files = with_words(entry("spine", "Back") + entry("body", "Body"));
    files["de/language.toml"] = "name = \"Deutsch\"\nenglish_name = \"German\"\n"
                                "decimal_sign = \",\"\ncapital_names = true\n";
    files["de/bedside.toml"] = entry("spine", "Rücken");
    const ContentFolder folder(files);
    const auto known = load_knowledge(folder.root(), "de", registry(), around());
    REQUIRE(known);
    CHECK(known->bedside_words("spine")->name == "Rücken");
    CHECK(known->bedside_words("body")->name == "Body");
    CHECK(in_words(known->gaps).find("the bedside words of 'body' are not translated") !=
          std::string::npos);
}

TEST_CASE("Every shipped site has words for the bedside in every language") {
    const std::filesystem::path content = std::filesystem::path(OSTEON_SOURCE_DIR) / "content";
    for (const char* const language : {"en", "de"}) {
        const auto known = load_knowledge(content, language, registry(), around());
        REQUIRE(known);
        for (const Site& site : known->sites) {
            CAPTURE(site.id);
            REQUIRE(known->bedside_words(site.id) != nullptr);
            CHECK(known->bedside_words(site.id)->site == site.id);
        }
        CHECK(in_words(known->gaps).find("bedside") == std::string::npos);
    }
}
