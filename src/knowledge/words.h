#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Words and sentences of a text in UTF-8.
namespace osteon::knowledge {

/// A word or sentence, and its offset in the text.
struct Stretch {
    std::string_view text;
    std::size_t offset = 0;
};

/// The words of a text: letters and digits, with apostrophes inside. Where `joined`, a hyphen
/// inside belongs to the word too: "X-ray" is one.
std::vector<Stretch> words_of(std::string_view text, bool joined = false);

/// The sentences of a text. One ends with a full stop, a question or exclamation mark before a
/// space that a small letter or a digit does not follow; so "2.5" and "approx. ten" go on.
std::vector<Stretch> sentences_of(std::string_view text);

} // namespace osteon::knowledge
