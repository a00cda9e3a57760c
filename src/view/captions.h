#pragma once

#include "knowledge/knowledge.h"

#include <string>

namespace osteon::view {

/// What a site's label says under its name while a primary is chosen: "62.2 % of patients",
/// "Lumbar spine: 81.2 % of patients, derived" where the figure is of a part or of the site around
/// it, "No figure found, estimate: common". Unchecked figures count as none unless shown.
std::string spread_caption(const knowledge::Site& site, const knowledge::Primary& primary,
                           const knowledge::Knowledge& knowledge, bool show_unchecked);

/// The heat of a site: its own, else the highest of its parts; -1 where none is given.
int site_heat(const knowledge::Site& site, const knowledge::Primary& primary,
              const knowledge::Knowledge& knowledge);

} // namespace osteon::view
