#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

namespace osteon::app {

/// Draws a picture and writes it. Unknown ids are Fault::usage, with the nearest id as the cure.
Result<void> take_shot(const Atlas& atlas, const TakeShot& command);

} // namespace osteon::app
