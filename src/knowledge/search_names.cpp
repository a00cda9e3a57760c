#include "knowledge/search_names.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace osteon::knowledge {
namespace {

constexpr float scattered_fit = 0.85F;   ///< the words are spread over several names of one thing
constexpr float whole_name_share = 0.2F; ///< of the fit hangs on how much of the name was typed

/// The best of what the names of one thing have.
struct BestFit {
    float name = 0.0F;        ///< of the best single name
    std::vector<float> words; ///< of each typed word over all names
};

/// How well one thing fits all typed words; 0: it lacks one of them.
float fit_of(const BestFit& best) {
    if (best.name > 0.0F || std::ranges::find(best.words, 0.0F) != best.words.end()) {
        return best.name;
    }
    const float sum = std::accumulate(best.words.begin(), best.words.end(), 0.0F);
    return scattered_fit * (1.0F - whole_name_share) * sum / static_cast<float>(best.words.size());
}

} // namespace

NameIndex::NameIndex(Vocabulary& vocabulary)
    : vocabulary_(&vocabulary) {}

void NameIndex::add(std::size_t entry, std::string_view name) {
    Name added{entry, {}};
    for (const std::string& word : search_words(name)) {
        added.words.push_back(vocabulary_->add(word));
    }
    if (!added.words.empty()) {
        names_.push_back(std::move(added));
    }
}

std::vector<NameMatch> NameIndex::find(const std::vector<std::string>& words) const {
    if (words.empty()) {
        return {};
    }
    std::vector<std::vector<float>> fits;
    for (const std::string& typed : words) {
        fits.push_back(vocabulary_->fits(typed));
    }
    const auto typed_count = static_cast<float>(words.size());
    std::map<std::size_t, BestFit> best;
    for (const Name& name : names_) {
        float sum = 0.0F;
        bool any = false;
        bool all = true;
        std::vector<float> name_fits(words.size(), 0.0F);
        for (std::size_t typed = 0; typed < words.size(); ++typed) {
            for (const std::size_t word : name.words) {
                name_fits[typed] = std::max(name_fits[typed], fits[typed][word]);
            }
            any = any || name_fits[typed] > 0.0F;
            all = all && name_fits[typed] > 0.0F;
            sum += name_fits[typed];
        }
        if (!any) {
            continue;
        }
        BestFit& entry = best[name.entry];
        entry.words.resize(words.size(), 0.0F);
        std::ranges::transform(entry.words, name_fits, entry.words.begin(),
                               [](float a, float b) { return std::max(a, b); });
        if (all) {
            const float share = std::min(1.0F, typed_count / static_cast<float>(name.words.size()));
            entry.name = std::max(entry.name,
                                  sum / typed_count * (1.0F - whole_name_share * (1.0F - share)));
        }
    }
    std::vector<NameMatch> matches;
    for (const auto& [entry, found] : best) {
        if (const float fit = fit_of(found); fit > 0.0F) {
            matches.push_back({entry, fit});
        }
    }
    return matches;
}

} // namespace osteon::knowledge
