#pragma once

#include "app/atlas.h"
#include "session/session.h"

#include <string>

namespace osteon::app {

/// What is chosen, for the task switcher and for screen readers: "Femur – Osteon".
std::string window_title(const session::Stage& stage, const Atlas& atlas);

} // namespace osteon::app
