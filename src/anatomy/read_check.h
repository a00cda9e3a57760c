#pragma once

#include "anatomy/read_format.h"

namespace osteon::anatomy {

/// The failure of a file that is not what it should be.
Error broken_file(std::string name, std::string place, std::string reason);

/// The checks of each format. Those of glTF also reduce the file to its geometry; those of OBJ join
/// the words of names by underscores, since Assimp reads only the first.
Result<void> check_gltf(CheckedFile& file, const ReadBeside& read_beside);
Result<void> check_obj(CheckedFile& file);
Result<void> check_ply(const CheckedFile& file);
Result<void> check_stl(const CheckedFile& file);
Result<void> check_fbx(const CheckedFile& file);

/// A little-endian unsigned number; `bytes` must be long enough.
std::uint32_t read_u32(std::string_view bytes, std::size_t at);

} // namespace osteon::anatomy
