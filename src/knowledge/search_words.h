#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Words as search compares them, and where a text has those that were sought.
namespace osteon::knowledge {

/// A word of a text, folded (base/text.h), and the bytes of the text that it was.
struct FoldedWord {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The words of a text, folded; what follows an apostrophe is left out ("Ewing's" gives "ewing").
std::vector<FoldedWord> folded_words(std::string_view text);

/// The same without their places: "Third lumbar (L3)" gives "third", "lumbar", "l3".
std::vector<std::string> search_words(std::string_view text);

/// The words that a search takes for found.
struct SoughtWords {
    std::vector<std::string> beginnings; ///< words that begin so, as typed
    std::vector<std::string> whole;      ///< other forms, compounds and synonyms, each a whole word

    bool empty() const { return beginnings.empty() && whole.empty(); }
    bool matches(std::string_view folded_word) const;
    bool operator==(const SoughtWords&) const = default;
};

/// Bytes of a text, from `begin` to before `end`.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextRange&) const = default;
};

/// Where a text has the words, in its order.
std::vector<TextRange> find_words(std::string_view text, const SoughtWords& sought);

/// Some words of a text, and which of them were sought.
struct Excerpt {
    std::string text; ///< on one line; begins and ends with "…" where the text goes on
    std::vector<TextRange> marks;
};

/// The part of a text that holds the most different words sought; its beginning where it has none.
Excerpt excerpt(std::string_view text, const SoughtWords& sought);

} // namespace osteon::knowledge
