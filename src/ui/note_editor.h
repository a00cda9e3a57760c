#pragma once

#include "session/notes.h"

#include <string>

namespace osteon::ui {

struct PanelContext;

/// What the small editor of an open note remembers between frames.
struct NoteEditorState {
    session::NoteId id = session::no_note; ///< whose words are in `text`
    std::string text;
    std::string seen; ///< the note's text in the last frame
    bool focus_wanted = false;
};

/// The editor beside the open note, above the stage: the words of a pin; kind and words of a mark;
/// the name of a measurement. What was typed is taken when it closes: on Escape, on a click
/// elsewhere. Not at the bedside, where marks are told in another way.
void draw_note_editor(PanelContext& context, NoteEditorState& state);

} // namespace osteon::ui
