#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"
#include "knowledge/search_words.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace osteon::knowledge {

enum class HitKind { site, primary, bone, landmark, region, article, term, reference };

struct Hit {
    HitKind kind = HitKind::bone;
    /// Of a landmark: its link, "femur_right#greater_trochanter"; of an article, of its section
    /// where that is not its beginning: "symptoms#pain".
    std::string id;
    std::string title;
    std::string subtitle;           ///< Latin name, FMA id, or the words found in a text
    float score = 0.0F;             ///< higher is better
    std::string page{};             ///< of a section: the title of its article
    std::vector<TextRange> marks{}; ///< the words found, in `subtitle`
    ReadingLevel level = ReadingLevel::clinical; ///< of the text where it was found
};

struct SearchResult {
    std::vector<Hit> hits;    ///< best first
    std::string did_you_mean; ///< what was sought instead, where the words as typed find nothing
    SoughtWords words;        ///< to be marked where a hit is opened
};

class SearchIndex;

/// Full-text search over bones (English, Latin, aliases, FMA id), their landmarks, regions, sites,
/// primaries, the sections of articles, glossary and references. Typing errors are forgiven; case
/// and diacritics do not count; words find their other forms, compounds that hold them, and what
/// synonyms.toml takes for them.
class Search {
public:
    /// Both must outlive the search.
    Search(const anatomy::Registry& registry, const Knowledge& knowledge);
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;
    ~Search();

    /// Builds the index on a thread of its own, so that the first search need not wait for it.
    void prepare() const;

    /// A reader of the plain level gets nothing of the clinical texts, and nothing that a fold
    /// hides; one of the clinical level also gets sections whose words only the plain text has.
    /// From one thread at a time.
    SearchResult find(std::string_view query, std::size_t limit = 60,
                      ReadingLevel level = ReadingLevel::clinical) const;

private:
    const SearchIndex& index() const;

    const anatomy::Registry* registry_;
    const Knowledge* knowledge_;
    mutable std::once_flag built_;
    mutable std::once_flag prepared_;
    mutable std::unique_ptr<SearchIndex> index_;
    mutable std::jthread preparing_; ///< last: it ends before the index does
};

} // namespace osteon::knowledge
