#pragma once

namespace osteon::ui {

struct NotesDrawerState;
struct PanelContext;

/// Questions about the user's notes that wait for an answer, over everything: whether those of a
/// session that ended unexpectedly are wanted back, and whether to close with notes that are not
/// saved. Returns whether one waits: the keyboard is its own then.
bool draw_file_questions(PanelContext& context, NotesDrawerState& drawer);

} // namespace osteon::ui
