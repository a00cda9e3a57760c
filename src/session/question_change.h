#pragma once

#include "session/session.h"

namespace osteon::session {

/// The stage becomes that of a question, as it is at the start but for the camera; what was on it
/// before the first question, with its undo, waits for leave_question(). Undo begins anew.
void show_question(Session& session, const ShowQuestion& action, const World& world);

/// The stage, the camera and the undo from before the first question come back.
void leave_question(Session& session);

/// Whether an action may be carried out while a question has the stage. None takes notes; while
/// names are hidden the camera, settings and rooms are free, what chooses, names or shows something
/// is not.
bool allowed_beside_question(const Stage& stage, const Action& action);

} // namespace osteon::session
