#include "sculpt/bone_surface.h"

#include "base/geometry.h"

#include <utility>

namespace osteon::sculpt {

anatomy::TriangleMesh triangles_of(const SculptedBone& bone) {
    return {bone.mesh.positions, bone.mesh.indices};
}

Result<std::vector<anatomy::BoneSurface>> metric_surfaces(std::vector<SculptedBone> bones,
                                                          const anatomy::Registry& registry) {
    std::vector<anatomy::BoneSurface> surfaces;
    for (SculptedBone& bone : bones) {
        const anatomy::BoneIndex index = registry.find(bone.id);
        if (index == anatomy::no_bone) {
            return fail({.subject = bone.id,
                         .place = "",
                         .reason = "the recipe's bone is not in the registry",
                         .cure = "Correct the id or add the bone to bones.toml"});
        }
        surfaces.push_back(metric_surface(index, triangles_of(bone)));
        surfaces.back().normals = std::move(bone.mesh.normals);
    }
    return surfaces;
}

anatomy::BoneSurface metric_surface(anatomy::BoneIndex bone, const anatomy::TriangleMesh& mesh) {
    anatomy::BoneSurface surface{bone, mesh.positions, {}, mesh.indices};
    for (glm::vec3& point : surface.positions) {
        point *= metres_per_millimetre;
    }
    return surface;
}

} // namespace osteon::sculpt
