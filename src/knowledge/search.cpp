#include "knowledge/search.h"

#include "knowledge/search_names.h"
#include "knowledge/search_texts.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

namespace osteon::knowledge {
namespace {

/// Of things that fit alike, what a reader more likely means comes first.
float kind_bonus(HitKind kind) {
    switch (kind) {
    case HitKind::site:
        return 0.06F;
    case HitKind::primary:
        return 0.05F;
    case HitKind::bone:
        return 0.04F;
    case HitKind::region:
        return 0.03F;
    case HitKind::landmark:
        return 0.02F;
    case HitKind::article:
        return 0.0F;
    case HitKind::term:
        return -0.02F;
    }
    return 0.0F;
}

/// Discs, cartilages and teeth stand behind bones of like name ("L3" is first the vertebra).
constexpr float other_piece_penalty = 0.1F;
/// Words inside an article count less than any name that was typed in full.
constexpr float text_score = 0.55F;
constexpr float text_score_step = 0.005F;

/// Landmarks are many: a vertebra's stand on 24 bones. More than these leave no room for the rest.
constexpr std::size_t most_landmarks = 16;

std::string bone_subtitle(const anatomy::Bone& bone) {
    return bone.fma > 0 ? bone.latin + " · FMA " + std::to_string(bone.fma) : bone.latin;
}

} // namespace

struct Search::Index {
    std::vector<Hit> entries; ///< what is found; the score holds what its kind adds
    /// The words of the landmarks' own names, by entry: the name of its bone alone finds the bone.
    std::unordered_map<std::size_t, std::vector<std::string>> landmark_words;
    NameIndex names;
    std::optional<TextIndex>
        texts; ///< none where SQLite cannot make it: names are found all the same

