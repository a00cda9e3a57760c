#include "render/lesion_table.h"

#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace osteon::render {

namespace {

constexpr int c_pits = 14;
constexpr int c_first_pit = 3;
constexpr int c_row = c_first_pit + c_pits; ///< texels
constexpr std::ptrdiff_t c_most_of_bone = 15;
constexpr std::ptrdiff_t c_most_of_scene = 2048;

/// 0 to below 1, another for each number: the finisher of MurmurHash3 (Appleby).
float share_of(std::uint32_t seed, std::uint32_t number) {
    std::uint32_t h = seed + number * 0x9E3779B9U;
    h = (h ^ (h >> 16U)) * 0x85EBCA6BU;
    h = (h ^ (h >> 13U)) * 0xC2B2AE35U;
    h ^= h >> 16U;
    return static_cast<float>(h >> 8U) * 0x1p-24F;
}

/// Pits lie close in the middle, where they run together, and apart at the margin, where they are
/// smaller: the moth-eaten edge. Further out they lie deeper, so that they meet a curved bone too.
glm::vec4 pit_of(const view::Lesion& lesion, int index) {
    const auto number = static_cast<std::uint32_t>(4 * index);
    const float part = (static_cast<float>(index) + 0.5F) / static_cast<float>(c_pits);
    const float reach = 0.92F * part * (0.8F + 0.3F * share_of(lesion.seed, number));
    // The golden angle, so that no side stays empty.
    const float turn = 2.3999632F * static_cast<float>(index) +
                       0.9F * share_of(lesion.seed, number + 1) +
                       6.2831853F * share_of(lesion.seed, 1000);
    const float size =
        std::lerp(0.42F, 0.13F, part) * (0.75F + 0.5F * share_of(lesion.seed, number + 2));
    const float depth = 0.08F + 0.5F * reach * reach * share_of(lesion.seed, number + 3);
    const glm::vec3 aside = std::abs(lesion.outward.y) < 0.9F ? glm::vec3(0.0F, 1.0F, 0.0F)
                                                              : glm::vec3(1.0F, 0.0F, 0.0F);
    const glm::vec3 u = glm::normalize(glm::cross(aside, lesion.outward));
    const glm::vec3 v = glm::cross(lesion.outward, u);
    const glm::vec3 from =
        reach * (std::cos(turn) * u + std::sin(turn) * v) - depth * lesion.outward;
    return lesion.radius * glm::vec4(from, size);
}

/// Where the waves of a lesion's border begin, radians.
float wave_start(const view::Lesion& lesion, std::uint32_t number) {
    return 6.2831853F * share_of(lesion.seed, number);
}

} // namespace

std::uint32_t lesion_bits(std::span<const view::Lesion> lesions, std::uint16_t bone) {
    const auto own = std::ranges::equal_range(lesions, bone, {}, &view::Lesion::bone);
    const std::ptrdiff_t first = own.begin() - lesions.begin();
    if (own.empty() || first >= c_most_of_scene) {
        return 0;
    }
    const std::ptrdiff_t count =
        std::min({std::ssize(own), c_most_of_bone, c_most_of_scene - first});
    return static_cast<std::uint32_t>(count) << 8U | static_cast<std::uint32_t>(first) << 12U;
}

gl::Texture lesion_table(std::span<const view::Lesion> lesions) {
    const std::size_t rows = std::clamp<std::size_t>(lesions.size(), 1, c_most_of_scene);
    std::vector<glm::vec4> texels(rows * c_row);
    for (std::size_t i = 0; i < std::min(rows, lesions.size()); ++i) {
        const view::Lesion& lesion = lesions[i];
        glm::vec4* const row = &texels[i * c_row];
        row[0] = {lesion.place, lesion.radius};
        row[1] = {lesion.outward, static_cast<float>(lesion.kind)};
        row[2] = {lesion.crack, wave_start(lesion, 1001), wave_start(lesion, 1002),
                  wave_start(lesion, 1003)};
        for (int pit = 0; pit < c_pits; ++pit) {
            row[c_first_pit + pit] = pit_of(lesion, pit);
        }
    }
    return gl::make_texture(gl::table32, c_row, static_cast<int>(rows), texels.data());
}

} // namespace osteon::render
