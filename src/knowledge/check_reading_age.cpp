#include "knowledge/check.h"
#include "knowledge/readability.h"
#include "knowledge/words.h"

#include <array>
#include <iomanip>
#include <map>
#include <sstream>

namespace osteon::knowledge {
namespace {

/// How a language's reading age is measured, and how high it may be: about twelve years.
struct ReadingScale {
    std::string_view language;
    std::string_view formula;
    int (*syllables)(std::string_view);
    double (*grade)(const ReadingCounts&);
    double highest;
};

constexpr std::array<ReadingScale, 2> scales = {
    {{"en", "Flesch–Kincaid grade", english_syllables, flesch_kincaid_grade, 7.0},
     {"de", "Wiener Sachtextformel", german_syllables, wiener_sachtextformel, 7.5}}};

/// A plain text: its counts, and the place of its hardest sentence.
struct PlainText {
    ReadingCounts counts;
    double hardest_grade = 0.0;
    const Passage* passage = nullptr;
    std::size_t offset = 0;
};

/// Whether a passage belongs to the running text for patients.
bool is_plain_prose(const Passage& passage) {
    const bool prose =
        passage.kind == PassageKind::paragraph || passage.kind == PassageKind::list_item;
    return (is_plain_level(passage) && prose) ||
           (passage.key == "plain" && passage.file.filename() == "glossary.toml") ||
           passage.file.filename() == "bedside.toml";
}

void add(const Passage& passage, const ReadingScale& scale, PlainText& text) {
    count_reading(passage.text, scale.syllables, text.counts);
    for (const Stretch& sentence : sentences_of(passage.text)) {
        ReadingCounts counts;
        count_reading(sentence.text, scale.syllables, counts);
        const double grade = scale.grade(counts);
        if (text.passage == nullptr || grade > text.hardest_grade) {
            text = {text.counts, grade, &passage, sentence.offset};
        }
    }
}

} // namespace

void check_reading_age(const CheckedContent& content, Faults& faults) {
    for (const ReadingScale& scale : scales) {
        if (scale.language != content.knowledge.language.id) {
            continue;
        }
        std::map<std::filesystem::path, PlainText> texts;
        for (const Passage& passage : content.findings.passages) {
            if (is_plain_prose(passage)) {
                add(passage, scale, texts[passage.file]);
            }
        }
        for (const auto& [file, text] : texts) {
            const double grade = scale.grade(text.counts);
            if (grade > scale.highest) {
                std::ostringstream told;
                told << std::fixed << std::setprecision(1)
                     << "the plain text is too hard to read: " << scale.formula << " " << grade
                     << "; expected at most " << scale.highest
                     << ", by shorter sentences and words. The hardest sentence begins here";
                add_fault(*text.passage, text.offset, told.str(), faults);
            }
        }
    }
}

} // namespace osteon::knowledge
