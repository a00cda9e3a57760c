#include "anatomy/model.h"
#include "view/axes.h"
#include "view/markers.h"

#include <glm/trigonometric.hpp>

#include <algorithm>
#include <limits>

namespace osteon::view {

namespace {

/// The bone that carries a site's marker: the named one, else the first that the model has.
const anatomy::BoneMesh* anchor_mesh(const anatomy::SkeletonModel& model,
                                     const knowledge::Site& site) {
    if (const anatomy::BoneMesh* mesh = model.find(site.anchor_bone); mesh != nullptr) {
        return mesh;
    }
    for (const anatomy::BoneIndex bone : site.bones) {
        if (const anatomy::BoneMesh* mesh = model.find(bone); mesh != nullptr) {
            return mesh;
        }
    }
    return nullptr;
}

/// The vertex nearest to `place`. One whose surface looks away from where the site is best seen
/// counts as farther by up to the size of the bone, so that the marker stands on the near side.
glm::vec3 nearest_on_surface(const anatomy::SkeletonModel& model, const anatomy::BoneMesh& mesh,
                             const glm::vec3& place, const glm::vec3& seen_from) {
    glm::vec3 best = place;
    float least = std::numeric_limits<float>::max();
    const std::size_t end =
        std::min<std::size_t>(mesh.first_vertex + mesh.vertex_count, model.vertices.size());
    for (std::size_t i = mesh.first_vertex; i < end; ++i) {
        const glm::vec3 position = model.position(model.vertices[i]);
        const glm::vec3 normal = anatomy::decode_normal(model.vertices[i].normal);
        const float turned_away = std::max(0.3F - glm::dot(normal, seen_from), 0.0F);
        const float cost =
            glm::distance(position, place) + 0.2F * turned_away * mesh.bounds.diagonal();
        if (cost < least) {
            least = cost;
            best = position;
        }
    }
    return best;
}

} // namespace

std::vector<Anchor> find_anchors(const anatomy::SkeletonModel& model,
                                 const knowledge::Knowledge& knowledge) {
    std::vector<Anchor> anchors;
    for (const knowledge::Site& site : knowledge.sites) {
        const anatomy::BoneMesh* mesh = anchor_mesh(model, site);
        if (mesh == nullptr) {
            continue;
        }
        // Another bone than the named one has another shape: its front middle will do.
        const glm::vec3 within =
            mesh->bone == site.anchor_bone ? site.anchor : glm::vec3(0.5F, 0.5F, 1.0F);
        const glm::vec3 place = mesh->bounds.min + within * mesh->bounds.size();
        session::CameraPose best_side;
        best_side.yaw = glm::radians(site.yaw);
        best_side.pitch = glm::radians(site.pitch);
        anchors.push_back({site.id,
                           nearest_on_surface(model, *mesh, place, axes_of(best_side).back),
                           mesh->bone});
    }
    return anchors;
}

} // namespace osteon::view
