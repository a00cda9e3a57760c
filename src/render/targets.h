#pragma once

#include "render/gl/texture.h"

#include <glm/vec2.hpp>

namespace osteon::render {

/// The pictures that the passes over the bones draw into, in samples. What a scene does not need
/// (ghosts, outlines, absorption) is not made.
class Targets {
public:
    /// No bone under this sample.
    static constexpr GLuint no_index = 0xFFFF;

    struct Layer {
        gl::Texture colour; ///< premultiplied sRGB
        gl::Texture index;
        gl::Texture depth;
        gl::Framebuffer framebuffer;
    };

    /// Exponents of Beer and Lambert, added up along each ray.
    struct Absorption {
        gl::Texture exponents; ///< as sums() says
        gl::Framebuffer framebuffer;
    };

    /// The cut faces of a section: whose each is, and how deep in it a sample lies.
    struct Faces {
        gl::Texture bones;
        gl::Texture winding; ///< stencil: not 0 where a face lies
        gl::Framebuffer framebuffer;
        gl::Texture rims;
        gl::Framebuffer rim_framebuffer;
    };

    explicit Targets(gl::Sums sums)
        : sums_(sums) {}

    /// How close bones come to the floor, seen from below.
    struct Footprint {
        gl::Texture closeness;
        gl::Framebuffer framebuffer;
    };
    static constexpr int footprint_side = 96; ///< pixels

    /// Forgets what was drawn if the size differs.
    void resize(glm::ivec2 size);

    // Each makes its layer where it is not there yet, or throws a gl::TargetError.
    const Layer& solid();
    const Layer& ghost();
    const Layer& outlined(); ///< the outlined bones alone; without colour
    const Absorption& absorption();
    const Footprint& footprint();
    const Faces& faces();

    const Layer& drawn_solid() const { return solid_; }
    const Layer& drawn_ghost() const { return ghost_; }
    const Absorption& drawn_absorption() const { return absorption_; }
    const Faces& drawn_faces() const { return faces_; }
    glm::ivec2 size() const { return size_; }
    gl::Sums sums() const { return sums_; }

private:
    gl::Sums sums_;
    glm::ivec2 size_{0};
    Layer solid_;
    Layer ghost_;
    Layer outlined_;
    Absorption absorption_;
    Footprint footprint_;
    Faces faces_;
};

/// How bones shade each other, for the whole viewport of a scene; coarser than its pixels.
struct ShadeMap {
    glm::ivec2 size{0};
    gl::Texture rough; ///< openness, light left by shadows, depth in two bytes
    gl::Texture shade; ///< the same without grain
    gl::Framebuffer rough_framebuffer;
    gl::Framebuffer framebuffer;

    void resize(glm::ivec2 new_size);
};

/// One sample per pixel: the finished picture.
struct FinishedPicture {
    glm::ivec2 size{0};
    gl::Texture colour; ///< premultiplied sRGB
    gl::Framebuffer framebuffer;

    /// Throws a gl::TargetError.
    void resize(glm::ivec2 new_size);
};

} // namespace osteon::render