    static std::unique_ptr<Index> build(const anatomy::Registry& registry,
                                        const Knowledge& knowledge);
    std::size_t add(HitKind kind, std::string id, std::string title, std::string subtitle,
                    float bonus = 0.0F) {
        entries.push_back(
            {kind, std::move(id), std::move(title), std::move(subtitle), kind_bonus(kind) + bonus});
        names.add(entries.size() - 1, entries.back().title);
        return entries.size() - 1;
    }
    void add_bones(const anatomy::Registry& registry);
    void add_landmarks(const anatomy::Registry& registry);
    bool is_about_landmark(std::size_t entry, const std::vector<std::string>& words) const;
    void add_places(const anatomy::Registry& registry, const Knowledge& knowledge);
    void add_terms(const Knowledge& knowledge);
    void add_articles(const Knowledge& knowledge);
    static Result<TextIndex>
    index_texts(const std::vector<std::pair<std::size_t, const Article*>>& articles);
    std::map<std::size_t, Hit> find_names(const std::vector<std::string>& words,
                                          std::string& corrected) const;
};

void Search::Index::add_bones(const anatomy::Registry& registry) {
    for (const anatomy::Bone& bone : registry.bones) {
        const bool other = bone.kind != anatomy::PieceKind::bone;
        const std::size_t entry = add(HitKind::bone, bone.id, bone.name, bone_subtitle(bone),
                                      other ? -other_piece_penalty : 0.0F);
        names.add(entry, bone.latin);
        names.add(entry, bone.english);
        names.add(entry, bone.id);
        for (const std::string& alias : bone.aliases) {
            names.add(entry, alias);
        }
        if (bone.fma > 0) {
            names.add(entry, std::to_string(bone.fma));
            names.add(entry, "FMA" + std::to_string(bone.fma));
            names.add(entry, "FMA " + std::to_string(bone.fma));
        }
    }
}

void Search::Index::add_landmarks(const anatomy::Registry& registry) {
    for (std::size_t i = 0; i < registry.landmarks.size(); ++i) {
        const anatomy::Landmark& landmark = registry.landmarks[i];
        const anatomy::Bone& bone = registry.bones[landmark.bone];
        const std::size_t entry =
            add(HitKind::landmark, registry.link_to(static_cast<anatomy::LandmarkIndex>(i)),
                landmark.name, bone.name + " · " + landmark.latin);
        std::vector<std::string> own{landmark.name, landmark.latin, landmark.english};
        own.insert(own.end(), landmark.aliases.begin(), landmark.aliases.end());
        std::erase(own, "");
        for (const std::string& name : own) {
            names.add(entry, name);
            names.add(entry, name + " " + bone.name);
            names.add(entry, name + " of " + (bone.english.empty() ? bone.name : bone.english));
            for (std::string& word : search_words(name)) {
                landmark_words[entry].push_back(std::move(word));
            }
        }
        for (const std::string& alias : bone.aliases) {
            names.add(entry, landmark.name + " of " + alias);
        }
    }
}

/// Does any of the words begin a word of the landmark's own names?
bool Search::Index::is_about_landmark(std::size_t entry,
                                      const std::vector<std::string>& words) const {
    const std::vector<std::string>& own = landmark_words.at(entry);
    return std::ranges::any_of(words, [&](const std::string& word) {
        return std::ranges::any_of(own,
                                   [&](const std::string& each) { return each.starts_with(word); });
    });
}

void Search::Index::add_places(const anatomy::Registry& registry, const Knowledge& knowledge) {
    for (const Site& site : knowledge.sites) {
        const std::size_t entry = add(HitKind::site, site.id, site.name, site.subtitle);
        names.add(entry, site.latin);
        names.add(entry, site.english);
    }
    for (const Primary& primary : knowledge.primaries) {
        const std::size_t entry =
            add(HitKind::primary, primary.id, primary.name, primary.lesion_word);
        names.add(entry, primary.short_name);
        for (const auto* others : {&primary.also, &primary.english}) {
            for (const std::string& name : *others) {
                names.add(entry, name);
            }
        }
    }
    for (const anatomy::Region& region : registry.regions) {
        const std::size_t entry = add(HitKind::region, region.id, region.name, region.latin);
        names.add(entry, region.latin);
        names.add(entry, region.english);
    }
}

void Search::Index::add_terms(const Knowledge& knowledge) {
    for (const GlossaryTerm& term : knowledge.glossary) {
        const std::size_t entry = add(HitKind::term, term.id, term.term, term.plain);
        for (const std::string& name : term.also) {
            names.add(entry, name);
        }
    }
}

void Search::Index::add_articles(const Knowledge& knowledge) {
    std::vector<std::pair<std::size_t, const Article*>> articles;
    for (const Article& article : knowledge.articles) {
        entries.push_back({HitKind::article, article.id, article.title, article.summary,
                           kind_bonus(HitKind::article)});
        const std::size_t entry = entries.size() - 1;
        // A site or a primary is found by its name as itself, not once more as its article.
        if (article.kind == ArticleKind::general) {
            names.add(entry, article.title);
        }
        articles.emplace_back(entry, &article);
    }
    if (auto indexed = index_texts(articles)) {
        texts = std::move(*indexed);
    } else {
        spdlog::warn("The words within the articles cannot be searched: {}",
                     describe(indexed.error()));
    }
}

Result<TextIndex>
Search::Index::index_texts(const std::vector<std::pair<std::size_t, const Article*>>& articles) {
    auto index = TextIndex::create();
    if (!index) {
        return index;
    }
    auto done = index->begin();
    for (const auto& [entry, article] : articles) {
        if (done) {
            done = index->add(entry, article->title,
                              plain_text(article->clinical) + plain_text(article->plain));
        }
    }
    if (done) {
        done = index->end();
    }
    if (!done) {
        return fail(done.error());
    }
    return index;
}

std::unique_ptr<Search::Index> Search::Index::build(const anatomy::Registry& registry,
                                                    const Knowledge& knowledge) {
    auto index = std::make_unique<Index>();
    index->add_places(registry, knowledge);
    index->add_bones(registry);
    index->add_landmarks(registry);
    index->add_terms(knowledge);
    index->add_articles(knowledge);
    return index;
}

std::map<std::size_t, Hit> Search::Index::find_names(const std::vector<std::string>& words,
                                                     std::string& corrected) const {
    NameMatches found = names.find(words);
    corrected = std::move(found.corrected);
    const std::vector<std::string> meant = corrected.empty() ? words : search_words(corrected);
    std::map<std::size_t, Hit> hits;
    for (const NameMatch& match : found.matches) {
        if (entries[match.entry].kind == HitKind::landmark &&
            !is_about_landmark(match.entry, meant)) {
            continue;
        }
        Hit hit = entries[match.entry];
        hit.score += match.fit;
        hits.emplace(match.entry, std::move(hit));
    }
    return hits;
}

Search::Search(const anatomy::Registry& registry, const Knowledge& knowledge)
    : registry_(&registry)
    , knowledge_(&knowledge) {}
Search::~Search() = default;

const Search::Index& Search::index() const {
    std::call_once(built_, [this] { index_ = Index::build(*registry_, *knowledge_); });
    return *index_;
}

SearchResult Search::find(std::string_view query, std::size_t limit) const {
    SearchResult result;
    const std::vector<std::string> words = search_words(query);
    std::string corrected;
    const Index& index = this->index();
    std::map<std::size_t, Hit> hits = index.find_names(words, corrected);
    const std::vector<TextMatch> in_texts =
        index.texts ? index.texts->find(words, limit) : std::vector<TextMatch>{};
    if (in_texts.empty()) {
        result.did_you_mean = corrected;
    }
    float score = text_score;
    for (const TextMatch& match : in_texts) {
        Hit hit = index.entries[match.entry];
        hit.score += score;
        hit.subtitle = match.excerpt;
        score -= text_score_step;
        const auto [named, fresh] = hits.emplace(match.entry, hit);
        if (!fresh) {
            named->second.score = std::max(named->second.score, hit.score);
        }
    }
    for (auto& [entry, hit] : hits) {
        result.hits.push_back(std::move(hit));
    }
    std::stable_sort(result.hits.begin(), result.hits.end(),
                     [](const Hit& a, const Hit& b) { return a.score > b.score; });
    std::size_t landmarks = 0;
    std::erase_if(result.hits, [&](const Hit& hit) {
        return hit.kind == HitKind::landmark && ++landmarks > most_landmarks;
    });
    result.hits.resize(std::min(result.hits.size(), limit));
    return result;
}

} // namespace osteon::knowledge
