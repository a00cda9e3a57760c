#pragma once

#include <string_view>

/// How hard a text is to read, by published formulas.
namespace osteon::knowledge {

/// Counts of a text that the formulas are made of.
struct ReadingCounts {
    int sentences = 0;
    int words = 0; ///< numbers left out, as Flesch advises
    int syllables = 0;
    int monosyllables = 0;
    int polysyllables = 0; ///< words of three syllables and more
    int long_words = 0;    ///< of more than six letters
};

/// The letters of a word of two capitals and more, which is read letter by letter ("MRI"); 0 for
/// any other.
int spelled_letters(std::string_view word);

/// Syllables of an English word by its vowels, silent and separate ones told apart by rules. A word
/// of capitals is read letter by letter. 0 for what has no letter.
int english_syllables(std::string_view word);

/// The same of a German word.
int german_syllables(std::string_view word);

/// Adds the counts of a text, whose end is the end of a sentence.
void count_reading(std::string_view text, int (*syllables)(std::string_view),
                   ReadingCounts& counts);

/// The grade of a US school that reads the text with ease; grade 7 is an age of twelve. Kincaid JP,
/// Fishburne RP, Rogers RL, Chissom BS. Derivation of new readability formulas for Navy enlisted
/// personnel. Research Branch Report 8-75, 1975. 0 for a text without words.
double flesch_kincaid_grade(const ReadingCounts& counts);

/// The school year that a German text is fit for, the first Wiener Sachtextformel. Bamberger R,
/// Vanecek E. Lesen – Verstehen – Lernen – Schreiben. Vienna 1984. 0 for a text without words.
double wiener_sachtextformel(const ReadingCounts& counts);

} // namespace osteon::knowledge
