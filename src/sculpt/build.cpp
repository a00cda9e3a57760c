#include "anatomy/builtin_format.h"
#include "anatomy/prepare.h"
#include "anatomy/registry.h"
#include "base/files.h"
#include "sculpt/bone_surface.h"
#include "sculpt/landmark_report.h"
#include "sculpt/recipe.h"
#include "sculpt/sculpt.h"

#include <utility>

namespace osteon::sculpt {
namespace {

bool holds_organs(const anatomy::Registry& registry) {
    return registry.bones.front().kind == anatomy::PieceKind::organ;
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
    auto surfaces = metric_surfaces(std::move(*bones), *registry);
    if (!surfaces) {
        return fail(surfaces.error());
    }
    auto model = holds_organs(*registry)
                     ? anatomy::prepare_model("Organs", "", std::move(*surfaces), meshing.progress,
                                              anatomy::Occluders::itself)
                     : anatomy::prepare_model("Built-in skeleton",
                                              "Proportions measured on BodyParts3D, © The Database "
                                              "Center for Life Science, CC BY 4.0",
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
