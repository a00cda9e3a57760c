#pragma once

#include "app/atlas.h"
#include "app/command_line.h"
#include "app/stage_picture.h"
#include "output/handout.h"
#include "ui/request.h"

#include <string>

namespace osteon::app {

/// Of the picture of a sheet to take home.
PictureSize handout_picture_size();
/// What that picture shows: the stage of a session as it stands, light, without what only a screen
/// can show. The marks of the session are in it.
session::Session handout_picture(session::Session session);

/// The session whose stage the sheet shows where nobody has made one: the site, or all bones.
session::Session handout_session(const Atlas& atlas, const std::string& site);

/// The sheet for what a session has chosen, with the marks of a request, but without a picture.
/// Where neither site nor primary is chosen, the site of the first marked bone is told of.
output::Handout handout_of(const session::Session& session, const ui::WriteHandout& request,
                           const Atlas& atlas);
/// The same with its picture.
Result<output::Handout> draw_handout(const session::Session& session,
                                     const ui::WriteHandout& request, const StageSource& source);

/// Writes a sheet from the command line; says where and how many pages.
Result<std::string> make_handout(const Atlas& atlas, const MakeHandout& command);

} // namespace osteon::app
