#include "knowledge/readability.h"
#include "knowledge/words.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace osteon::knowledge;

namespace {

using Counted = std::pair<const char*, int>;

std::string joined(const std::vector<Stretch>& parts) {
    std::string text;
    for (const Stretch& part : parts) {
        text += std::string(part.text) + "|";
    }
    return text;
}

ReadingCounts english(std::string_view text) {
    ReadingCounts counts;
    count_reading(text, english_syllables, counts);
    return counts;
}

ReadingCounts german(std::string_view text) {
    ReadingCounts counts;
    count_reading(text, german_syllables, counts);
    return counts;
}

} // namespace

TEST_CASE("words are told apart from signs, spaces and hyphens") {
    CHECK(joined(words_of("An X-ray – “isn’t it?” 5\u00A0% L3.")) == "An|X|ray|isn’t|it|5|L3|");
    CHECK(joined(words_of("An X-ray, well-known - yes", true)) == "An|X-ray|well-known|yes|");
    CHECK(joined(words_of("Übergröße… so")) == "Übergröße|so|");
    CHECK(words_of("– a").front().offset == 4);
    CHECK(words_of(" … ").empty());
}

TEST_CASE("sentences end at full stops that a new sentence follows") {
    CHECK(joined(sentences_of("It is 2.5 cm. Is it? Yes! Approx. ten")) ==
          "It is 2.5 cm.|Is it?|Yes!|Approx. ten|");
    CHECK(sentences_of("").empty());
}

TEST_CASE("English syllables are counted as spoken") {
    for (const auto& [word, count] :
         {Counted("bone", 1), {"bones", 1},          {"the", 1},        {"table", 2},
          {"muscles", 2},     {"cancer", 2},         {"needed", 2},     {"healed", 1},
          {"causes", 2},      {"treatment", 2},      {"movement", 2},   {"safely", 2},
          {"careful", 2},     {"radiotherapy", 6},   {"metastasis", 4}, {"vertebra", 3},
          {"vertebrae", 3},   {"usually", 4},        {"biopsy", 3},     {"region", 2},
          {"calcium", 3},     {"medicine", 3},       {"going", 2},      {"metabolism", 5},
          {"special", 2},     {"action", 2},         {"million", 2},    {"people", 2},
          {"doesn't", 2},     {"can't", 1},          {"X-ray", 2},      {"MRI", 3},
          {"something", 2},   {"bisphosphonate", 4}, {"question", 2},   {"yes", 1},
          {"nerves", 1},      {"changes", 2},        {"you", 1},        {"weakened", 2},
          {"5", 0},           {"diagnosis", 4},      {"area", 3},       {"spread", 1},
          {"hospital", 3},    {"patient", 2}}) {
        INFO(word);
        CHECK(english_syllables(word) == count);
    }
}

TEST_CASE("German syllables are counted as spoken") {
    for (const auto& [word, count] :
         {Counted("Knochen", 2), {"Wirbelsäule", 4},   {"Patient", 3}, {"Patientin", 4},
          {"Therapie", 3},       {"Chemotherapie", 5}, {"Familie", 4}, {"Arterien", 4},
          {"Region", 3},         {"Metastase", 4},     {"Bäume", 2},   {"Quelle", 2},
          {"Behandlung", 3},     {"Bein", 1},          {"aktuell", 3}, {"geeignet", 3},
          {"Museum", 3},         {"Schmerzen", 2},     {"CT", 2},      {"Ärztinnen", 3},
          {"Übelkeit", 3},       {"verdient", 2},      {"Yoga", 2},    {"12", 0},
          {"Osteoklasten", 5},   {"Blut", 1},          {"Radio", 3}}) {
        INFO(word);
        CHECK(german_syllables(word) == count);
    }
}

TEST_CASE("the Flesch-Kincaid grade is that of the formula") {
    // 2 sentences, 12 words, 12 syllables by hand: 0.39 * 6 + 11.8 * 1 - 15.59.
    const ReadingCounts counts = english("The cat sat on the mat. The dog ran in the sun.");
    CHECK(counts.sentences == 2);
    CHECK(counts.words == 12);
    CHECK(counts.syllables == 12);
    CHECK(flesch_kincaid_grade(counts) == doctest::Approx(-1.45));
    // The first sentence of the Gettysburg Address: 30 words, 48 syllables by hand.
    CHECK(flesch_kincaid_grade(
              english("Four score and seven years ago our fathers brought forth on this continent, "
                      "a new nation, conceived in liberty, and dedicated to the proposition that "
                      "all men are created equal.")) == doctest::Approx(14.99));
    CHECK(flesch_kincaid_grade({}) == 0.0);
}

TEST_CASE("the first Wiener Sachtextformel is that of the formula") {
    // 5 words in 1 sentence; one of 3 syllables and more than 6 letters, 3 of one syllable:
    // 0.1935 * 20 + 0.1672 * 5 + 0.1297 * 20 - 0.0327 * 60 - 0.875.
    const ReadingCounts counts = german("Der Arzt gibt eine Behandlung.");
    CHECK(counts.words == 5);
    CHECK(counts.polysyllables == 1);
    CHECK(counts.long_words == 1);
    CHECK(counts.monosyllables == 3);
    CHECK(wiener_sachtextformel(counts) == doctest::Approx(4.463));
    CHECK(wiener_sachtextformel({}) == 0.0);
}
