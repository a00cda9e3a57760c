#include "knowledge/search_words.h"

#include "base/text.h"
#include "knowledge/words.h"

#include <algorithm>
#include <optional>
#include <set>

namespace osteon::knowledge {
namespace {

constexpr std::size_t excerpt_words = 14;
constexpr std::size_t words_before = 4; ///< the first one found
constexpr std::string_view ellipsis = "…";

/// A folded word without what follows an apostrophe.
std::string without_ending(std::string folded) {
    for (const std::string_view apostrophe : {"'", "’", "‘"}) {
        folded.resize(std::min(folded.size(), folded.find(apostrophe)));
    }
    return folded;
}

/// The first of `excerpt_words` words that hold the most different words sought.
std::size_t best_start(const std::vector<FoldedWord>& words, const std::vector<bool>& found) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t start = 0; start < words.size(); ++start) {
        if (!found[start]) {
            continue;
        }
        std::set<std::string_view> different;
        const std::size_t stop = std::min(words.size(), start + excerpt_words - words_before);
        for (std::size_t at = start; at < stop; ++at) {
            if (found[at]) {
                different.insert(words[at].text);
            }
        }
        if (different.size() > most) {
            most = different.size();
            best = start;
        }
    }
    return best > words_before ? best - words_before : 0;
}

/// Where the sentence of the word `start` begins, if that is near; else `start`.
std::size_t sentence_start(std::string_view text, const std::vector<FoldedWord>& words,
                           std::size_t start) {
    for (std::size_t at = start; at > 0 && at + words_before > start; --at) {
        const std::string_view between =
            text.substr(words[at - 1].end, words[at].begin - words[at - 1].end);
        if (between.find_first_of(".?!\n") != std::string_view::npos) {
            return at;
        }
    }
    return start;
}

} // namespace

std::vector<FoldedWord> folded_words(std::string_view text) {
    std::vector<FoldedWord> words;
    for (const Stretch& word : words_of(text)) {
        std::string folded = without_ending(fold(word.text));
        if (!folded.empty()) {
            words.push_back({std::move(folded), word.offset, word.offset + word.text.size()});
        }
    }
    return words;
}

std::vector<std::string> search_words(std::string_view text) {
    std::vector<std::string> words;
    for (FoldedWord& word : folded_words(text)) {
        words.push_back(std::move(word.text));
    }
    return words;
}

bool SoughtWords::matches(std::string_view folded_word) const {
    const auto begins = [&](const std::string& each) { return folded_word.starts_with(each); };
    return std::ranges::any_of(beginnings, begins) ||
           std::ranges::find(whole, folded_word) != whole.end();
}

std::vector<TextRange> find_words(std::string_view text, const SoughtWords& sought) {
    std::vector<TextRange> ranges;
    if (sought.empty()) {
        return ranges;
    }
    for (const FoldedWord& word : folded_words(text)) {
        if (sought.matches(word.text)) {
            ranges.push_back({word.begin, word.end});
        }
    }
    return ranges;
}

Excerpt excerpt(std::string_view text, const SoughtWords& sought) {
    const std::vector<FoldedWord> words = folded_words(text);
    if (words.empty()) {
        return {};
    }
    std::vector<bool> found(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        found[i] = sought.matches(words[i].text);
    }
    const std::size_t first = sentence_start(text, words, best_start(words, found));
    const std::size_t last = std::min(words.size(), first + excerpt_words) - 1;
    Excerpt result;
    result.text = first > 0 ? std::string(ellipsis) : std::string();
    const std::size_t before = result.text.size();
    const std::size_t begin =
        first > 0 ? words[first].begin : std::min(text.find_first_not_of(" \n"), words[0].begin);
    const bool goes_on = last + 1 < words.size();
    const std::size_t end = goes_on ? words[last].end : text.size();
    result.text += text.substr(begin, end - begin);
    std::ranges::replace(result.text, '\n', ' ');
    while (result.text.ends_with(' ')) {
        result.text.pop_back();
    }
    for (std::size_t i = first; i <= last; ++i) {
        if (found[i]) {
            result.marks.push_back(
                {before + words[i].begin - begin, before + words[i].end - begin});
        }
    }
    result.text += goes_on ? ellipsis : std::string_view();
    return result;
}

} // namespace osteon::knowledge
