#pragma once

#include "anatomy/prepare.h"
#include "anatomy/registry.h"
#include "anatomy/surface_tree.h"
#include "sculpt/sculpt.h"

#include <vector>

namespace osteon::sculpt {

/// A sculpted bone's triangles, still in millimetres.
anatomy::TriangleMesh triangles_of(const SculptedBone& bone);

/// The surfaces of sculpted bones in metres, to prepare a model of. The error is a bone that the
/// registry does not name.
Result<std::vector<anatomy::BoneSurface>> metric_surfaces(std::vector<SculptedBone> bones,
                                                          const anatomy::Registry& registry);

/// The surface of a bone of the reference in metres; it has no normals yet.
anatomy::BoneSurface metric_surface(anatomy::BoneIndex bone, const anatomy::TriangleMesh& mesh);

} // namespace osteon::sculpt
