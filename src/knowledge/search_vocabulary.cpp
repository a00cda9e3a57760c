#include "knowledge/search_vocabulary.h"

#include "base/text.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr float beginning_fit = 0.8F; ///< "fem" for "femur", before its share of the word
constexpr float form_fit = 0.75F;     ///< "fractures" for "fracture"
constexpr float compound_fit = 0.5F;  ///< "wirbel" for "lendenwirbel"

constexpr std::size_t shortest_stem = 4;      ///< that two forms share
constexpr std::size_t shortest_bare_stem = 3; ///< where it is one of the two: "rib" and "ribs"
constexpr std::size_t shortest_part = 4;      ///< of a compound
constexpr std::size_t most_other_forms = 60;

/// How many typing errors are forgiven in a word: none where it is too short to tell.
std::size_t forgiven_errors(std::size_t length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
}

/// A bit for each of a to z that a word has; other bytes share the last.
std::uint32_t letters_of(std::string_view word) {
    std::uint32_t letters = 0;
    for (const char c : word) {
        letters |= 1U << (c >= 'a' && c <= 'z' ? c - 'a' : 31);
    }
    return letters;
}

} // namespace

Vocabulary::Vocabulary(std::vector<std::string> endings)
    : endings_(std::move(endings)) {}

std::size_t Vocabulary::add(std::string_view word) {
    const auto [known, fresh] = number_by_word_.emplace(word, words_.size());
    if (fresh) {
        words_.emplace_back(word);
        uses_.push_back(0);
        letters_.push_back(letters_of(word));
    }
    ++uses_[known->second];
    return known->second;
}

std::size_t Vocabulary::uses(std::string_view word) const {
    const auto known = number_by_word_.find(std::string(word));
    return known == number_by_word_.end() ? 0 : uses_[known->second];
}

bool Vocabulary::is_ending(std::string_view rest) const {
    return rest.empty() || std::ranges::find(endings_, rest) != endings_.end();
}

bool Vocabulary::are_forms(std::string_view a, std::string_view b) const {
    const auto parted = std::ranges::mismatch(a, b);
    const auto shared = static_cast<std::size_t>(parted.in1 - a.begin());
    const bool bare = shared == a.size() || shared == b.size();
    return shared >= (bare ? shortest_bare_stem : shortest_stem) && is_ending(a.substr(shared)) &&
           is_ending(b.substr(shared));
}

float Vocabulary::fit(std::string_view word, std::string_view typed) const {
    if (word.starts_with(typed)) {
        const float share = static_cast<float>(typed.size()) / static_cast<float>(word.size());
        return word.size() == typed.size() ? 1.0F : beginning_fit + 0.1F * share;
    }
    if (are_forms(word, typed)) {
        return form_fit;
    }
    const bool inside = typed.size() >= shortest_part && word.find(typed) != std::string_view::npos;
    return inside ? compound_fit : 0.0F;
}

std::vector<float> Vocabulary::fits(std::string_view typed) const {
    std::vector<float> result(words_.size());
    std::ranges::transform(words_, result.begin(),
                           [&](const std::string& word) { return fit(word, typed); });
    return result;
}

std::vector<std::string> Vocabulary::other_forms(std::string_view typed) const {
    std::vector<std::string> forms;
    for (const std::string& word : words_) {
        if (!word.starts_with(typed) && fit(word, typed) > 0.0F) {
            forms.push_back(word);
        }
    }
    std::ranges::stable_sort(forms, {}, &std::string::size);
    forms.resize(std::min(forms.size(), most_other_forms));
    return forms;
}

bool Vocabulary::knows(std::string_view typed) const {
    return std::ranges::any_of(words_,
                               [&](const std::string& word) { return fit(word, typed) > 0.0F; });
}

std::string Vocabulary::nearest(std::string_view typed) const {
    const std::size_t allowed = forgiven_errors(typed.size());
    std::size_t best = allowed + 1;
    std::string_view found;
    const std::uint32_t letters = letters_of(typed);
    for (std::size_t number = 0; number < words_.size(); ++number) {
        const std::string& word = words_[number];
        // Each letter that the word lacks is an error of its own: most words need no closer look.
        const auto lacking = static_cast<std::size_t>(std::popcount(letters & ~letters_[number]));
        if (lacking >= best || word.size() + allowed < typed.size() || word.size() < 3) {
            continue;
        }
        // A word that is still being typed is compared with as much of the known one.
        const std::size_t begun =
            edit_distance(typed, std::string_view(word).substr(0, typed.size()));
        const bool long_enough = word.size() <= typed.size() + allowed;
        const std::size_t whole = long_enough ? edit_distance(typed, word) : begun + 1;
        const std::size_t errors = std::min(whole, begun + 1);
        if (errors < best) {
            best = errors;
            found = word;
        }
    }
    return std::string(found);
}

} // namespace osteon::knowledge
