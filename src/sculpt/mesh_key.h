#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace osteon::sculpt {

/// Two meshes with the same key are the same.
using MeshKey = std::array<std::uint64_t, 2>;

/// For each bone of a folder of recipes a hash of all that its mesh depends on: its own statements,
/// those of the families, solids, bones and sutures that it names, of what these name, and this
/// program. Comments and blanks do not count. What cannot be read is left out.
std::map<std::string, MeshKey> mesh_keys(const std::filesystem::path& recipes);

} // namespace osteon::sculpt
