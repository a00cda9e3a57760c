#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace osteon::knowledge {

/// The words of a text, folded: "Third lumbar (L3)" gives "third", "lumbar", "l3".
std::vector<std::string> search_words(std::string_view text);

/// What was found among the names, and how well it fits: 1 is the very name.
struct NameMatch {
    std::size_t entry = 0;
    float fit = 0.0F;
};

/// What a search among the names finds.
struct NameMatches {
    std::vector<NameMatch> matches; ///< in the order of the entries
    std::string corrected;          ///< the query with near words put right; empty: as typed
};

/// The names of things, each thing with several. Finds them by whole words, by beginnings of words
/// in any order, and, where that finds nothing, by words that differ by a typing error or two.
class NameIndex {
public:
    /// Adds a name of `entry`; entries are numbered by the caller.
    void add(std::size_t entry, std::string_view name);
    NameMatches find(const std::vector<std::string>& query) const;

private:
    struct Name {
        std::size_t entry = 0;
        std::vector<std::size_t> words; ///< into words_
    };
    /// How well each known word fits a typed one: 1 the same, less for a longer one, 0 not.
    std::vector<float> fits(std::string_view typed) const;
    std::vector<float> near_fits(std::string_view typed, std::string& nearest) const;
    std::vector<NameMatch> match(const std::vector<std::vector<float>>& fits) const;

    std::vector<Name> names_;
    std::vector<std::string> words_; ///< each known word once
    std::unordered_map<std::string, std::size_t> word_by_text_;
};

} // namespace osteon::knowledge
