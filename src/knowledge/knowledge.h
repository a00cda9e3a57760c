#pragma once

#include "anatomy/registry.h"
#include "base/error.h"
#include "knowledge/document.h"
#include "knowledge/language.h"
#include "knowledge/spread.h"

#include <glm/vec3.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {
struct Surroundings;
}

namespace osteon::knowledge {

enum class ArticleKind { general, site, primary };
enum class ReadingLevel { plain, clinical };

/// A text at two reading levels. Files: content/<language>/<folder>/<id>.md (clinical, with the
/// TOML front matter) and <id>.plain.md.
struct Article {
    std::string id;
    ArticleKind kind = ArticleKind::general;
    std::string title;
    std::string latin;    ///< under the title, in italics; may be empty
    std::string summary;  ///< one sentence, for lists and search
    std::string reviewed; ///< "2026-11-21"; by whom is `reviewer`, empty: not yet by a clinician
    std::string reviewer;
    Document plain; ///< no blocks: this level is not written
    Document clinical;
    std::filesystem::path file;

    const Document& at(ReadingLevel level) const;
};

/// A place in the skeleton with a hotspot: one of the five common sites, or a part of one.
struct Site {
    std::string id;
    std::string name;
    std::string latin;
    std::string subtitle; ///< "Neck to sacrum"
    std::string parent;   ///< empty: one of the five
    /// The spread region that it is counted under, its own id or its parent's; empty where figures
    /// are given only for its parts.
    std::string region;
    std::vector<anatomy::BoneIndex> bones;
    /// Where the marker stands: on the surface of `anchor_bone` nearest to this place of the bone's
    /// box (0..1 from the body's right to left, bottom to top, back to front).
    anatomy::BoneIndex anchor_bone = anatomy::no_bone;
    glm::vec3 anchor{0.5F, 0.5F, 1.0F};
    /// The direction that it is best seen from, degrees: yaw 0 = from the front, positive from the
    /// body's left; pitch positive from above.
    float yaw = 0.0F;
    float pitch = 0.0F;
    std::string article;   ///< id of the article; the parent's where it has none of its own
    std::string english{}; ///< its English name, for search; empty where `name` is that
};

/// What the bedside says of a site, from bedside.toml: short texts at the plain level.
struct BedsideWords {
    std::string site;
    std::string name; ///< as people call it: "Thigh bone"
    std::string what; ///< what it means that cancer is there
    std::string done; ///< what can be done
    std::string call; ///< when to call the same day, as it goes on from these words
};

struct GlossaryTerm {
    std::string id;
    std::string term;
    std::string plain;
    std::string clinical;
    std::vector<std::string> also; ///< other spellings and forms
};

struct Reference {
    std::string key;        ///< "macedo2017"
    std::string text;       ///< authors, title, journal, year
    std::string short_text; ///< "Macedo 2017"
    std::string doi;
    std::string pmid; ///< or PMC id, with its prefix
    std::string url;  ///< where it was read; may be empty
    bool retrieved = false;
};

/// A fault in the content, for `osteon content check`.
struct ContentFault {
    std::filesystem::path file;
    int line = 0;
    int column = 0;
    std::string expected; ///< what is wrong and what was expected
};

/// How much of the English texts another language has: paragraphs, terms, names, entries.
struct Coverage {
    std::size_t texts = 0;
    std::size_t translated = 0;

    void add(bool has) {
        ++texts;
        translated += has ? 1U : 0U;
    }
};

/// Words that a search takes for each other.
struct SynonymGroup {
    std::vector<std::string> words; ///< one or more words each, as typed: "spinal column"
    int line = 0;                   ///< in synonyms.toml
};

/// What search knows of a language, from synonyms.toml.
struct SearchLanguage {
    std::vector<SynonymGroup> synonyms; ///< of the language and of English
    std::vector<std::string> endings;   ///< by which forms of one word differ: "s"
};

/// Names of the anatomy in another language, by id; empty in English.
struct AnatomyNames {
    Catalogue bones;
    Catalogue regions;
    Catalogue landmarks;   ///< "greater_trochanter", or with its bone where names differ
    Catalogue definitions; ///< of landmarks, by the same ids
    Catalogue organs;
    Catalogue vessels;
};

/// All that is known, in one language.
struct Knowledge {
    Language language;
    std::vector<LanguageName> languages; ///< those that can be chosen, English first
    std::vector<Article> articles;       ///< in reading order
    std::vector<Site> sites;             ///< the five, each followed by its parts
    std::vector<Primary> primaries;
    Primary overview; ///< all cancers together, for the start page; it has no article
    std::vector<BedsideWords> bedside;
    std::vector<GlossaryTerm> glossary;
    std::vector<Reference> references;
    SearchLanguage search;
    AnatomyNames names;
    std::vector<ContentFault> faults; ///< what was left out, and why
    std::vector<ContentFault> gaps;   ///< what is not translated, or not as the English is by now
    Coverage coverage;                ///< of a language other than English

    const Article* article(std::string_view id) const;
    const Site* site(std::string_view id) const;
    const Primary* primary(std::string_view id) const;
    /// Those of a site, or of the one that it is a part of; nullptr where neither has any.
    const BedsideWords* bedside_words(std::string_view site) const;
    const GlossaryTerm* term(std::string_view id) const;
    const Reference* reference(std::string_view key) const;
    std::vector<const Site*> parts(std::string_view site) const; ///< "" gives the five
};

/// The languages of a content folder that can be chosen, English first.
std::vector<LanguageName> find_languages(const std::filesystem::path& content);

/// Loads content/en, and lays the texts of another language over it. What is faulty is left out and
/// told in `faults`; only a missing or unreadable folder is an error.
Result<Knowledge> load_knowledge(const std::filesystem::path& content, std::string_view language,
                                 const anatomy::Registry& registry,
                                 const anatomy::Surroundings& around);

/// Every fault of a content folder (all its languages), sorted by file and line; empty: none.
/// Besides what loading finds these are faults of the writing: check.h lists them. With `against`,
/// a folder of texts, also every sentence that shares more than 12 words in a row with one of them.
Result<std::vector<ContentFault>> check_content(const std::filesystem::path& content,
                                                const anatomy::Registry& registry,
                                                const anatomy::Surroundings& around,
                                                const std::filesystem::path& against = {});

/// What the other languages of a content folder lack of the English, or have otherwise than it is
/// by now.
Result<std::vector<ContentFault>> translation_gaps(const std::filesystem::path& content,
                                                   const anatomy::Registry& registry,
                                                   const anatomy::Surroundings& around);

/// Gives bones, regions, landmarks, organs and vessels the names of a language. What it does not
/// name keeps its English name.
void rename_anatomy(const AnatomyNames& names, anatomy::Registry& registry,
                    anatomy::Surroundings& around);

} // namespace osteon::knowledge
