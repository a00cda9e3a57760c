#include "anatomy/surroundings.h"
#include "knowledge/catalogue.h"
#include "knowledge/fixture.h"
#include "knowledge/search.h"
#include "knowledge/translation.h"

#include <algorithm>

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

constexpr std::string_view english_plain = R"(Before.

## First {#first}

One.

Two [@read2020].

## Second {#second}

Three.
)";

/// The sound content with a longer overview, and a beginning of German.
Files bilingual() {
    Files files = sound_content();
    files["general/overview.plain.md"] = english_plain;
    files["interface.toml"] = "texts = [\"Search\", \"{} of {}\"]\n";
    files["de/language.toml"] = "name = \"Deutsch\"\nenglish_name = \"German\"\n"
                                "decimal_sign = \",\"\ncapital_names = true\n";
    return files;
}

struct Loaded {
    Knowledge knowledge;
    std::vector<ContentFault> faults; ///< of all languages
    std::vector<ContentFault> gaps;
};

Loaded load_german(const Files& files) {
    const ContentFolder folder(files);
    auto knowledge = load_knowledge(folder.root(), "de", registry(), around());
    auto faults = check_content(folder.root(), registry(), around());
    auto gaps = translation_gaps(folder.root(), registry(), around());
    REQUIRE(knowledge);
    REQUIRE(faults);
    REQUIRE(gaps);
    return {std::move(*knowledge), std::move(*faults), std::move(*gaps)};
}

bool tells(const std::vector<ContentFault>& faults, std::string_view file, std::string_view words) {
    return std::ranges::any_of(faults, [&](const ContentFault& fault) {
        return fault.file.generic_string().ends_with(file) &&
               fault.expected.find(words) != std::string::npos;
    });
}

/// The blocks of a document, one a line, each with the language that it stands in.
std::string lines_of(const Document& document) {
    std::string lines;
    for (const Block& block : document.blocks) {
        lines += (block.untranslated ? "en: " : "de: ") + plain_text({{block}});
    }
    return lines;
}

} // namespace

TEST_CASE("a language without any texts shows the English ones, each marked") {
    const Loaded german = load_german(bilingual());
    CHECK(german.faults.empty());
    CHECK(german.knowledge.language.name == "Deutsch");
    CHECK(german.knowledge.article("overview")->title == "Overview");
    CHECK(lines_of(german.knowledge.article("overview")->plain).starts_with("en: Before.\n"));
    CHECK(tells(german.gaps, "general/overview.plain.md", "missing"));
    CHECK(tells(german.gaps, "figures.toml", "missing"));
    CHECK(tells(german.gaps, "anatomy.toml", "femur_left in [bones]"));
    CHECK(tells(german.gaps, "glossary.toml", "not translated"));
    CHECK(german.knowledge.coverage.translated == 0);
    CHECK(german.knowledge.coverage.texts > 200);
}

TEST_CASE("an article falls back to English by section and paragraph") {
    Files files = bilingual();
    files["de/general/overview.plain.md"] = "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n"
                                            "+++\n\nDavor.\n\n## Erstens {#first}\n\nEins.\n";
    const Loaded german = load_german(files);
    CHECK(german.faults.empty());
    const Article& article = *german.knowledge.article("overview");
    CHECK(article.title == "Überblick");
    CHECK(article.summary == "Alles.");
    CHECK(lines_of(article.plain) == "de: Davor.\nde: Erstens\nde: Eins.\nen: Two.\n"
                                     "en: Second\nen: Three.\n");
    CHECK(article.plain.blocks[1].anchor == "first");
    CHECK(tells(german.gaps, "overview.plain.md", "block 2 of '#first' is not translated: 'Two"));
    CHECK(tells(german.gaps, "overview.plain.md", "the section '#second' is not translated"));
    CHECK(std::ranges::all_of(article.clinical.blocks, &Block::untranslated));
}

TEST_CASE("a heading without an anchor is not taken for the text before the first heading") {
    Files files = bilingual();
    files["general/overview.plain.md"] = "Before.\n\n## ??\n\nOne.\n";
    files["de/general/overview.plain.md"] =
        "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n+++\n\nDavor.\n";
    const std::string lines = lines_of(load_german(files).knowledge.article("overview")->plain);
    CHECK(lines.find("Before.") == std::string::npos);
    CHECK(lines.find("Davor.") != std::string::npos);
    CHECK(lines.find("??") != std::string::npos);
}

TEST_CASE("a translation that English has left behind is told, with the line") {
    Files files = bilingual();
    files["de/general/overview.plain.md"] =
        "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n+++\nDavor.\n\n## Erstens {#first}\n\n"
        "Eins.\n\nZwei.\n\nDrei.\n\n## Alt {#old}\n\nVier.\n";
    const Loaded german = load_german(files);
    CHECK(tells(german.gaps, "overview.plain.md", "cites other sources than the English 'Two"));
    CHECK(tells(german.gaps, "overview.plain.md", "has 2 blocks in English and 3 here"));
    CHECK(tells(german.gaps, "overview.plain.md", "no section '#old' in English"));
    const auto other = std::ranges::find_if(german.gaps, [](const ContentFault& gap) {
        return gap.expected.find("other sources") != std::string::npos;
    });
    REQUIRE(other != german.gaps.end());
    CHECK(other->line == 11);
}

