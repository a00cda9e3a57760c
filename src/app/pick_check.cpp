#include "app/pick_check.h"

#include "anatomy/surface_tree.h"
#include "app/bench_stage.h"

#include <algorithm>
#include <random>

namespace osteon::app {
namespace {

/// The finest level of a model, to cast rays at.
anatomy::TriangleMesh finest_level(const anatomy::SkeletonModel& model) {
    anatomy::TriangleMesh mesh;
    mesh.positions.reserve(model.vertices.size());
    for (const anatomy::PackedVertex& vertex : model.vertices) {
        mesh.positions.push_back(model.position(vertex));
    }
    for (const anatomy::BoneMesh& bone : model.meshes) {
        const anatomy::LevelOfDetail& finest = bone.levels.front();
        const auto indices = model.indices.subspan(finest.first_index, finest.index_count);
        mesh.indices.insert(mesh.indices.end(), indices.begin(), indices.end());
    }
    return mesh;
}

/// Casts rays through the pixels of a scene.
class RayCaster {
public:
    RayCaster(const anatomy::SkeletonModel& model, const view::Scene& scene)
        : model_(model)
        , scene_(scene)
        , tree_(finest_level(model)) {}

    anatomy::BoneIndex bone_at(int x, int y) const {
        constexpr float c_some_depth = 0.5F;
        const glm::vec2 pixel{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
        const glm::vec3 towards =
            view::unproject(scene_.camera, scene_.viewport, pixel, c_some_depth);
        const auto hit =
            tree_.first_hit(scene_.camera.eye, glm::normalize(towards - scene_.camera.eye));
        if (!hit) {
            return anatomy::no_bone;
        }
        const std::uint32_t corner = tree_.mesh().indices[3 * std::size_t{hit->triangle}];
        return model_.vertices[corner].bone;
    }

    bool away_from_silhouettes(int x, int y, anatomy::BoneIndex bone) const {
        for (int step = 0; step < 9; ++step) {
            if (bone_at(x + step % 3 - 1, y + step / 3 - 1) != bone) {
                return false;
            }
        }
        return true;
    }

private:
    const anatomy::SkeletonModel& model_;
    const view::Scene& scene_;
    anatomy::SurfaceTree tree_;
};

/// The pixels that the model's box covers, within the picture.
Rect covered(const anatomy::SkeletonModel& model, const view::Scene& scene) {
    glm::vec2 low(scene.viewport.x + scene.viewport.width,
                  scene.viewport.y + scene.viewport.height);
    glm::vec2 high(scene.viewport.x, scene.viewport.y);
    for (unsigned corner = 0; corner < 8; ++corner) {
        const Box& box = model.bounds;
        const glm::vec3 place((corner & 1U) != 0U ? box.max.x : box.min.x,
                              (corner & 2U) != 0U ? box.max.y : box.min.y,
                              (corner & 4U) != 0U ? box.max.z : box.min.z);
        const glm::vec2 pixel(view::project(scene.camera, scene.viewport, place));
        low = glm::min(low, pixel);
        high = glm::max(high, pixel);
    }
    low = glm::max(low, glm::vec2(scene.viewport.x, scene.viewport.y));
    high = glm::min(high, glm::vec2(scene.viewport.x + scene.viewport.width,
                                    scene.viewport.y + scene.viewport.height));
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

} // namespace

PickCheck check_picks(const anatomy::SkeletonModel& model, const view::Scene& scene,
                      const render::Renderer& renderer, int count) {
    const RayCaster caster(model, scene);
    const Rect area = covered(model, scene);
    std::mt19937 random(1);
    std::uniform_real_distribution<float> column(area.x, area.x + area.width - 1.0F);
    std::uniform_real_distribution<float> row(area.y, area.y + area.height - 1.0F);
    PickCheck check;
    for (check.picks = 0; check.picks < count; ++check.picks) {
        const int x = static_cast<int>(column(random));
        const int y = static_cast<int>(row(random));
        const auto start = BenchClock::now();
        const anatomy::BoneIndex picked = renderer.pick(x, y).bone;
        check.pick_ms.push_back(milliseconds(BenchClock::now() - start));
        const anatomy::BoneIndex exact = caster.bone_at(x, y);
        const bool away = caster.away_from_silhouettes(x, y, exact);
        check.on_bones += exact != anatomy::no_bone ? 1 : 0;
        check.away += away ? 1 : 0;
        check.agree += picked == exact ? 1 : 0;
        check.agree_away += away && picked == exact ? 1 : 0;
    }
    return check;
}

} // namespace osteon::app
