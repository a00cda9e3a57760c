#pragma once

#include "knowledge/document.h"
#include "knowledge/findings.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::knowledge {

class TableReader;

/// Reads the keys of a table that say how a picture shows the skeleton; bones, landmark and primary
/// are looked up later, as links are.
LivePicture read_live_picture(TableReader& reader);

/// Reads a list of bones by ids or patterns, to be looked up later; empty without the key.
std::vector<std::string> read_bone_patterns(TableReader& reader, std::string_view key);

/// Reads what stands between ```view and ```, TOML, as a block of its own. What is wrong with it is
/// told to `file`; nothing where it is no TOML. Bones and primary are looked up later, as links
/// are. In a translation caption and alt are enough.
std::optional<Block> read_picture(std::string_view text, const ContentFile& file);

} // namespace osteon::knowledge
