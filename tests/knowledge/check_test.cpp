#include "knowledge/fixture.h"

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

std::vector<ContentFault> faults_of(const Files& files) {
    const ContentFolder folder(files);
    auto faults = check_content(folder.root(), registry(), around());
    REQUIRE(faults);
    return std::move(*faults);
}

/// Puts `text` in place of a file of the sound content; the fault must be the only one there.
void check_spoilt(const std::string& file, const std::string& text, int line, int column,
                  std::string_view expected) {
    Files files = sound_content();
    files[file] = text;
    std::vector<ContentFault> faults = faults_of(files);
    std::erase_if(faults, [&](const ContentFault& fault) {
        return !fault.file.generic_string().ends_with("en/" + file);
    });
    INFO(text);
    INFO(in_words(faults));
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].line == line);
    CHECK(faults[0].column == column);
    CHECK(faults[0].expected.find(expected) != std::string::npos);
}

/// The same for a change within a file.
void check_replaced(const std::string& file, std::string_view from, std::string_view to, int line,
                    int column, std::string_view expected) {
    std::string text = sound_content()[file];
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    check_spoilt(file, text, line, column, expected);
}

/// The same for text at the end of the overview, whose body's line 9 it becomes.
void check_text(const std::string& text, int line, int column, std::string_view expected) {
    const std::string file = "general/overview.md";
    check_spoilt(file, sound_content()[file] + text, line, column, expected);
}

/// The same for text at the end of a primary, which line 32 begins.
void check_primary(const std::string& text, int line, int column, std::string_view expected) {
    const std::string file = "primaries/breast.toml";
    check_spoilt(file, sound_content()[file] + text, line, column, expected);
}

