#pragma once

#include "knowledge/knowledge.h"

#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

/// The name of a region of spread, as its site has it; the id where no site counts under it.
std::string region_name(std::string_view region, const Knowledge& known);

/// The site that stands for a region of spread: the one part that is counted under it, else the
/// site of its own id; nullptr where there is none.
const Site* region_site(std::string_view region, const Knowledge& known);

/// The bones counted under a region: those of the parts that belong to it, or of the site itself.
/// Sorted.
std::vector<anatomy::BoneIndex> region_bones(std::string_view region, const Knowledge& known);

} // namespace osteon::knowledge
