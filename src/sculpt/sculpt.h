#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "sculpt/mesher.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace osteon::sculpt {

/// A bone of the registry and its surface, millimetres in the design's space.
struct SculptedBone {
    std::string id;
    Mesh mesh;
};

/// Meshes every recipe of a folder whose id contains `only`, several at once; paired bones are
/// described on the right and come out on both sides. In the order of the recipes.
Result<std::vector<SculptedBone>> sculpt_bones(const std::filesystem::path& recipes,
                                               std::string_view only);

/// Meshes every recipe and writes the built-in skeleton. Every id must stand in the registry.
Result<void> build_skeleton(const std::filesystem::path& recipes,
                            const std::filesystem::path& registry,
                            const std::filesystem::path& output, const Progress& progress);

/// Writes the bones as one Wavefront OBJ file with an object each, for looking at in any viewer.
Result<void> write_obj(const std::vector<SculptedBone>& bones, const std::filesystem::path& file);

} // namespace osteon::sculpt
