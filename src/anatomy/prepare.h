#pragma once

#include "anatomy/model.h"
#include "base/error.h"
#include "base/progress.h"

#include <string>
#include <vector>

namespace osteon::anatomy {

/// The surface of one bone as triangles in the design's space, in metres. `normals` is empty or as
/// long as `positions`; where empty, they are computed from the surface.
struct BoneSurface {
    BoneIndex bone = no_bone;
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<std::uint32_t> indices; ///< three a triangle, counter-clockwise from outside
};

/// What takes light away from a surface: all surfaces, or only itself, since what lies within the
/// skin or the lungs would be black.
enum class Occluders : std::uint8_t { all, itself };

/// From surfaces to a model ready to draw: welds, winds consistently, drops degenerate triangles
/// and stray slivers, computes normals and ambient occlusion, orders for the GPU's caches, builds
/// the levels of detail, packs. Each bone may appear once.
Result<SkeletonModel> prepare_model(std::string name, std::string credit,
                                    std::vector<BoneSurface> surfaces, const Progress& progress,
                                    Occluders occluders = Occluders::all);

} // namespace osteon::anatomy
