#pragma once

#include "ui/drawer_search.h"
#include "ui/field_focus.h"
#include "ui/palette_items.h"
#include "ui/panel_context.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::ui {

/// What the command palette remembers between frames.
struct PaletteState {
    bool open = false;
    std::string query;
    std::optional<PaletteGroup> only; ///< the group that Tab has filtered
    std::vector<Command> recent;      ///< the newest first
    FieldFocus focus;
    std::size_t chosen = 0;
    bool scroll_wanted = false; ///< to the chosen row
    SearchQuestion answered;    ///< what `result` answers
    knowledge::SearchResult result;
};

/// Opens the palette, empty.
void open_palette(PaletteState& state);

/// The palette over everything else: a field, and below it what is found of commands, bones, sites
/// and texts. Draws nothing while it is closed. Returns the command that was chosen.
std::optional<Command> draw_palette(PanelContext& context, PaletteState& state,
                                    SearchState& search);

} // namespace osteon::ui
