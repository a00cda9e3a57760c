#pragma once

#include "app/atlas.h"
#include "app/command_line.h"

#include <string>

namespace osteon::app {

/// `osteon list`: as JSON an array of objects with `id`, else aligned columns. A bone that is not
/// known is Fault::usage.
Result<std::string> print_list(const Atlas& atlas, const PrintList& command);
/// The languages of the texts, each with the share of the English texts that it has.
Result<std::string> print_languages(const Folders& folders, bool json);

/// `osteon model inspect`: what matched and what did not, and why.
std::string print_inspection(const anatomy::Inspection& inspection,
                             const anatomy::Registry& registry, bool json);

} // namespace osteon::app
