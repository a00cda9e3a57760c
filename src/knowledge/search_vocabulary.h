#pragma once

#include "knowledge/search_words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace osteon::knowledge {

/// All words of names and texts, folded, each once. Tells which of them a typed word may mean.
class Vocabulary {
public:
    /// Endings by which forms of one word differ: "fracture" and "fractures" by "s".
    explicit Vocabulary(std::vector<std::string> endings);

    /// The number of a word; numbers count from 0 in the order in which words are added.
    std::size_t add(std::string_view word);
    /// How often a word was added.
    std::size_t uses(std::string_view word) const;

    /// How well each word fits a typed one: 1 the same, less for one that it begins, less for
    /// another form of it, least for a compound that holds it, 0 not at all.
    std::vector<float> fits(std::string_view typed) const;

    /// Other forms of a typed word, and compounds that hold it: not what it begins.
    std::vector<std::string> other_forms(std::string_view typed) const;

    /// Whether any word fits.
    bool knows(std::string_view typed) const;

    /// The word that differs least by typing errors, words added early first; empty: none is near.
    std::string nearest(std::string_view typed) const;

private:
    float fit(std::string_view word, std::string_view typed) const;
    bool are_forms(std::string_view a, std::string_view b) const;
    bool is_ending(std::string_view rest) const;

    std::vector<std::string> endings_;
    std::vector<std::string> words_;
    std::vector<std::size_t> uses_;      ///< by the number of the word
    std::vector<std::uint32_t> letters_; ///< of each word, a bit for each letter that it has
    std::unordered_map<std::string, std::size_t> number_by_word_;
};

} // namespace osteon::knowledge
