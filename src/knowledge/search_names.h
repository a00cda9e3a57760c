#pragma once

#include "knowledge/search_vocabulary.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// What was found among the names, and how well it fits: 1 is the very name.
struct NameMatch {
    std::size_t entry = 0;
    float fit = 0.0F;
};

/// The names of things, each thing with several. Finds them by whole words, by beginnings of words
/// in any order, by other forms of words and by parts of compounds.
class NameIndex {
public:
    /// The vocabulary takes the words of the names; it must outlive the index.
    explicit NameIndex(Vocabulary& vocabulary);

    /// Adds a name of `entry`; entries are numbered by the caller.
    void add(std::size_t entry, std::string_view name);
    /// Things with names that have all the words, in the order of the entries.
    std::vector<NameMatch> find(const std::vector<std::string>& words) const;

private:
    struct Name {
        std::size_t entry = 0;
        std::vector<std::size_t> words; ///< of the vocabulary
    };

    Vocabulary* vocabulary_;
    std::vector<Name> names_;
};

} // namespace osteon::knowledge
