#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

enum class HitKind { site, primary, bone, landmark, region, article, term };

struct Hit {
    HitKind kind = HitKind::bone;
    std::string id; ///< of a landmark: its link, "femur_right#greater_trochanter"
    std::string title;
    std::string subtitle; ///< Latin name, FMA id, or the words found in an article
    float score = 0.0F;   ///< higher is better
};

struct SearchResult {
    std::vector<Hit> hits;    ///< best first
    std::string did_you_mean; ///< a near word, where the words as typed find nothing
};

/// Full-text search over bones (English, Latin, aliases, FMA id), their landmarks, regions, sites,
/// primaries, articles and glossary. Typing errors are forgiven; case and diacritics do not count.
/// The first search builds the index (about 8 ms), so that a start does not wait for it.
class Search {
public:
    /// Both must outlive the search.
    Search(const anatomy::Registry& registry, const Knowledge& knowledge);
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;
    ~Search();

    /// May be called from any thread.
    SearchResult find(std::string_view query, std::size_t limit = 40) const;

private:
    struct Index;
    const Index& index() const;

    const anatomy::Registry* registry_;
    const Knowledge* knowledge_;
    mutable std::once_flag built_;
    mutable std::unique_ptr<Index> index_;
};

} // namespace osteon::knowledge
