#pragma once

#include "knowledge/language.h"

#include <string>

namespace osteon::knowledge {

/// A name as it stands within a sentence: "Left femur" gives "left femur", "L3" stays; so do all
/// names in a language that writes them with a capital.
std::string within_sentence(std::string name, const Language& language = {});

} // namespace osteon::knowledge
