#include "knowledge/readability.h"

#include "knowledge/text_position.h"
#include "knowledge/words.h"

#include <algorithm>

namespace osteon::knowledge {

int spelled_letters(std::string_view word) {
    const bool capitals =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals && word.size() > 1 ? static_cast<int>(word.size()) : 0;
}

void count_reading(std::string_view text, int (*syllables)(std::string_view),
                   ReadingCounts& counts) {
    for (const Stretch& sentence : sentences_of(text)) {
        const int before = counts.words;
        for (const Stretch& word : words_of(sentence.text, true)) {
            const int count = syllables(word.text);
            if (count == 0) {
                continue;
            }
            ++counts.words;
            counts.syllables += count;
            counts.monosyllables += count == 1 ? 1 : 0;
            counts.polysyllables += count >= 3 ? 1 : 0;
            counts.long_words += count_characters(word.text) > 6 ? 1 : 0;
        }
        counts.sentences += counts.words > before ? 1 : 0;
    }
}

double flesch_kincaid_grade(const ReadingCounts& counts) {
    if (counts.words == 0) {
        return 0.0;
    }
    const double words = counts.words;
    return 0.39 * words / counts.sentences + 11.8 * counts.syllables / words - 15.59;
}

double wiener_sachtextformel(const ReadingCounts& counts) {
    if (counts.words == 0) {
        return 0.0;
    }
    const double words = counts.words;
    return 19.35 * counts.polysyllables / words + 0.1672 * words / counts.sentences +
           12.97 * counts.long_words / words - 3.27 * counts.monosyllables / words - 0.875;
}

} // namespace osteon::knowledge
