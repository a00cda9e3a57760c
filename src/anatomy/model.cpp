#include "anatomy/model.h"

#include <algorithm>
#include <cmath>

namespace osteon::anatomy {

const BoneMesh* SkeletonModel::find(BoneIndex bone) const {
    const auto found = std::ranges::lower_bound(meshes, bone, {}, &BoneMesh::bone);
    return found != meshes.end() && found->bone == bone ? &*found : nullptr;
}

const LandmarkPlace* SkeletonModel::find_landmark(LandmarkIndex landmark) const {
    const auto found = std::ranges::lower_bound(landmarks, landmark, {}, &LandmarkPlace::landmark);
    return found != landmarks.end() && found->landmark == landmark ? &*found : nullptr;
}

glm::vec3 SkeletonModel::position(const PackedVertex& vertex) const {
    const glm::vec3 value(vertex.position[0], vertex.position[1], vertex.position[2]);
    return position_offset + position_scale * (value / 65535.0F);
}

std::size_t SkeletonModel::triangle_count() const {
    std::size_t count = 0;
    for (const BoneMesh& mesh : meshes) {
        count += mesh.levels.front().index_count / 3;
    }
    return count;
}

namespace {

float sign_of(float value) {
    return value < 0.0F ? -1.0F : 1.0F;
}

/// The corners of the octahedron's lower half, folded outwards, and back again.
glm::vec2 fold(const glm::vec2& point) {
    return {(1.0F - std::abs(point.y)) * sign_of(point.x),
            (1.0F - std::abs(point.x)) * sign_of(point.y)};
}

std::int16_t to_fixed(float value) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F));
}

} // namespace

std::array<std::int16_t, 2> encode_normal(const glm::vec3& normal) {
    const float sum = std::abs(normal.x) + std::abs(normal.y) + std::abs(normal.z);
    if (!(sum > 0.0F)) {
        return {0, 0};
    }
    glm::vec2 flat = glm::vec2(normal.x, normal.y) / sum;
    if (normal.z < 0.0F) {
        flat = fold(flat);
    }
    return {to_fixed(flat.x), to_fixed(flat.y)};
}

glm::vec3 decode_normal(const std::array<std::int16_t, 2>& encoded) {
    const glm::vec2 flat = glm::vec2(encoded[0], encoded[1]) / 32767.0F;
    const float height = 1.0F - std::abs(flat.x) - std::abs(flat.y);
    const glm::vec2 side = height < 0.0F ? fold(flat) : flat;
    return glm::normalize(glm::vec3(side, height));
}

} // namespace osteon::anatomy
