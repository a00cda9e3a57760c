#pragma once

#include "session/session.h"

namespace osteon::session {

/// The stage that a picture of a text shows. What a picture does not speak of is as at the start,
/// but the camera and the film's development stay those of `now`. Unknown ids show nothing.
Stage stage_of(const knowledge::LivePicture& picture, const Stage& now, const World& world);

/// Where the camera stands for it: what a picture does not say is as a start does.
CameraWish wish_of(const knowledge::LivePicture& picture, const World& world);

} // namespace osteon::session
