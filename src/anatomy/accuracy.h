#pragma once

#include "anatomy/model.h"
#include "anatomy/reference.h"
#include "anatomy/surface_distance.h"

#include <string>
#include <vector>

namespace osteon::anatomy {

/// How well one bone meets the reference; millimetres.
struct BoneAccuracy {
    std::string id;
    SurfaceDistance apart;
    float smallest_extent = 0.0F; ///< of the reference's box: what small bones are measured by
};

/// Intersection over union of the outlines, 0 to 1, in parallel projection.
struct OutlineOverlap {
    float front = 0.0F;
    float side = 0.0F;
    float back = 0.0F;
};

/// How well a model meets a reference.
struct Accuracy {
    std::vector<BoneAccuracy> bones;    ///< those that both have, in the registry's order
    std::vector<std::string> unmatched; ///< of the model, but not in the reference
    OutlineOverlap overlap;             ///< of the bones that both have, all together
};

/// Compares the finest level of a model with a reference. The sacrum is compared together with the
/// coccyx where the reference has no coccyx of its own: it is one mesh there.
Accuracy measure_accuracy(const SkeletonModel& model, const Registry& registry,
                          const Reference& reference);

/// The overlap of the outlines of two meshes in millimetres, sampled every `step` mm.
OutlineOverlap outline_overlap(const TriangleMesh& first, const TriangleMesh& second,
                               float step = 1.0F);

} // namespace osteon::anatomy
