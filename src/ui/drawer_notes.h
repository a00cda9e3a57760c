#pragma once

#include "session/notes.h"

#include <string>

namespace osteon::ui {

struct PanelContext;

/// What the drawer of notes remembers between frames.
struct NotesDrawerState {
    enum class Files { closed, save, open };
    Files files = Files::closed; ///< what the path field is asked for
    std::string path;
    bool focus_path = false;
    session::NoteId renamed = session::no_note; ///< whose name is being typed
    std::string name;
    bool focus_name = false;
};

/// Tools, notes by kind, saved views, files, and the history of the session.
void draw_notes_drawer(PanelContext& context, NotesDrawerState& state);

/// Saves where the session was saved before; else opens the drawer and asks where.
void ask_to_save(PanelContext& context, NotesDrawerState& state);
/// Opens the drawer and asks what to open.
void ask_to_open(PanelContext& context, NotesDrawerState& state);

} // namespace osteon::ui
