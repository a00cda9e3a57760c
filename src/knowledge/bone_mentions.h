#pragma once

#include "anatomy/registry.h"
#include "knowledge/knowledge.h"

#include <vector>

namespace osteon::knowledge {

/// The articles that speak of a bone, by a link to it, to a landmark of it or to its partner on the
/// other side, in reading order.
std::vector<const Article*> articles_about(anatomy::BoneIndex bone, const Knowledge& knowledge,
                                           const anatomy::Registry& registry);

} // namespace osteon::knowledge
