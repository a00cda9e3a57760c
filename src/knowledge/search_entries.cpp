#include "knowledge/search_index.h"
#include "knowledge/sections.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

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
    case HitKind::reference:
        return -0.1F;
    }
    return 0.0F;
}

/// Discs, cartilages and teeth stand behind bones of like name ("L3" is first the vertebra).
constexpr float other_piece_penalty = 0.1F;

std::string bone_subtitle(const anatomy::Bone& bone) {
    return bone.fma > 0 ? bone.latin + " · FMA " + std::to_string(bone.fma) : bone.latin;
}

std::string shelf_of(std::optional<ReadingLevel> level) {
    return !level ? "both" : *level == ReadingLevel::plain ? "plain" : "clinical";
}

} // namespace

std::size_t SearchIndex::add(HitKind kind, std::string id, std::string title,
                             std::string subtitle) {
    Hit& entry = entries_.emplace_back();
    entry.kind = kind;
    entry.id = std::move(id);
    entry.title = std::move(title);
    entry.subtitle = std::move(subtitle);
    entry.score = kind_bonus(kind);
    return entries_.size() - 1;
}

void SearchIndex::add_bones(const anatomy::Registry& registry) {
    for (const anatomy::Bone& bone : registry.bones) {
        const std::size_t entry = add(HitKind::bone, bone.id, bone.name, bone_subtitle(bone));
        entries_[entry].score -= bone.kind == anatomy::PieceKind::bone ? 0.0F : other_piece_penalty;
        for (const std::string* name : {&bone.name, &bone.latin, &bone.english, &bone.id}) {
            names_.add(entry, *name);
        }
        for (const std::string& alias : bone.aliases) {
            names_.add(entry, alias);
        }
        if (bone.fma > 0) {
            names_.add(entry, std::to_string(bone.fma));
            names_.add(entry, "FMA" + std::to_string(bone.fma));
            names_.add(entry, "FMA " + std::to_string(bone.fma));
        }
    }
}

void SearchIndex::add_landmarks(const anatomy::Registry& registry) {
    std::set<std::string_view> defined; // once, though it stands on 24 vertebrae
    for (std::size_t i = 0; i < registry.landmarks.size(); ++i) {
        const anatomy::Landmark& landmark = registry.landmarks[i];
        const anatomy::Bone& bone = registry.bones[landmark.bone];
        const std::size_t entry =
            add(HitKind::landmark, registry.link_to(static_cast<anatomy::LandmarkIndex>(i)),
                landmark.name, bone.name + " · " + landmark.latin);
        Words own{landmark.name, landmark.latin, landmark.english};
        own.insert(own.end(), landmark.aliases.begin(), landmark.aliases.end());
        std::erase(own, "");
        for (const std::string& name : own) {
            names_.add(entry, name);
            names_.add(entry, name + " " + bone.name);
            names_.add(entry, name + " of " + (bone.english.empty() ? bone.name : bone.english));
            std::ranges::move(search_words(name), std::back_inserter(landmark_words_[entry]));
        }
        for (const std::string& alias : bone.aliases) {
            names_.add(entry, landmark.name + " of " + alias);
        }
        if (!landmark.definition.empty() && defined.insert(landmark.definition).second) {
            add_text(entry, std::nullopt, landmark.name, landmark.definition);
        }
    }
}

void SearchIndex::add_places(const anatomy::Registry& registry, const Knowledge& knowledge) {
    for (const Site& site : knowledge.sites) {
        const std::size_t entry = add(HitKind::site, site.id, site.name, site.subtitle);
        for (const std::string* name : {&site.name, &site.latin, &site.english}) {
            names_.add(entry, *name);
        }
    }
    for (const Primary& primary : knowledge.primaries) {
        const std::size_t entry =
            add(HitKind::primary, primary.id, primary.name, primary.lesion_word);
        names_.add(entry, primary.name);
        names_.add(entry, primary.short_name);
        for (const auto* others : {&primary.also, &primary.english}) {
            for (const std::string& name : *others) {
                names_.add(entry, name);
            }
        }
    }
    for (const anatomy::Region& region : registry.regions) {
        const std::size_t entry = add(HitKind::region, region.id, region.name, region.latin);
        for (const std::string* name : {&region.name, &region.latin, &region.english}) {
            names_.add(entry, *name);
        }
    }
}

