#pragma once

#include "knowledge/knowledge.h"

#include <functional>
#include <span>
#include <string>

namespace osteon::knowledge {

/// Blocks as plain text, to be pasted elsewhere: sources as [1], [2] in the order of their first
/// mention, and their list at the end under `sources_heading`. `is_open` tells of a fold whether
/// what is inside belongs to it; of a closed one only the title is copied.
std::string copied_text(std::span<const Block> blocks, const Knowledge& knowledge,
                        const std::string& sources_heading,
                        const std::function<bool(const Block&)>& is_open);

} // namespace osteon::knowledge
