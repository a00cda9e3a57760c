#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "sculpt/mesh_cache.h"
#include "sculpt/mesher.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// A bone of the registry and its surface, millimetres in the design's space.
struct SculptedBone {
    std::string id;
    Mesh mesh;
    bool mirrored = false;   ///< made of its partner on the right
    bool from_cache = false; ///< meshed before
};

/// How bones are meshed.
struct Meshing {
    /// Where meshes of recipes that did not change are taken from and kept; empty: nowhere.
    std::optional<std::filesystem::path> cache = default_mesh_cache();
    Progress progress; ///< told of each bone; from several threads, but never from two at once
};

/// Whether an id contains one of the parts that `only` names between commas; of no parts all do.
bool is_among(std::string_view id, std::string_view only);

/// Meshes the recipes of a folder whose id, or whose left partner's, contains one of the parts
/// that `only` names between commas, on all cores. Paired bones are described on the right and come
/// out on both sides, but where the left one has a recipe of its own. In the order of the recipes.
Result<std::vector<SculptedBone>> sculpt_bones(const std::filesystem::path& recipes,
                                               std::string_view only, const Meshing& meshing = {});

/// Meshes every recipe and writes the built-in skeleton, or the organs where the registry holds
/// those. Every id must stand in the registry.
Result<void> build_skeleton(const std::filesystem::path& recipes,
                            const std::filesystem::path& registry,
                            const std::filesystem::path& output, const Meshing& meshing);

/// Writes the bones as one Wavefront OBJ file with an object each, for looking at in any viewer.
Result<void> write_obj(const std::vector<SculptedBone>& bones, const std::filesystem::path& file);

} // namespace osteon::sculpt