TEST_CASE("a picture shows the same in every language, under the caption of each") {
    const std::string fence = "```view\ncaption = \"Thigh\"\nalt = \"Two bones.\"\n"
                              "bones = [\"femur_*\"]\n```\n\n";
    Files files = bilingual();
    files["general/overview.plain.md"] = fence + files["general/overview.plain.md"];
    const std::string head = "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n+++\n";
    files["de/general/overview.plain.md"] = head + "Davor.\n";
    const Loaded without = load_german(files);
    const Document& shown = without.knowledge.article("overview")->plain;
    CHECK(lines_of(shown).starts_with("en: Thigh\nde: Davor.\n"));
    CHECK(tells(without.gaps, "overview.plain.md", "not translated: 'Thigh"));

    files["de/general/overview.plain.md"] =
        head + "```view\ncaption = \"Schenkel\"\nalt = \"Zwei Knochen.\"\n```\n\nDavor.\n";
    const Loaded with = load_german(files);
    CHECK(with.faults.empty());
    const Block& block = with.knowledge.article("overview")->plain.blocks.front();
    CHECK(block.spans.front().text == "Schenkel");
    CHECK(block.alt == "Zwei Knochen.");
    REQUIRE(block.picture != nullptr);
    CHECK(block.picture->bones == std::vector<std::string>{"femur_*"});
}

TEST_CASE("texts for what English does not have are faults with their place") {
    Files files = bilingual();
    files["de/general/other.plain.md"] = "+++\ntitle = \"Anderes\"\n+++\nText.\n";
    files["de/interface.toml"] = "\"Search\" = \"Suche\"\n\"Gone\" = \"Weg\"\n";
    files["de/figures.toml"] = "\"Breast cancer\" = \"Brustkrebs\"\n\"Gone\" = \"Weg\"\n";
    files["de/anatomy.toml"] = "[bones]\nfemur = \"Oberschenkel\"\n";
    files["de/glossary.toml"] = "[[term]]\nid = \"gone\"\nterm = \"Weg\"\nplain = \"Weg.\"\n"
                                "clinical = \"Weg.\"\n";
    const Loaded german = load_german(files);
    CHECK(tells(german.faults, "other.plain.md", "no article 'other'"));
    CHECK(tells(german.faults, "de/interface.toml", "unknown key 'Gone'"));
    CHECK(tells(german.faults, "de/figures.toml", "unknown key 'Gone'"));
    CHECK(tells(german.faults, "de/anatomy.toml", "unknown key 'femur'"));
    CHECK(tells(german.faults, "de/glossary.toml", "no term 'gone'"));
    CHECK(german.faults.size() == 5);
    CHECK(german.faults[0].line == 2);
}

TEST_CASE("catalogues refuse what is no text, or would not fit its values") {
    Files files = bilingual();
    files["de/interface.toml"] = "\"Search\" = 3\n\"{} of {}\" = \"{} von\"\n";
    const Loaded german = load_german(files);
    CHECK(tells(german.faults, "interface.toml", "expected a text for 'Search'"));
    CHECK(tells(german.faults, "interface.toml", "the places for values"));
    CHECK(german.knowledge.language.tr("{} of {}", 1, 2) == "1 of 2");
}

TEST_CASE("a translated pattern may change the order of its values, not their number") {
    CHECK(fits_pattern("{} of {}", "{} von {}"));
    CHECK(fits_pattern("{} of {}", "{1}: {0}"));
    CHECK(fits_pattern("{:.1f} %", "{:.1f} %"));
    CHECK(fits_pattern("no place", "kein Platz"));
    CHECK_FALSE(fits_pattern("{} of {}", "{}"));
    CHECK_FALSE(fits_pattern("{} of {}", "{} {0}"));
    CHECK_FALSE(fits_pattern("{:.1f} %", "{} %"));
    CHECK_FALSE(fits_pattern("{}", "{"));
    CHECK_FALSE(fits_pattern("none", "{}"));
}

TEST_CASE("the interface speaks the language, with its plural and its decimal sign") {
    Files files = bilingual();
    files["interface.toml"] = "texts = [\"Search\", \"{} of {}\", \"{} rib\", \"{} ribs\"]\n";
    files["de/interface.toml"] = "\"Search\" = \"Suche\"\n\"{} of {}\" = \"{1}: {0}\"\n"
                                 "\"{} rib\" = \"{} Rippe\"\n\"{} ribs\" = \"{} Rippen\"\n";
    const Loaded german = load_german(files);
    CHECK(german.faults.empty());
    const Language& language = german.knowledge.language;
    CHECK(std::string(language.tr("Search")) == "Suche");
    CHECK(std::string(language.tr("Unknown")) == "Unknown");
    CHECK(language.tr("{} of {}", 3, "Rippe") == "Rippe: 3");
    CHECK(language.tr_count("{} rib", "{} ribs", 1) == "1 Rippe");
    CHECK(language.tr_count("{} rib", "{} ribs", 12) == "12 Rippen");
    CHECK(language.number("8.2–9.5 %") == "8,2–9,5 %");
    CHECK(language.number("3,223") == "3\u202F223");
    CHECK(Language().number("8.2 %") == "8.2 %");
}

