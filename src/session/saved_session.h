#pragma once

#include "session/session.h"

#include <string>

namespace osteon::session {

/// What a session file holds.
struct SavedSession {
    std::string title; ///< by which it is called in messages and in undo
    Stage stage;
    ReadingPlace reading;
    Notes notes;
    anatomy::ModelSource model; ///< the notes were made on
    bool operator==(const SavedSession&) const = default;
};

/// The session goes on with what was saved, which is there. Returns the step that takes it back.
UndoStep take_saved(Session& session, const TakeSavedSession& taken, const World& world);

} // namespace osteon::session