void SearchIndex::add_terms(const Knowledge& knowledge) {
    for (const GlossaryTerm& term : knowledge.glossary) {
        const std::size_t entry = add(HitKind::term, term.id, term.term, term.plain);
        names_.add(entry, term.term);
        for (const std::string& name : term.also) {
            names_.add(entry, name);
        }
        add_text(entry, ReadingLevel::plain, term.term, term.plain);
        add_text(entry, ReadingLevel::clinical, term.term, term.clinical);
    }
}

void SearchIndex::add_sections(const Article& article, ReadingLevel level) {
    const Folds folds = level == ReadingLevel::plain ? Folds::closed : Folds::opened;
    const Document& document = level == ReadingLevel::plain ? article.plain : article.clinical;
    for (const Section& section : sections_of(document, folds)) {
        const bool begins = section.anchor.empty();
        const std::string id = begins ? article.id : article.id + "#" + section.anchor;
        const auto [known, fresh] = section_by_id_.emplace(id, entries_.size());
        if (fresh) {
            const std::size_t entry =
                add(HitKind::article, id, begins ? article.title : section.title,
                    begins ? article.summary : std::string());
            entries_[entry].page = begins ? std::string() : article.title;
            entries_[entry].level = level;
        }
        add_text(known->second, level, begins ? article.title : section.title, section.text);
    }
}

void SearchIndex::add_articles(const Knowledge& knowledge) {
    for (const Article& article : knowledge.articles) {
        const std::size_t entry = add(HitKind::article, article.id, article.title, article.summary);
        section_by_id_.emplace(article.id, entry);
        // A site or a primary is found by its name as itself, not once more as its article.
        if (article.kind == ArticleKind::general) {
            names_.add(entry, article.title);
        }
        add_sections(article, ReadingLevel::clinical);
        add_sections(article, ReadingLevel::plain);
    }
}

void SearchIndex::add_references(const Knowledge& knowledge) {
    for (const Reference& reference : knowledge.references) {
        const std::size_t entry =
            add(HitKind::reference, reference.key, reference.short_text, reference.text);
        add_text(entry, std::nullopt, reference.short_text,
                 reference.text + " " + reference.doi + " " + reference.pmid);
    }
}

void SearchIndex::add_text(std::size_t entry, std::optional<ReadingLevel> level, std::string title,
                           std::string text) {
    if (!text.empty()) {
        rows_.push_back({entry, level, std::move(title), std::move(text)});
    }
}

Result<TextIndex> SearchIndex::index_texts() {
    auto index = TextIndex::create();
    auto done = index ? index->begin() : fail(index.error());
    for (std::size_t number = 0; done && number < rows_.size(); ++number) {
        const Row& row = rows_[number];
        const Hit& entry = entries_[row.entry];
        IndexedText text{{}, {}, {}, shelf_of(row.level)};
        for (const auto& [from, to] :
             {std::pair(&row.title, &text.title), std::pair(&entry.page, &text.page),
              std::pair(&row.text, &text.text)}) {
            for (const std::string& word : search_words(*from)) {
                vocabulary_.add(word);
                *to += word + ' ';
            }
        }
        done = index->add(number, text);
    }
    done = done ? index->end() : done;
    return done ? std::move(index) : fail(done.error());
}

SearchIndex::SearchIndex(const anatomy::Registry& registry, const Knowledge& knowledge)
    : vocabulary_(knowledge.search.endings)
    , names_(vocabulary_) {
    for (const SynonymGroup& group : knowledge.search.synonyms) {
        std::vector<Words>& phrases = synonyms_.emplace_back();
        std::ranges::transform(group.words, std::back_inserter(phrases), search_words);
    }
    add_places(registry, knowledge);
    add_bones(registry);
    add_landmarks(registry);
    add_terms(knowledge);
    add_articles(knowledge);
    add_references(knowledge);
    if (auto indexed = index_texts()) {
        texts_ = std::move(*indexed);
    } else {
        spdlog::warn("The words within the texts cannot be searched: {}",
                     describe(indexed.error()));
    }
}

} // namespace osteon::knowledge
