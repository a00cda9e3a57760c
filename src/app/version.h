#pragma once

#include <string>

namespace osteon::app {

/// The program's version, OpenGL and driver (or why there is none), and the libraries.
std::string print_version();

} // namespace osteon::app
