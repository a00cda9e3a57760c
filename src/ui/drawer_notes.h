#pragma once

#include "session/notes.h"

#include <filesystem>
#include <string>

namespace osteon::ui {

struct PanelContext;

/// What the drawer of notes remembers between frames.
struct NotesDrawerState {
    enum class Files { closed, save, open };
    Files files = Files::closed; ///< what the path field is asked for
    std::string path;
    std::filesystem::path sent; ///< was asked for; the field closes when it is the session's file
    bool focus_path = false;
    std::filesystem::path then_open;            ///< a file to open when saving is done; empty: none
    bool then_close = false;                    ///< the window is to close when saving is done
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
