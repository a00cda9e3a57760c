#include "knowledge/search_names.h"

#include "base/text.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace osteon::knowledge {
namespace {

constexpr float beginning_fit = 0.8F;    ///< "fem" for "femur", before its share of the word
constexpr float near_fit = 0.5F;         ///< "femr" for "femur"
constexpr float scattered_fit = 0.85F;   ///< the words are spread over several names of one thing
constexpr float whole_name_share = 0.2F; ///< of the fit hangs on how much of the name was typed

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// How many typing errors are forgiven in a word: none where it is too short to tell.
std::size_t forgiven_errors(std::size_t length) {
    return length < 3 ? 0 : length < 6 ? 1 : 2;
}

} // namespace

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(text) + ' ') {
        if (is_word_character(c)) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    return words;
}

void NameIndex::add(std::size_t entry, std::string_view name) {
    Name added{entry, {}};
    for (std::string& word : search_words(name)) {
        const auto [known, fresh] = word_by_text_.emplace(word, words_.size());
        if (fresh) {
            words_.push_back(std::move(word));
        }
        added.words.push_back(known->second);
    }
    if (!added.words.empty()) {
        names_.push_back(std::move(added));
    }
}

std::vector<float> NameIndex::fits(std::string_view typed) const {
    std::vector<float> result(words_.size(), 0.0F);
    for (std::size_t index = 0; index < words_.size(); ++index) {
        const std::string& word = words_[index];
        if (word == typed) {
            result[index] = 1.0F;
        } else if (word.starts_with(typed)) {
            result[index] = beginning_fit + 0.1F * static_cast<float>(typed.size()) /
                                                static_cast<float>(word.size());
        }
    }
    return result;
}

std::vector<float> NameIndex::near_fits(std::string_view typed, std::string& nearest) const {
    std::vector<float> result(words_.size(), 0.0F);
    const std::size_t allowed = forgiven_errors(typed.size());
    std::size_t best = allowed + 1;
    for (std::size_t index = 0; index < words_.size(); ++index) {
        const std::string& word = words_[index];
        if (word.size() + allowed < typed.size() || word.size() < 3) {
            continue;
        }
        const std::size_t whole = edit_distance(typed, word);
        // A word that is still being typed is compared with as much of the known one.
        const std::size_t begun = edit_distance(typed, word.substr(0, typed.size()));
        const std::size_t errors = std::min(whole, begun + 1);
        if (errors <= allowed) {
            result[index] = near_fit / static_cast<float>(1 + errors);
        }
        if (errors < best) {
            best = errors;
            nearest = word;
        }
    }
    return result;
}

std::vector<NameMatch> NameIndex::match(const std::vector<std::vector<float>>& fits) const {
    struct Best {
        float name = 0.0F;        ///< the best single name
        std::vector<float> words; ///< the best fit of each typed word over all names
    };
    std::map<std::size_t, Best> best;
    for (const Name& name : names_) {
        Best& entry = best[name.entry];
        entry.words.resize(fits.size(), 0.0F);
        float sum = 0.0F;
        bool all = true;
        for (std::size_t typed = 0; typed < fits.size(); ++typed) {
            float fit = 0.0F;
            for (const std::size_t word : name.words) {
                fit = std::max(fit, fits[typed][word]);
            }
            entry.words[typed] = std::max(entry.words[typed], fit);
            all = all && fit > 0.0F;
            sum += fit;
        }
        if (all) {
            const float typed_count = static_cast<float>(fits.size());
            const float share = std::min(1.0F, typed_count / static_cast<float>(name.words.size()));
            entry.name = std::max(entry.name,
                                  sum / typed_count * (1.0F - whole_name_share * (1.0F - share)));
        }
    }
    std::vector<NameMatch> matches;
    for (const auto& [entry, found] : best) {
        float fit = found.name;
        if (fit == 0.0F &&
            std::find(found.words.begin(), found.words.end(), 0.0F) == found.words.end()) {
            const float sum = std::accumulate(found.words.begin(), found.words.end(), 0.0F);
            fit = scattered_fit * (1.0F - whole_name_share) * sum / static_cast<float>(fits.size());
        }
        if (fit > 0.0F) {
            matches.push_back({entry, fit});
        }
    }
    return matches;
}

NameMatches NameIndex::find(const std::vector<std::string>& query) const {
    if (query.empty()) {
        return {};
    }
    std::vector<std::vector<float>> fit;
    std::vector<std::size_t> unknown;
    for (const std::string& typed : query) {
        fit.push_back(fits(typed));
        if (std::all_of(fit.back().begin(), fit.back().end(),
                        [](float value) { return value == 0.0F; })) {
            unknown.push_back(fit.size() - 1);
        }
    }
    NameMatches found{match(fit), {}};
    if (!found.matches.empty() || unknown.empty()) {
        return found;
    }
    std::vector<std::string> corrected = query;
    for (const std::size_t index : unknown) {
        fit[index] = near_fits(query[index], corrected[index]);
    }
    found.matches = match(fit);
    if (!found.matches.empty()) {
        for (const std::string& word : corrected) {
            found.corrected += (found.corrected.empty() ? "" : " ") + word;
        }
    }
    return found;
}

} // namespace osteon::knowledge
