#pragma once

#include "anatomy/registry.h"
#include "anatomy/surface_tree.h"
#include "base/error.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::anatomy {

/// Surfaces to measure against, by the id of the registry: millimetres in the design's space.
using Reference = std::map<std::string, TriangleMesh, std::less<>>;

/// What is added to the coordinates of BodyParts3D (as GLB, y up) so that its feet stand on y = 0,
/// its midline is x = 0 and its vertebral column is where the built-in one is; millimetres.
inline constexpr glm::vec3 bodyparts3d_shift{0.65F, 4.14F, -65.0F};

/// All triangles of a mesh file together, in its own unit and axes; nothing is cleaned.
Result<TriangleMesh> read_surface(const std::filesystem::path& file);

/// Reads a folder of meshes, one file a bone, in millimetres and with the design's axes, and moves
/// them by `bodyparts3d_shift`; nothing is cleaned. Only bones named in `ids`, or all where it is
/// empty. Files that belong to no bone are left out. Errors: no folder, no mesh of a bone in it, a
/// broken file.
Result<Reference> load_reference(const std::filesystem::path& folder, const Registry& registry,
                                 const std::vector<std::string>& ids = {});

/// The id under which a bone of the reference is shown beside the one of the model.
std::string overlay_id(std::string_view bone);

/// Adds an entry for the reference's version of each of the bones, to be shown over the model's: a
/// piece of its own that is neither counted as a bone nor mirrored. Unknown ids are passed over.
void add_overlay_bones(Registry& registry, const std::vector<std::string>& ids);

} // namespace osteon::anatomy
