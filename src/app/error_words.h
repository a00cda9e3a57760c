#pragma once

#include "base/error.h"
#include "knowledge/language.h"

#include <string>

namespace osteon::app {

/// An error as one message, as describe() has it, in the language of the interface where that knows
/// its reason and its cure: what goes wrong with the user's own files.
std::string describe(const Error& error, const knowledge::Language& words);

} // namespace osteon::app
