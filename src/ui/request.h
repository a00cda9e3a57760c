#pragma once

#include <variant>

namespace osteon::ui {

// What the interface asks the program for: whatever is more than a change of the session, such as
// work with files and windows.

struct Quit {};

using Request = std::variant<Quit>;

} // namespace osteon::ui
