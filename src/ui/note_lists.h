#pragma once

#include "ui/drawer_notes.h"

namespace osteon::ui {

/// All notes by their kind, and the saved views. A click flies to one; it is renamed and removed
/// by the buttons at its right.
void draw_note_lists(PanelContext& context, NotesDrawerState& state);

} // namespace osteon::ui
