#pragma once

#include "knowledge/search.h"
#include "ui/panel_context.h"

#include <imgui.h>

#include <string>
#include <vector>

namespace osteon::ui {

/// What the search drawer remembers between frames.
struct SearchState {
    std::string query;
    std::string found_for; ///< the query that `result` answers
    knowledge::SearchResult result;
    std::size_t chosen = 0; ///< the hit that Enter opens, in the order shown
    bool focus_wanted = false;
    int frames_to_focus = 0;    ///< while the field is about to take the keyboard
    bool has_keyboard = false;  ///< since the last frame
    std::vector<ImWchar> early; ///< typed before the field had the keyboard
    bool scroll_wanted = false; ///< to the chosen hit
    std::string opened_term;    ///< glossary entry that is unfolded
};

/// The field, above the hits.
void draw_search_field(PanelContext& context, SearchState& state);
/// The hits, grouped by kind, the kind of the best first.
void draw_search(PanelContext& context, SearchState& state);

/// The hits in the order in which they are shown: by kind, the kinds by their best hit.
std::vector<knowledge::Hit> grouped(std::vector<knowledge::Hit> hits);

/// What opening a hit does; none for a glossary term, which unfolds in place.
std::optional<session::Action> opening(const knowledge::Hit& hit,
                                       const anatomy::Registry& registry);

} // namespace osteon::ui