std::string figure_with(std::string_view from, std::string_view to) {
    std::string text(figure_toml);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("sound content has no fault") {
    CHECK(in_words(faults_of(sound_content())) == "");
    Files more = sound_content();
    more["primaries/breast.toml"] += figure_toml;
    more["general/overview.md"] +=
        "\nSee [it](bone:vertebra_l3), [it](bone:vertebra_l3#pedicle), [it](site:spine), "
        "[it](primary:breast), "
        "[it](article:overview#first) and [it](term:lytic).\n\nIn 5 % [@read2020].\n";
    CHECK(in_words(faults_of(more)) == "");
}

TEST_CASE("links that lead nowhere are told") {
    check_text("\nSee [it](bone:femur_middle).\n", 10, 5, "no bone 'femur_middle'");
    check_text("\nSee [it](bone:femur_right#moon).\n", 10, 5,
               "the bone 'femur_right' has no landmark 'moon'");
    check_text("\nSee [it](bone:moon#pedicle).\n", 10, 5, "no bone 'moon'");
    check_text("\nSee [it](site:moon).\n", 10, 5, "no site 'moon'");
    check_text("\nSee [it](primary:moon).\n", 10, 5, "no primary 'moon'");
    check_text("\nSee [it](article:moon).\n", 10, 5, "no article 'moon'");
    check_text("\nSee [it](article:spine#moon).\n", 10, 5, "no section 'moon'");
    check_text("\nSee [it](term:moon).\n", 10, 5, "no glossary term 'moon'");
    check_text("\nSo it is [@moon].\n", 10, 10, "no reference 'moon'");
    check_text("\nSee [it](http://moon).\n", 10, 5, "expected bone:");
}

TEST_CASE("a figure without a source is told") {
    check_text("\nIt is seen in 40 % of people.\n", 10, 15, "figure without its source");
    check_text("\nIt is seen in 40\u202F% of people.\n", 10, 15, "figure without its source");
    check_text("\nAbout 20–30 percent.\n", 10, 7, "figure without its source");
    check_text("\nAbout 1 in 8 women.\n", 10, 7, "figure without its source");
    check_text("\nAbout 12 of 107 women.\n", 10, 7, "figure without its source");
    check_text("\nThey lived 19 months.\n", 10, 12, "figure without its source");
    check_text("\n- one\n- in 5 % of them\n", 11, 6, "figure without its source");
    check_text("\n| a | b |\n|---|---|\n| x | 5 % |\n\nText.\n", 12, 7,
               "figure without its source");
    check_text("\n> [!note] Title\n> It is 5 %.\n", 11, 9, "figure without its source");
}

TEST_CASE("figures with a source, and numbers that are no figures, are not told") {
    for (const char* text :
         {"\nThe 206 bones, L3 and 2 femurs.\n", "\n| a |\n|---|\n| 5 % [@read2020] |\n",
          "\n| a |\n|---|\n| 5 % |\n\nFrom [@read2020].\n", "\n- in 5 % [@read2020]\n",
          "\nBy [@read2020]:\n\n- in 5 %\n- in 6 %\n"}) {
        Files files = sound_content();
        files["general/overview.md"] += text;
        INFO(text);
        CHECK(in_words(faults_of(files)) == "");
    }
}

TEST_CASE("what an article cannot show is told with its place in the file") {
    check_text("\n<p>no</p>\n", 10, 1, "HTML");
    check_text("\nText <b>x</b\n", 10, 6, "HTML");
    check_text("\n![no](no.png)\n", 10, 3, "images");
    check_text("\n# Title\n", 10, 3, "level 2 to 4");
    check_text("\n> a quote\n", 10, 3, "[!warning]");
    check_text("\n## Again {#first}\n", 10, 4, "'first' is there already");
}

TEST_CASE("front matter that is missing or malformed is told") {
    const std::string file = "general/overview.md";
    const std::string rest = "+++\n\nText.\n";
    Files files = sound_content();
    files[file] = "Text.\n";
    CHECK(in_words(faults_of(files)).find("overview.md:1:1: expected front matter") !=
          std::string::npos);
    check_spoilt(file, "+++\ntitle = \"A\"\nsummary = \"B\"\nauthor = \"C\"\n" + rest, 4, 1,
                 "unknown key 'author'");
    check_spoilt(file, "+++\ntitle = \"A\"\n" + rest, 2, 1, "'summary' of the front matter");
    check_spoilt(file, "+++\ntitle = \"A\"\nsummary = 5\n" + rest, 3, 11, "expected a text");
    check_spoilt(file, "+++\ntitle = \"A\"\nsummary = \"B\"\nreviewed = \"today\"\n" + rest, 4, 12,
                 "YYYY-MM-DD");
    check_spoilt(file, "+++\ntitle = \"A\"\nsummary = \"B\"\n+++\n", 5, 1, "the article is empty");
    files[file] = "+++\ntitle = = \"A\"\n" + rest;
    CHECK(in_words(faults_of(files)).find("overview.md:2:9: not valid TOML") != std::string::npos);
}

TEST_CASE("a missing level is told") {
    Files files = sound_content();
    files.erase("general/overview.plain.md");
    CHECK(in_words(faults_of(files)) ==
          "overview.md:1:1: the plain level is missing; expected general/overview.plain.md\n");
    files = sound_content();
    files["general/alone.plain.md"] = "Text.\n";
    CHECK(in_words(faults_of(files)) ==
          "alone.plain.md:1:1: there is no clinical level to this text; expected alone.md beside "
          "it\n");
}

TEST_CASE("faults of a site are told") {
    const std::string file = "sites/spine.md";
    check_replaced(file, "\"sacrum\"]", "\"sacrm\"]", 4, 24, "no bone is named 'sacrm'");
    check_replaced(file, "anchor_bone = \"vertebra_l2\"", "anchor_bone = \"femur_left\"", 5, 15,
                   "none of the site's bones");
    check_replaced(file, "1.0]", "1.5]", 6, 10, "3 numbers from 0 to 1");
    check_replaced(file, "yaw = 20.0", "yaw = 200.0", 7, 7, "a number from -180 to 180");
    check_replaced(file, "order = 1", "region = \"moon\"\norder = 1", 9, 10, "no region of spread");
}

TEST_CASE("faults of a primary are told") {
    const std::string file = "primaries/breast.toml";
    check_primary(figure_with("\"ribs\"", "\"moon\""), 33, 10, "no region of spread");
    check_primary(figure_with("29.0", "129.0"), 34, 11, "a number from 0 to 100");
    check_primary(figure_with("\"patients\"", "\"people\""), 35, 9, "one of patients, lesions");
    check_primary(figure_with("[\"read2020\"]", "[]"), 37, 11, "a list of texts");
    check_primary(figure_with("[\"read2020\"]", "[\"moon\"]"), 37, 12, "no reference 'moon'");
    check_primary(figure_with("percent = 29.0\n", ""), 32, 1, "'percent' of the figure is missing");
    check_primary(std::string(figure_toml) + std::string(figure_toml), 42, 13,
                  "two preferred figures");
    check_primary(figure_with("29.0", "29.0\nmin = 30.0"), 34, 11, "outside its own range");
    check_replaced(file, "skull = 2", "skull = 5", 17, 9, "a number from 0 to 4");
    check_replaced(file, "skull = 2", "skull = 1.5", 17, 9, "a whole number");
    check_replaced(file, "skull = 2\n", "", 16, 1, "'skull' of [heat] is missing");
    check_replaced(file, "name = \"Breast cancer\"",
                   "name = \"Breast cancer\"\nnotes = \"In 5 %.\"", 2, 4,
                   "figure without its source");
}

TEST_CASE("a group is counted in one basis") {
    const std::string group = "[[group]]\nname = \"Spine\"\nregions = [\"sacrum\"]\npercent = 5\n"
                              "basis = \"patients\"\nsources = [\"read2020\"]\n";
    std::string other = group;
    other.replace(other.find("patients"), 8, "lesions");
    check_primary(group + other, 42, 9, "expected the same basis");
}

TEST_CASE("a route that speaks of what is not there is told with its place") {
    const auto route = [](std::string_view step) {
        return "[[route]]\nid = \"caval\"\nname = \"Caval\"\nwhy = \"By veins.\"\n"
               "sources = [\"read2020\"]\n[[route.step]]\ntext = \"Up.\"\n" +
               std::string(step) + "\n";
    };
    const auto check_step = [&](std::string_view step, int column, std::string_view expected) {
        check_primary(route(step), 39, column, expected);
    };
    check_step("vessels = [\"azygos_vein\", \"moon\"]", 27, "there is no vessel 'moon'");
    check_step("organs = [\"moon\"]", 11, "there is no organ 'moon'");
    check_step("sites = [\"moon\"]", 10, "there is no site 'moon'");
    check_step("beside = [\"moon\"]", 11, "there is no site 'moon'");
    check_step("bones = [\"sacrum\"]", 1, "bones");
    check_primary(route("upstream = true\nvessels = [\"inferior_vena_cava\"]"), 40, 12,
                  "nothing goes upstream in 'inferior_vena_cava'");
    std::string text = sound_content()["primaries/breast.toml"];
    check_spoilt("primaries/breast.toml", "organs = [\"moon\"]\n" + text, 1, 11,
                 "there is no organ 'moon'");
}

TEST_CASE("faults of the glossary, the references and the library are told") {
    const Files sound = sound_content();
    const std::string terms = sound.at("glossary.toml");
    const std::string references = sound.at("references.toml");
    check_spoilt("glossary.toml", terms + terms, 7, 6, "'lytic' is there already");
    check_spoilt("references.toml", references + references, 7, 7, "'read2020' is there already");
    check_spoilt("references.toml",
                 references + "[[reference]]\nkey = \"idle\"\ntext = \"T\"\nshort = \"S\"\n"
                              "retrieved = false\n",
                 7, 7, "'idle' is cited nowhere");
    check_replaced("glossary.toml", "clinical = \"Resorbed.\"\n", "", 1, 1, "'clinical'");
    check_replaced("library.toml", "[\"overview\"]", "[\"overview\", \"moon\"]", 1, 24,
                   "no article 'moon'");
    check_replaced("library.toml", "[\"overview\"]", "[\"overview\", \"overview\"]", 1, 24,
                   "listed twice");
    Files files = sound;
    files.erase("glossary.toml");
    CHECK(in_words(faults_of(files)).find("glossary.toml:1:1: the file cannot be read") == 0);
    files = sound;
    files["library.toml"] =
        "general = []\nsites = [\"spine\", \"body\"]\nprimaries = [\"breast\"]\n";
    CHECK(in_words(faults_of(files)).find("not in the reading order") != std::string::npos);
}

TEST_CASE("files that are no text, or do not belong, are told") {
    Files files = sound_content();
    files["general/overview.plain.md"] = "Plain.\nNo t\xFFxt.\n";
    CHECK(in_words(faults_of(files)).find("overview.plain.md:2:5: a byte that is no text") !=
          std::string::npos);
    files = sound_content();
    files["general/notes.docx"] = "x";
    CHECK(in_words(faults_of(files)).find("notes.docx:1:1: this does not belong here") == 0);
    files = sound_content();
    files["general/spine.md"] = files["general/overview.md"];
    files["general/spine.plain.md"] = "Text.\n";
    CHECK(in_words(faults_of(files)).find("the id 'spine' is taken") != std::string::npos);
}

TEST_CASE("one faulty file leaves the rest usable") {
    Files files = sound_content();
    files["primaries/breast.toml"] = "name = \n";
    files["general/overview.md"] += "\n<p>no</p>\n\nLast words.\n";
    const ContentFolder folder(files);
    const auto knowledge = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(knowledge);
    CHECK(knowledge->primaries.empty());
    CHECK(knowledge->site("spine") != nullptr);
    CHECK(knowledge->references.size() == 1);
    REQUIRE(knowledge->article("overview") != nullptr);
    CHECK(plain_text(knowledge->article("overview")->clinical).find("Last words.") !=
          std::string::npos);
}

TEST_CASE("a part without a text of its own shows the article of its parent") {
    Files files = sound_content();
    files["sites/lumbar_spine.md"] = "+++\nname = \"Lumbar spine\"\nsummary = \"Low.\"\n"
                                     "parent = \"spine\"\nregion = \"lumbar_spine\"\n"
                                     "bones = [\"vertebra_l*\"]\nanchor_bone = \"vertebra_l3\"\n"
                                     "anchor = [0, 0, 1]\nyaw = 0\npitch = 0\norder = 1\n+++\n";
    const ContentFolder folder(files);
    const auto knowledge = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(knowledge);
    CHECK(in_words(knowledge->faults) == "");
    REQUIRE(knowledge->site("lumbar_spine") != nullptr);
    CHECK(knowledge->site("lumbar_spine")->article == "spine");
    CHECK(knowledge->site("lumbar_spine")->bones.size() == 5);
    CHECK(knowledge->parts("spine").size() == 1);
}

TEST_CASE("a reference mark shows the short text of its source once loaded") {
    Files files = sound_content();
    files["general/overview.md"] += "\nSo it is [@read2020].\n";
    const ContentFolder folder(files);
    const auto knowledge = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(knowledge);
    const Block& last = knowledge->article("overview")->clinical.blocks.back();
    REQUIRE(last.spans.size() == 3);
    CHECK(last.spans[1].text == "Reader 2020");
    CHECK(last.spans[1].target == "read2020");
}

TEST_CASE("a content folder without a language is an error") {
    const ContentFolder folder({});
    CHECK_FALSE(check_content(folder.root(), registry(), around()));
    CHECK_FALSE(check_content(folder.root() / "missing", registry(), around()));
}
