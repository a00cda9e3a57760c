#pragma once

#include "render/gl/texture.h"
#include "view/lesion.h"

#include <cstdint>
#include <span>

namespace osteon::render {

/// Which rows of the table belong to a bone: bits that a shader reads above the bone's flags in the
/// table of looks, where a float must hold them exactly. Bits 8 to 11: how many; from bit 12: the
/// first. A bone shows 15 lesions at most, a scene 2,048.
std::uint32_t lesion_bits(std::span<const view::Lesion> lesions, std::uint16_t bone);

/// The lesions as a texture for shaders/lesions.glsl, one row each: place and radius; outward
/// direction and kind; the reach of its crack and where its waves begin; then the pits that a lytic
/// one has eaten, place from the lesion's and radius. All in metres.
gl::Texture lesion_table(std::span<const view::Lesion> lesions);

} // namespace osteon::render
