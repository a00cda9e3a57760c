#include "knowledge/check.h"
#include "knowledge/fixture.h"
#include "knowledge/load.h"
#include "knowledge/search.h"
#include "knowledge/search_vocabulary.h"
#include "knowledge/sections.h"

#include <algorithm>

using namespace osteon;
using namespace osteon::knowledge;
using namespace osteon::knowledge::test;

namespace {

/// What loading and checking say of a synonyms.toml beside the sound content.
std::string synonyms_told(const std::string& text) {
    Files files = sound_content();
    files["synonyms.toml"] = text;
    const ContentFolder folder(files);
    const auto faults = check_content(folder.root(), registry(), around());
    REQUIRE(faults);
    return in_words(*faults);
}

struct German {
    anatomy::Registry bones = registry();
    Knowledge knowledge;
};

const Search& german_search() {
    static const German german = [] {
        German loaded;
        auto knowledge = load_knowledge(std::filesystem::path(OSTEON_SOURCE_DIR) / "content", "de",
                                        loaded.bones, around());
        REQUIRE(knowledge);
        loaded.knowledge = std::move(*knowledge);
        anatomy::Surroundings organs = around();
        rename_anatomy(loaded.knowledge.names, loaded.bones, organs);
        return loaded;
    }();
    static const Search built(german.bones, german.knowledge);
    return built;
}

bool finds_german(std::string_view query, std::string_view id, std::size_t count) {
    const std::vector<Hit> hits = german_search().find(query, count).hits;
    return std::ranges::find(hits, id, &Hit::id) != hits.end();
}

} // namespace

TEST_CASE("words are folded, without what follows an apostrophe, and know their place") {
    const auto words = folded_words("Ewing’s Größe (L3)");
    REQUIRE(words.size() == 3);
    CHECK(words[0].text == "ewing");
    CHECK(words[1].text == "grosse");
    CHECK(words[2].text == "l3");
    CHECK(words[2].begin == std::string_view("Ewing’s Größe (").size());
}

TEST_CASE("an excerpt holds the words sought, on one line, and marks them") {
    std::string text = "First words that nobody seeks stand here.\n";
    for (int i = 0; i < 40; ++i) {
        text += "Filling goes on. ";
    }
    text += "The marrow is red.\nMore filling after it, and more, and more, and still more.";
    const Excerpt found = excerpt(text, {{"marr"}, {"red"}});
    CHECK(found.text.starts_with("…"));
    CHECK(found.text.find('\n') == std::string::npos);
    REQUIRE(found.marks.size() == 2);
    const auto marked = [&](const TextRange& mark) {
        return found.text.substr(mark.begin, mark.end - mark.begin);
    };
    CHECK(marked(found.marks[0]) == "marrow");
    CHECK(marked(found.marks[1]) == "red");
    CHECK(excerpt("", {{"a"}, {}}).text.empty());
    CHECK(excerpt("Short.", {}).text == "Short.");
}

TEST_CASE("a typed word fits itself, what it begins, other forms and compounds, in this order") {
    Vocabulary words({"s", "es"});
    for (const char* word : {"wirbel", "wirbels", "lendenwirbel", "bone", "fracture"}) {
        words.add(word);
    }
    const std::vector<float> fits = words.fits("wirbel");
    CHECK(fits[0] == 1.0F);
    CHECK(fits[0] > fits[1]);
    CHECK(fits[1] > fits[2]);
    CHECK(fits[2] > 0.0F);
    CHECK(fits[3] == 0.0F);
    CHECK(words.fits("fractures")[4] > 0.0F);
    CHECK(words.other_forms("fractures") == std::vector<std::string>{"fracture"});
    CHECK(words.fits("ne")[3] == 0.0F); // too short for a part of a compound
}

TEST_CASE("the nearest word forgives one error in a short word and two in a longer one") {
    Vocabulary words({});
    words.add("femur");
    words.add("scapula");
    CHECK(words.nearest("femr") == "femur");
    CHECK(words.nearest("scapulla") == "scapula");
    CHECK(words.nearest("sacpual") == "scapula");
    CHECK(words.nearest("fxmxr").empty());
    CHECK(words.nearest("xy").empty());
}

TEST_CASE("sections part at headings, and closed folds show only their titles") {
    const auto document = parse_document(
        "Before.\n\n## One {#one}\n\nText.\n\n> [!folded] Title\n> Hidden.\n", "a.md", 1);
    REQUIRE(document);
    const auto open = sections_of(*document, Folds::opened);
    REQUIRE(open.size() == 2);
    CHECK(open[0].anchor.empty());
    CHECK(open[1].anchor == "one");
    CHECK(open[1].title == "One");
    CHECK(open[1].text.find("Hidden") != std::string::npos);
    const auto closed = sections_of(*document, Folds::closed);
    CHECK(closed[1].text.find("Title") != std::string::npos);
    CHECK(closed[1].text.find("Hidden") == std::string::npos);
}

TEST_CASE("synonyms that are sound are not told") {
    CHECK(synonyms_told("endings = [\"s\"]\n[[synonym]]\nwords = [\"backbone\", \"Spine\"]\n") ==
          "");
}

TEST_CASE("what is wrong in the synonyms is told with its line") {
    const std::string head = "endings = [\"s\"]\n[[synonym]]\n";
    const auto tells = [&](const std::string& text, std::string_view words) {
        const std::string told = synonyms_told(text);
        INFO(told);
        return told.find(words) != std::string::npos;
    };
    CHECK(tells(head + "words = [\"spine\"]\n", "at least two words"));
    CHECK(tells(head + "words = [\"spine\", \"--\"]\n", "a word that can be typed"));
    CHECK(tells(head + "words = [\"spine\", \"Spine\"]\n", "there already"));
    CHECK(tells(head + "words = [\"xqzv\", \"kjwv\"]\n", "none of these words"));
    CHECK(tells(head + "words = [\"spine\", \"back\"]\nextra = 1\n", "extra"));
    CHECK(tells("endings = [\"Ü\"]\n", "an ending of one to four letters"));
    CHECK(tells("endings = 3\n", "endings"));
}

TEST_CASE("German compounds, forms and everyday words are found") {
    CHECK(finds_german("Wirbel", "lumbar_spine", 40));
    CHECK(finds_german("lendenwirbel", "vertebra_l3", 40));
    CHECK(finds_german("Rückgrat", "spine", 1));
    CHECK(finds_german("ruckgrat", "spine", 1));
    CHECK(finds_german("Brustkrebs", "breast", 1));
    CHECK(finds_german("Mammakarzinom", "breast", 2));
    CHECK(finds_german("Oberschenkelknochn", "femur", 3));
    CHECK(finds_german("backbone", "spine", 3));
    const std::vector<Hit> pain = german_search().find("Schmerzen", 60, ReadingLevel::plain).hits;
    CHECK(std::ranges::any_of(
        pain, [](const Hit& hit) { return hit.kind == HitKind::article && !hit.marks.empty(); }));
}

TEST_CASE("a search that was prepared in the background finds the same") {
    const ContentFolder folder(sound_content());
    const auto knowledge = load_knowledge(folder.root(), "en", registry(), around());
    REQUIRE(knowledge);
    const Search search(registry(), *knowledge);
    search.prepare();
    search.prepare();
    CHECK(search.find("breast cancer").hits.front().id == "breast");
}
