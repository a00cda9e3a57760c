#pragma once

#include "knowledge/search.h"
#include "ui/field_focus.h"
#include "ui/found_words.h"
#include "ui/panel_context.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace osteon::ui {

/// A query, and for whom it was answered.
struct SearchQuestion {
    std::string words;
    std::string language;
    session::ReadingLevel level = session::ReadingLevel::clinical;
    bool operator==(const SearchQuestion&) const = default;
};

/// What the search drawer remembers between frames.
struct SearchState {
    std::string query;
    SearchQuestion answered; ///< what `result` answers
    knowledge::SearchResult result;
    std::set<knowledge::HitKind> whole_kinds; ///< of which all hits are shown
    std::vector<std::string> recent;          ///< queries that led somewhere, the newest first
    std::size_t chosen = 0;                   ///< the hit that Enter opens, among those shown
    FieldFocus focus;
    bool scroll_wanted = false;      ///< to the chosen hit
    std::string opened;              ///< "kind/id" of the term or reference that is unfolded
    std::string unfold_wanted;       ///< the same, to be unfolded when the query is answered
    std::optional<FoundPlace> found; ///< opened in this frame, to be shown by the reading panel
};

/// The field, above the hits.
void draw_search_field(PanelContext& context, SearchState& state);
/// The hits, grouped by kind, the kind of the best first.
void draw_search(PanelContext& context, SearchState& state);

/// The hits in the order in which they are shown: by kind, the kinds by their best hit.
std::vector<knowledge::Hit> grouped(std::vector<knowledge::Hit> hits);

/// Which of grouped hits are shown: the first few of each kind, and all of `whole_kinds`.
std::vector<std::size_t> shown_hits(const std::vector<knowledge::Hit>& hits,
                                    const std::set<knowledge::HitKind>& whole_kinds);

/// Puts a query in front of the recent ones, each once.
void remember(std::vector<std::string>& recent, const std::string& query);

/// What opening a hit does; none for a glossary term or reference, which unfolds in place.
std::optional<session::Action> opening(const knowledge::Hit& hit,
                                       const anatomy::Registry& registry);

/// Opens a hit, with the words sought marked in its text; false: it unfolds in the drawer instead.
bool open_hit(PanelContext& context, const knowledge::Hit& hit, const knowledge::SoughtWords& words,
              std::optional<FoundPlace>& found);
/// Opens the drawer with a hit that unfolds there.
void unfold_hit(PanelContext& context, const knowledge::Hit& hit, SearchState& state);

} // namespace osteon::ui
