#pragma once

#include "sculpt/recipe_text.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace osteon::sculpt {

/// Two meshes with the same key are the same.
using MeshKey = std::array<std::uint64_t, 2>;

/// For each bone of recipes a hash of all that its mesh depends on: its own statements, those of
/// the families, solids, bones and sutures that it names, of what these name, and this program.
/// Comments and blanks do not count. None where the recipes are faulty.
std::map<std::string, MeshKey> mesh_keys(const std::vector<RecipeText>& files);

} // namespace osteon::sculpt
