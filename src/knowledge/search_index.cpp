#include "knowledge/search_index.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <ranges>

namespace osteon::knowledge {
namespace {

// Words inside a text count less than any name that was typed in full.
constexpr float text_score = 0.6F;
constexpr float text_score_step = 0.005F; ///< from one rank to the next
constexpr float least_text_score = 0.2F;
constexpr std::size_t most_texts = 100;
constexpr float synonym_share = 0.92F; ///< of the score, where a synonym was found
constexpr std::size_t most_ways = 12;
constexpr std::size_t short_word = 3;   ///< letters; articles and prepositions hardly have more
constexpr std::size_t common_uses = 60; ///< of a short word, that make it one of those

/// The query with the `length` words from `at` on replaced.
Words replaced(const Words& words, std::size_t at, std::size_t length, const Words& by) {
    Words result(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at));
    result.insert(result.end(), by.begin(), by.end());
    result.insert(result.end(), words.begin() + static_cast<std::ptrdiff_t>(at + length),
                  words.end());
    return result;
}

/// Where the words of a phrase stand in a query; its size: nowhere.
std::size_t place_of(const Words& phrase, const Words& words) {
    return static_cast<std::size_t>(std::ranges::search(words, phrase).begin() - words.begin());
}

bool has_digit(const std::string& word) {
    return std::ranges::any_of(word, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::vector<Candidate> candidates_of(const std::map<std::size_t, Candidate>& found) {
    std::vector<Candidate> candidates;
    std::ranges::copy(found | std::views::values, std::back_inserter(candidates));
    return candidates;
}

} // namespace

std::vector<Words> SearchIndex::ways_of(const Words& words) const {
    std::vector<Words> ways{words};
    for (const std::vector<Words>& group : synonyms_) {
        for (const Words& phrase : group) {
            const std::size_t at = place_of(phrase, words);
            if (at == words.size()) {
                continue;
            }
            for (const Words& other : group) {
                if (other != phrase && ways.size() < most_ways) {
                    ways.push_back(replaced(words, at, phrase.size(), other));
                }
            }
        }
    }
    return ways;
}

Words SearchIndex::corrected(const Words& words) const {
    Words result = words;
    for (std::string& word : result) {
        if (!vocabulary_.knows(word)) {
            const std::string near = vocabulary_.nearest(word);
            word = near.empty() ? word : near;
        }
    }
    return result;
}

SoughtWords SearchIndex::sought(const std::vector<Words>& ways) const {
    SoughtWords sought;
    for (const Words& way : ways) {
        for (const std::string& word : way) {
            const bool brief = word.size() <= short_word && way.size() > 1 && !has_digit(word);
            if (brief && vocabulary_.uses(word) > common_uses) {
                continue;
            }
            if (std::ranges::find(sought.beginnings, word) != sought.beginnings.end()) {
                continue;
            }
            sought.beginnings.push_back(word);
            for (std::string& form : vocabulary_.other_forms(word)) {
                sought.whole.push_back(std::move(form));
            }
        }
    }
    return sought;
}

/// Does any of the words stand in the landmark's own names?
bool SearchIndex::is_about(std::size_t landmark, const SoughtWords& sought) const {
    return std::ranges::any_of(landmark_words_.at(landmark),
                               [&](const std::string& word) { return sought.matches(word); });
}

std::map<std::size_t, Candidate> SearchIndex::find_names(const std::vector<Words>& ways) const {
    std::map<std::size_t, Candidate> found;
    for (const Words& way : ways) {
        const float share = &way == &ways.front() ? 1.0F : synonym_share;
        const SoughtWords words = sought({way});
        for (const NameMatch& match : names_.find(way)) {
            const Hit& entry = entries_[match.entry];
            if (entry.kind == HitKind::landmark && !is_about(match.entry, words)) {
                continue;
            }
            Candidate& candidate = found.emplace(match.entry, Candidate{match.entry}).first->second;
            candidate.score = std::max(candidate.score, entry.score + share * match.fit);
        }
    }
    return found;
}

void SearchIndex::find_texts(const std::vector<Words>& ways, ReadingLevel level,
                             std::map<std::size_t, Candidate>& found) const {
    if (!texts_) {
        return;
    }
    std::vector<std::vector<SoughtWord>> sought;
    for (const Words& way : ways) {
        std::vector<SoughtWord>& words = sought.emplace_back();
        for (const std::string& word : way) {
            words.push_back({word, vocabulary_.other_forms(word)});
        }
    }
    const bool plain = level == ReadingLevel::plain;
    const std::vector<std::string> shelves =
        plain ? std::vector<std::string>{"plain", "both"} : std::vector<std::string>{};
    float score = text_score;
    for (const std::size_t number : texts_->find(sought, shelves, most_texts)) {
        const Row& row = rows_[number];
        Candidate& candidate = found.emplace(row.entry, Candidate{row.entry}).first->second;
        candidate.score = std::max(candidate.score, entries_[row.entry].score + score);
        // A section whose words both levels have is shown at the reader's own.
        if (candidate.row == Candidate::no_row || row.level == level) {
            const bool better =
                candidate.row == Candidate::no_row || rows_[candidate.row].level != level;
            candidate.row = better ? number : candidate.row;
        }
        score = std::max(least_text_score, score - text_score_step);
    }
}

std::vector<Candidate> SearchIndex::find(const std::vector<Words>& ways, ReadingLevel level) const {
    std::map<std::size_t, Candidate> found = find_names(ways);
    find_texts(ways, level, found);
    return candidates_of(found);
}

std::vector<Candidate> SearchIndex::find_any(const Words& words, ReadingLevel level) const {
    std::vector<Words> ways;
    for (const std::string& word : words) {
        if (word.size() > short_word) {
            ways.push_back({word});
        }
    }
    std::map<std::size_t, Candidate> found;
    find_texts(ways, level, found);
    return candidates_of(found);
}

Hit SearchIndex::hit_of(const Candidate& candidate, const SoughtWords& sought) const {
    Hit hit = entries_[candidate.entry];
    hit.score = candidate.score;
    if (candidate.row != Candidate::no_row) {
        const Row& row = rows_[candidate.row];
        Excerpt words = excerpt(row.text, sought);
        hit.level = row.level.value_or(hit.level);
        hit.title = row.title;
        if (hit.kind == HitKind::landmark) {
            hit.page = hit.subtitle; // which bone's
        }
        hit.subtitle = std::move(words.text);
        hit.marks = std::move(words.marks);
    }
    return hit;
}

} // namespace osteon::knowledge