TEST_CASE("names and figures are translated, and numbers by their sign alone") {
    Files files = bilingual();
    files["primaries/breast.toml"].replace(files["primaries/breast.toml"].find("70 %"), 4,
                                           "70.5 %");
    files["de/figures.toml"] = "\"Breast cancer\" = \"Brustkrebs\"\n\"Breast\" = \"Brust\"\n"
                               "\"of patients\" = \"der Kranken\"\n";
    files["de/sites/spine.plain.md"] =
        "+++\nname = \"Wirbelsäule\"\nsummary = \"Sie.\"\n+++\nDer Rücken.\n";
    files["de/anatomy.toml"] = "[bones]\nfemur_left = \"Linker Oberschenkelknochen\"\n"
                               "[landmarks]\ngreater_trochanter = \"Großer Rollhügel\"\n";
    const Loaded german = load_german(files);
    CHECK(german.faults.empty());
    const Primary& breast = *german.knowledge.primary("breast");
    CHECK(breast.name == "Brustkrebs");
    CHECK(breast.rate.what == "der Kranken");
    CHECK(breast.rate.value == "70,5 %");
    CHECK(german.knowledge.site("spine")->name == "Wirbelsäule");
    CHECK(german.knowledge.article("spine")->title == "Wirbelsäule");
    CHECK(tells(german.gaps, "figures.toml", "'Usual type' is not translated"));
    CHECK_FALSE(tells(german.gaps, "figures.toml", "70.5"));
}

TEST_CASE("renamed bones are found by their German, English and Latin names") {
    Files files = bilingual();
    files["de/figures.toml"] = "\"Breast cancer\" = \"Brustkrebs\"\n";
    files["de/sites/spine.plain.md"] = "+++\nname = \"Wirbelsäule\"\nsummary = \"Sie.\"\n+++\n"
                                       "Der Rücken.\n";
    files["de/anatomy.toml"] = "[bones]\ntibia_left = \"Linkes Schienbein\"\n"
                               "[landmarks]\ngreater_trochanter = \"Großer Rollhügel\"\n";
    const Loaded german = load_german(files);
    anatomy::Registry bones = registry();
    anatomy::Surroundings organs = around();
    rename_anatomy(german.knowledge.names, bones, organs);
    CHECK(bones.bones[bones.find("tibia_left")].name == "Linkes Schienbein");
    CHECK(bones.bones[bones.find("tibia_right")].name == "Right tibia");
    const Search search(bones, german.knowledge);
    const auto first = [&](std::string_view query) {
        const SearchResult found = search.find(query, 3);
        return found.hits.empty() ? std::string() : found.hits.front().id;
    };
    CHECK(first("linkes schienbein") == "tibia_left");
    CHECK(first("left tibia") == "tibia_left");
    CHECK(first("tibia sinistra") == "tibia_left");
    CHECK(first("rollhugel").ends_with("#greater_trochanter"));
    CHECK(first("wirbelsaule") == "spine");
    CHECK(first("spine") == "spine");
    CHECK(first("Brustkrebs") == "breast");
    CHECK(first("breast cancer") == "breast");
}

TEST_CASE("a paragraph with a German figure needs its source, as in English") {
    Files files = bilingual();
    files["de/general/overview.plain.md"] = "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n"
                                            "+++\nNach 3 Wochen.\n";
    CHECK(tells(load_german(files).faults, "overview.plain.md", "a figure without its source"));
    files["de/general/overview.plain.md"] = "+++\ntitle = \"Überblick\"\nsummary = \"Alles.\"\n"
                                            "+++\nBei 1 von 8 Frauen.\n";
    CHECK(tells(load_german(files).faults, "overview.plain.md", "a figure without its source"));
}

TEST_CASE("a language that does not tell its name goes by that of its folder") {
    Files files = bilingual();
    files.erase("de/language.toml");
    files["de/general/overview.plain.md"] = "+++\ntitle = \"Überblick\"\n+++\nDavor.\n";
    const Loaded german = load_german(files);
    CHECK(tells(german.faults, "language.toml", "cannot be read"));
    REQUIRE(german.knowledge.languages.size() == 2);
    CHECK(german.knowledge.languages[0].name == "English");
    CHECK(german.knowledge.languages[1].name == "de");
}

TEST_CASE("the languages of a folder can be chosen, English first") {
    const ContentFolder folder(bilingual());
    const std::vector<LanguageName> languages = find_languages(folder.root());
    REQUIRE(languages.size() == 2);
    CHECK(languages[0].id == "en");
    CHECK(languages[1].id == "de");
    CHECK(languages[1].name == "Deutsch");
    CHECK(languages[1].english_name == "German");
}
