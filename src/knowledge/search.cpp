#include "knowledge/search.h"

#include "knowledge/search_index.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

namespace osteon::knowledge {
namespace {

// More of one kind leave no room for the others: a landmark of a vertebra stands on 24 bones.
constexpr std::size_t most_pieces = 16; ///< bones, and landmarks
constexpr std::size_t most_others = 12; ///< of any other kind
constexpr std::size_t kinds = static_cast<std::size_t>(HitKind::reference) + 1;

/// The best candidates first, no more of each kind than there is room for.
void keep_best(std::vector<Candidate>& candidates, const SearchIndex& index, std::size_t limit) {
    std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
    std::array<std::size_t, kinds> counts{};
    std::erase_if(candidates, [&](const Candidate& candidate) {
        const HitKind kind = index.kind_of(candidate);
        const bool piece = kind == HitKind::bone || kind == HitKind::landmark;
        return ++counts[static_cast<std::size_t>(kind)] > (piece ? most_pieces : most_others);
    });
    candidates.resize(std::min(candidates.size(), limit));
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : " ") + word;
    }
    return text;
}

} // namespace

Search::Search(const anatomy::Registry& registry, const Knowledge& knowledge)
    : registry_(&registry)
    , knowledge_(&knowledge) {}
Search::~Search() = default;

const SearchIndex& Search::index() const {
    std::call_once(built_,
                   [this] { index_ = std::make_unique<SearchIndex>(*registry_, *knowledge_); });
    return *index_;
}

void Search::prepare() const {
    std::call_once(prepared_, [this] { preparing_ = std::jthread([this] { (void)index(); }); });
}

SearchResult Search::find(std::string_view query, std::size_t limit, ReadingLevel level) const {
    SearchResult result;
    const Words words = search_words(query);
    if (words.empty()) {
        return result;
    }
    const SearchIndex& index = this->index();
    std::vector<Words> ways = index.ways_of(words);
    std::vector<Candidate> found = index.find(ways, level);
    if (found.empty()) {
        const Words corrected = index.corrected(words);
        ways = index.ways_of(corrected);
        found = corrected == words ? found : index.find(ways, level);
        found = found.empty() ? index.find_any(corrected, level) : found;
        result.did_you_mean = found.empty() || corrected == words ? "" : joined(corrected);
    }
    keep_best(found, index, limit);
    result.words = index.sought(ways);
    std::ranges::transform(found, std::back_inserter(result.hits), [&](const Candidate& candidate) {
        return index.hit_of(candidate, result.words);
    });
    return result;
}

} // namespace osteon::knowledge
