#pragma once

#include "anatomy/read_format.h"
#include "anatomy/read_model.h"

namespace osteon::anatomy {

/// The pieces of one file, and what it says of itself.
struct MeshFile {
    std::vector<Piece> pieces;
    FileHints hints;
};

/// Reads a checked file with Assimp and applies the transforms of its nodes. Errors: what Assimp
/// cannot read, coordinates that are no numbers, indices of missing vertices, no triangles.
Result<MeshFile> read_mesh(CheckedFile file);

} // namespace osteon::anatomy
