#include "anatomy/accuracy.h"

#include "base/geometry.h"

#include <algorithm>
#include <cmath>
#include <tbb/parallel_for.h>

namespace osteon::anatomy {
namespace {

TriangleMesh surface_of(const SkeletonModel& model, const BoneMesh& bone) {
    TriangleMesh mesh;
    for (std::uint32_t i = 0; i < bone.vertex_count; ++i) {
        mesh.positions.push_back(millimetres_per_metre *
                                 model.position(model.vertices[bone.first_vertex + i]));
    }
    const LevelOfDetail& finest = bone.levels[0];
    for (std::uint32_t i = 0; i < finest.index_count; ++i) {
        mesh.indices.push_back(model.indices[finest.first_index + i] - bone.first_vertex);
    }
    return mesh;
}

/// A bone of the model and what it is measured against.
struct Pair {
    std::string id;
    TriangleMesh ours;
    const TriangleMesh* reference = nullptr;
};

std::vector<Pair> pair_up(const SkeletonModel& model, const Registry& registry,
                          const Reference& reference, std::vector<std::string>& unmatched) {
    const bool coccyx_in_sacrum = reference.contains("sacrum") && !reference.contains("coccyx");
    std::vector<Pair> pairs;
    for (const BoneMesh& bone : model.meshes) {
        const std::string& id = registry.bones[bone.bone].id;
        const auto found = reference.find(id);
        if (found != reference.end()) {
            pairs.push_back({id, surface_of(model, bone), &found->second});
        } else if (!(coccyx_in_sacrum && id == "coccyx")) {
            unmatched.push_back(id);
        }
    }
    const BoneMesh* coccyx = model.find(registry.find("coccyx"));
    for (Pair& pair : pairs) {
        if (pair.id == "sacrum" && coccyx_in_sacrum && coccyx != nullptr) {
            pair.ours.append(surface_of(model, *coccyx));
        }
    }
    return pairs;
}

BoneAccuracy measure(const Pair& pair) {
    const glm::vec3 size = box_of(pair.reference->positions).size();
    return {pair.id, surface_distance(SurfaceTree(pair.ours), SurfaceTree(*pair.reference)),
            std::min({size.x, size.y, size.z})};
}

/// The overlap as seen along `forward`, the picture spanned by `right` and `up`.
float overlap_along(const SurfaceTree& first, const SurfaceTree& second, const Box& box,
                    const glm::vec3& forward, const glm::vec3& right, float step) {
    const glm::vec3 up = glm::cross(right, forward);
    const float width = std::abs(glm::dot(box.size(), right));
    const float height = std::abs(glm::dot(box.size(), up));
    const auto columns = static_cast<std::size_t>(std::ceil(width / step));
    const auto rows = static_cast<std::size_t>(std::ceil(height / step));
    const float reach = box.diagonal();
    std::vector<std::size_t> both(rows, 0), either(rows, 0);
    tbb::parallel_for(std::size_t{0}, rows, [&](std::size_t row) {
        for (std::size_t column = 0; column < columns; ++column) {
            const float x = (static_cast<float>(column) + 0.5F) * step - 0.5F * width;
            const float y = (static_cast<float>(row) + 0.5F) * step - 0.5F * height;
            const glm::vec3 origin = box.centre() - reach * forward + x * right + y * up;
            const bool a = first.blocked(origin, forward, 2.0F * reach);
            const bool b = second.blocked(origin, forward, 2.0F * reach);
            both[row] += a && b ? 1 : 0;
            either[row] += a || b ? 1 : 0;
        }
    });
    std::size_t intersection = 0, all = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        intersection += both[row];
        all += either[row];
    }
    return all == 0 ? 0.0F : static_cast<float>(intersection) / static_cast<float>(all);
}

} // namespace

OutlineOverlap outline_overlap(const TriangleMesh& first, const TriangleMesh& second, float step) {
    const SurfaceTree one(first), other(second);
    Box box = box_of(first.positions);
    box.add(box_of(second.positions));
    return {overlap_along(one, other, box, {0, 0, -1}, {1, 0, 0}, step),
            overlap_along(one, other, box, {1, 0, 0}, {0, 0, 1}, step),
            overlap_along(one, other, box, {0, 0, 1}, {-1, 0, 0}, step)};
}

Accuracy measure_accuracy(const SkeletonModel& model, const Registry& registry,
                          const Reference& reference) {
    Accuracy accuracy;
    const std::vector<Pair> pairs = pair_up(model, registry, reference, accuracy.unmatched);
    accuracy.bones.resize(pairs.size());
    tbb::parallel_for(std::size_t{0}, pairs.size(),
                      [&](std::size_t i) { accuracy.bones[i] = measure(pairs[i]); });
    TriangleMesh ours, theirs;
    for (const Pair& pair : pairs) {
        ours.append(pair.ours);
        theirs.append(*pair.reference);
    }
    if (!pairs.empty()) {
        accuracy.overlap = outline_overlap(ours, theirs);
    }
    return accuracy;
}

} // namespace osteon::anatomy
