#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/stage_picture.h"
#include "output/handout.h"
#include "ui/request.h"

#include <string>

namespace osteon::app {

/// The picture of a sheet to take home: the stage as it stands, light, without what only a screen
/// can show. The marks of the session are in it.
Result<render::Image> draw_handout_picture(const session::Session& session,
                                           const StageSource& source);

/// The session whose stage the sheet shows where nobody has made one: the site, or all bones.
session::Session handout_session(const Atlas& atlas, const std::string& site);

/// The sheet for what a session has chosen, with the marks of a request. Where neither site nor
/// primary is chosen, the site of the first marked bone is told of.
Result<output::Handout> handout_of(const session::Session& session, const ui::WriteHandout& request,
                                   const StageSource& source);

/// Writes a sheet from the command line; says where and how many pages.
Result<std::string> make_handout(const Atlas& atlas, const MakeHandout& command);

} // namespace osteon::app
