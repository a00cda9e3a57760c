#pragma once

#include <variant>

namespace osteon::ui {

// What the interface asks the program for: whatever is more than a change of the session, such as
// work with files and windows.

struct Quit {};

struct FillScreen {}; ///< the window takes all of its screen, or is a window again

using Request = std::variant<Quit, FillScreen>;

} // namespace osteon::ui
