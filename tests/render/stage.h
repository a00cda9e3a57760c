#pragma once

#include "render/offscreen.h"
#include "render/renderer.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace osteon::test {

/// A geometry with what it points to.
struct Mesh {
    std::vector<std::byte> vertices;
    std::vector<std::uint32_t> indices;
    view::Geometry geometry;
};

/// Spheres of 0.5 m radius, one bone each, in a cube of 4 m around the origin.
Mesh spheres(const std::vector<glm::vec3>& centres);

inline constexpr int side = 200; ///< of the canvas, pixels

/// That many bones before a camera that sees the cube of the spheres.
view::Scene scene_of(std::size_t bones);

/// A renderer with a canvas of its own in a debug context. The test fails if its driver complained.
struct Stage {
    render::OffscreenContext context;
    render::Renderer renderer;
    render::Canvas canvas;

    Stage(render::OffscreenContext own_context, render::Renderer own_renderer,
          render::Canvas own_canvas);
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    ~Stage();
};

/// Null, and says so, where there is no OpenGL.
std::unique_ptr<Stage> stage(render::gl::Sums best_sums = render::gl::Sums::singles);

std::array<int, 4> pixel(const render::Image& image, int x, int y);

/// What the canvas shows of a scene.
render::Image shown(Stage& stage, const view::Scene& scene);

} // namespace osteon::test
