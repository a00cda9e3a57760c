#pragma once

#include "render/gl/texture.h"
#include "view/scene.h"

#include <glm/vec2.hpp>

#include <optional>

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

    /// Forgets what was drawn if a size differs: that of all layers, and that of the outlined
    /// bones.
    void resize(glm::ivec2 size, glm::ivec2 outline_size);

    // Each makes its layer where it is not there yet, or throws a gl::TargetError.
    const Layer& solid();
    const Layer& ghost();
    const Layer& outlined(); ///< the outlined bones alone; without colour
    const Absorption& absorption();
    const Faces& faces();

    const Layer& drawn_solid() const { return solid_; }
    const Layer& drawn_ghost() const { return ghost_; }
    const Absorption& drawn_absorption() const { return absorption_; }
    const Faces& drawn_faces() const { return faces_; }
    glm::ivec2 size() const { return size_; }
    glm::ivec2 outline_size() const { return outline_size_; }
    gl::Sums sums() const { return sums_; }

private:
    gl::Sums sums_;
    glm::ivec2 size_{0};
    glm::ivec2 outline_size_{0};
    Layer solid_;
    Layer ghost_;
    Layer outlined_;
    Absorption absorption_;
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
    /// What a picture of the backdrop shows.
    struct Backdrop {
        view::Backdrop look;
        glm::ivec2 origin{0};
        glm::ivec2 viewport{0};
        bool operator==(const Backdrop&) const = default;
    };

    glm::ivec2 size{0};
    gl::Texture colour; ///< premultiplied sRGB
    gl::Framebuffer framebuffer;
    gl::Texture empty; ///< the same without bones, which stays while the camera moves
    gl::Framebuffer empty_framebuffer;
    std::optional<Backdrop> backdrop; ///< of `empty`; none before it is drawn

    /// Throws a gl::TargetError.
    void resize(glm::ivec2 new_size);
};

} // namespace osteon::render
