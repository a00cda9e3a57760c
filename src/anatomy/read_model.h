#pragma once

#include "anatomy/load.h"

#include <string>
#include <vector>

namespace osteon::anatomy {

/// A named part of the source: the meshes of one node, in the units and axes of the file.
struct Piece {
    PieceName name;
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals; ///< empty, or one a position
    std::vector<std::uint32_t> indices;
};

/// What files say of themselves, where they do.
struct FileHints {
    std::optional<float> metres_per_unit;
    UpAxis up = UpAxis::automatic;
    std::string credit; ///< author and licence
};

/// All pieces of a source as read.
struct RawModel {
    std::vector<Piece> pieces;
    FileHints hints;
    std::vector<std::string> warnings; ///< files that were left out, and why
};

/// Reads all pieces of a file, folder or zip. A broken file among good ones is left out with a
/// warning; the errors are those of the only file, or of the source as a whole.
Result<RawModel> read_model(const std::filesystem::path& path, const Progress& progress);

} // namespace osteon::anatomy
