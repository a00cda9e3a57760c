#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/studio.h"

namespace osteon::app {

/// Draws study mode: its home with nothing learnt yet, or the command's question as it is answered.
/// A card that there is not is Fault::usage. Nothing is read or kept of any learner.
Result<render::Image> draw_study(const Atlas& atlas, Studio& studio, session::Session session,
                                 const TakeShot& command, const PictureSize& size);

} // namespace osteon::app
