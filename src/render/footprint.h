#pragma once

#include "render/gl/texture.h"
#include "render/visible.h"
#include "view/scene.h"

#include <cstdint>
#include <optional>

namespace osteon::render {

struct PassInput;

/// Where a scene's bones stand on the floor, seen from below and blurred: the same from wherever
/// the camera looks. Empty where none stands.
struct Footprint {
    static constexpr int side = 96; ///< pixels

    /// What it is of.
    struct Subject {
        Box feet; ///< what the footprint covers, metres
        std::uint64_t geometry_revision = 0;
        DrawLists bones;
        std::optional<view::Collapse> collapse;
        bool operator==(const Subject&) const = default;
    };

    std::optional<Subject> subject;
    gl::Texture closeness; ///< how close bones come to the floor
    gl::Framebuffer framebuffer;
    gl::Texture soft; ///< the same, blurred
    gl::Framebuffer soft_framebuffer;
};

/// Draws the footprint of the scene's opaque bones, unless `footprint` is that already. Throws a
/// gl::TargetError.
void prepare(Footprint& footprint, const PassInput& input);

} // namespace osteon::render
