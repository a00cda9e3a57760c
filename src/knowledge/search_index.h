#pragma once

#include "knowledge/search.h"
#include "knowledge/search_names.h"
#include "knowledge/search_texts.h"
#include "knowledge/search_vocabulary.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace osteon::knowledge {

using Words = std::vector<std::string>;

/// A thing that was found, and in which text; `no_row`: by its name.
struct Candidate {
    static constexpr std::size_t no_row = static_cast<std::size_t>(-1);
    std::size_t entry = 0;
    float score = 0.0F;
    std::size_t row = no_row;
};

/// Everything that can be found, by its names and by the words of its texts.
class SearchIndex {
public:
    SearchIndex(const anatomy::Registry& registry, const Knowledge& knowledge);

    /// The ways to put a query: as typed, then with one phrase replaced by a synonym.
    std::vector<Words> ways_of(const Words& words) const;
    /// What has all the words of one of the ways; each thing once, in no order.
    std::vector<Candidate> find(const std::vector<Words>& ways, ReadingLevel level) const;
    /// Texts that have any of the longer words, for questions put in whole sentences.
    std::vector<Candidate> find_any(const Words& words, ReadingLevel level) const;
    /// The query with the nearest known word for each that is unknown; the same where none is near.
    Words corrected(const Words& words) const;
    /// What to mark in a text that was found by one of the ways.
    SoughtWords sought(const std::vector<Words>& ways) const;

    HitKind kind_of(const Candidate& candidate) const { return entries_[candidate.entry].kind; }
    /// The thing as it is shown, with the words about those that were found.
    Hit hit_of(const Candidate& candidate, const SoughtWords& sought) const;

private:
    /// A text of an entry.
    struct Row {
        std::size_t entry = 0;
        std::optional<ReadingLevel> level; ///< none: for readers of both
        std::string title; ///< as this text has it: the two levels may head a section otherwise
        std::string text;
    };

    std::size_t add(HitKind kind, std::string id, std::string title, std::string subtitle);
    void add_bones(const anatomy::Registry& registry);
    void add_landmarks(const anatomy::Registry& registry);
    void add_places(const anatomy::Registry& registry, const Knowledge& knowledge);
    void add_terms(const Knowledge& knowledge);
    void add_articles(const Knowledge& knowledge);
    void add_sections(const Article& article, ReadingLevel level);
    void add_references(const Knowledge& knowledge);
    void add_text(std::size_t entry, std::optional<ReadingLevel> level, std::string title,
                  std::string text);
    /// Once all rows are there; their words come to the vocabulary after those of the names.
    Result<TextIndex> index_texts();

    bool is_about(std::size_t landmark, const SoughtWords& sought) const;
    std::map<std::size_t, Candidate> find_names(const std::vector<Words>& ways) const;
    void find_texts(const std::vector<Words>& ways, ReadingLevel level,
                    std::map<std::size_t, Candidate>& found) const;

    std::vector<Hit> entries_; ///< their score is what their kind adds to that of a match
    std::vector<Row> rows_;
    std::map<std::string, std::size_t> section_by_id_;
    /// The words of the landmarks' own names, by entry: the name of its bone alone finds the bone.
    std::unordered_map<std::size_t, Words> landmark_words_;
    std::vector<std::vector<Words>> synonyms_; ///< groups of phrases
    Vocabulary vocabulary_;
    NameIndex names_;
    std::optional<TextIndex> texts_; ///< none where SQLite fails: names are found all the same
};

} // namespace osteon::knowledge
