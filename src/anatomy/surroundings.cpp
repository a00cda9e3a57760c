#include "anatomy/surroundings.h"

#include "anatomy/builtin_format.h"
#include "anatomy/load.h"
#include "base/files.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace osteon::anatomy {

namespace {

constexpr std::array<std::string_view, 6> trunk_sites = {
    "thoracic_spine", "lumbar_spine", "sacrum", "pelvis", "ribs", "sternum"};

/// Below this the trunk of a model is a fragment that tells no proportions; metres.
constexpr float c_least_trunk = 0.05F;

Result<SkeletonModel> load_outline(const std::filesystem::path& file, const Registry& registry) {
    const auto mapped = map_file(file);
    if (!mapped) {
        return fail(mapped.error());
    }
    auto outline = decode_builtin_outline(mapped->bytes, registry);
    if (!outline) {
        Error error = outline.error();
        error.subject = file.string();
        return fail(std::move(error));
    }
    return outline;
}

} // namespace

Result<Surroundings> load_surroundings(const std::filesystem::path& folder,
                                       const Registry& registry) {
    Surroundings around;
    Result<Registry> organs = load_registry(folder / "organs.toml");
    if (!organs) {
        return fail(organs.error());
    }
    around.organs = std::move(*organs);
    Result<SkeletonModel> shapes =
        load_model({}, around.organs, folder / "organs.skeleton", {}, tell_nobody);
    if (!shapes) {
        return fail(shapes.error());
    }
    around.shapes = std::move(*shapes);
    Result<SkeletonModel> outline = load_outline(folder / "builtin.skeleton", registry);
    if (!outline) {
        return fail(outline.error());
    }
    around.outline = std::move(*outline);
    Result<std::vector<Vessel>> vessels = load_vessels(folder / "vessels.toml", around.organs);
    if (!vessels) {
        return fail(vessels.error());
    }
    around.vessels = std::move(*vessels);
    return around;
}

BodyFit fit_body(const SkeletonModel& outline, const SkeletonModel& model,
                 const Registry& registry) {
    Box from;
    Box to;
    for (const BoneMesh& mesh : outline.meshes) {
        const Bone& bone = registry.bones[mesh.bone];
        const BoneMesh* const other = model.find(mesh.bone);
        if (other != nullptr && bone.kind == PieceKind::bone &&
            std::ranges::find(trunk_sites, bone.site) != trunk_sites.end()) {
            from.add(mesh.bounds);
            to.add(other->bounds);
        }
    }
    BodyFit fit;
    const glm::vec3 least = glm::min(from.size(), to.size());
    if (std::min({least.x, least.y, least.z}) >= c_least_trunk) {
        fit.scale = to.size() / from.size();
        fit.offset = to.min - fit.scale * from.min;
    }
    return fit;
}

} // namespace osteon::anatomy
