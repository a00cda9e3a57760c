#pragma once

namespace osteon::ui {

struct NotesDrawerState;
struct PanelContext;

/// Questions about the user's notes that wait for an answer, over everything: whether those of a
/// session that ended unexpectedly are wanted back, and whether to close with notes that are not
/// saved. Returns whether one waits: the keyboard is its own then.
/// Also goes on with what waited for the notes to be saved.
bool draw_file_questions(PanelContext& context, NotesDrawerState& drawer);

/// Whether such a question is open.
bool asks_about_file(const PanelContext& context);

} // namespace osteon::ui
