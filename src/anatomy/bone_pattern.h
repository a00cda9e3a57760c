#pragma once

#include "anatomy/registry.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {

/// The entries that a pattern of the content means, in order: an id, a link alias, an id in which
/// `*` stands for any characters ("vertebra_l*"), or "region:<id>". Empty: there is none.
std::vector<BoneIndex> bones_like(const Registry& registry, std::string_view pattern);

/// What any of the patterns means: sorted, each entry once.
std::vector<BoneIndex> bones_like(const Registry& registry, std::span<const std::string> patterns);

} // namespace osteon::anatomy
