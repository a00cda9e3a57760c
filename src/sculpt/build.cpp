#include "anatomy/builtin_format.h"
#include "anatomy/prepare.h"
#include "anatomy/registry.h"
#include "base/files.h"
#include "sculpt/landmark_report.h"
#include "sculpt/sculpt.h"

namespace osteon::sculpt {
namespace {

constexpr float metres_per_millimetre = 0.001F;

Result<std::vector<anatomy::BoneSurface>> surfaces_of(std::vector<SculptedBone> bones,
                                                      const anatomy::Registry& registry) {
    std::vector<anatomy::BoneSurface> surfaces;
    for (SculptedBone& bone : bones) {
        anatomy::BoneSurface surface;
        surface.bone = registry.find(bone.id);
        if (surface.bone == anatomy::no_bone) {
            return fail({.subject = bone.id,
                         .place = "",
                         .reason = "the recipe's bone is not in the registry",
                         .cure = "Correct the id or add the bone to bones.toml"});
        }
        for (const glm::vec3& point : bone.mesh.positions) {
            surface.positions.push_back(metres_per_millimetre * point);
        }
        surface.normals = std::move(bone.mesh.normals);
        surface.indices = std::move(bone.mesh.indices);
        surfaces.push_back(std::move(surface));
    }
    return surfaces;
}

} // namespace

Result<void> build_skeleton(const std::filesystem::path& recipes,
                            const std::filesystem::path& registry_file,
                            const std::filesystem::path& output, const Meshing& meshing) {
    const auto registry = anatomy::load_registry(registry_file);
    if (!registry) {
        return fail(registry.error());
    }
    auto bones = sculpt_bones(recipes, "", meshing);
    if (!bones) {
        return fail(bones.error());
    }
    auto surfaces = surfaces_of(std::move(*bones), *registry);
    if (!surfaces) {
        return fail(surfaces.error());
    }
    auto model = anatomy::prepare_model(
        "Built-in skeleton",
        "Proportions measured on BodyParts3D, © The Database Center for Life Science, CC BY 4.0",
        std::move(*surfaces), meshing.progress);
    if (!model) {
        return fail(model.error());
    }
    const auto told = load_recipes(recipes);
    if (!told) {
        return fail(told.error());
    }
    add_landmarks(*model, *told, *registry);
    return write_file_atomically(output, anatomy::encode_builtin(*model, *registry));
}

} // namespace osteon::sculpt
