#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/studio.h"
#include "knowledge/tour.h"

#include <vector>

namespace osteon::app {

/// What a command's options choose and show, as a session. Unknown ids and options that do not go
/// together are Fault::usage, with the nearest id as the cure. `tours` are those that ship, where
/// the picture shows any.
Result<session::Session> session_of(const Atlas& atlas, const TakeShot& command,
                                    const std::vector<knowledge::Tour>& tours = {});

/// Draws a session in the size of a command; the studio shows the command's model already. Tells
/// how far a picture without the interface has come.
Result<render::Image> draw_shot(Studio& studio, const session::Session& session,
                                const TakeShot& command, const Progress& progress = tell_nobody,
                                const std::vector<knowledge::Tour>& tours = {});

/// Loads the command's model, draws the picture and writes it. Errors are those of session_of()
/// and of what it draws with.
Result<void> take_shot(const Atlas& atlas, const TakeShot& command);

} // namespace osteon::app
