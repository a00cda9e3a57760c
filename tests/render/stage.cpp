#include "render/stage.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>

namespace osteon::test {

Mesh spheres(const std::vector<glm::vec3>& centres) {
    constexpr int rings = 48;
    Mesh mesh;
    mesh.geometry.position_offset = glm::vec3(-2.0F);
    mesh.geometry.position_scale = glm::vec3(4.0F);
    for (std::size_t bone = 0; bone < centres.size(); ++bone) {
        const auto first = static_cast<std::uint32_t>(mesh.vertices.size() / 16);
        const auto first_index = static_cast<std::uint32_t>(mesh.indices.size());
        for (int i = 0; i <= rings; ++i) {
            for (int j = 0; j <= rings; ++j) {
                const float a = 3.14159265F * static_cast<float>(i) / rings;
                const float b = 6.2831853F * static_cast<float>(j) / rings;
                const glm::vec3 n(std::sin(a) * std::sin(b), std::cos(a),
                                  std::sin(a) * std::cos(b));
                const glm::vec3 at = (centres[bone] + 0.5F * n + 2.0F) / 4.0F * 65535.0F;
                glm::vec2 e = glm::vec2(n) / (std::abs(n.x) + std::abs(n.y) + std::abs(n.z));
                if (n.z < 0.0F) {
                    e = {(1.0F - std::abs(e.y)) * (e.x >= 0.0F ? 1.0F : -1.0F),
                         (1.0F - std::abs(e.x)) * (e.y >= 0.0F ? 1.0F : -1.0F)};
                }
                const std::array<std::uint16_t, 8> packed{
                    static_cast<std::uint16_t>(at.x),
                    static_cast<std::uint16_t>(at.y),
                    static_cast<std::uint16_t>(at.z),
                    static_cast<std::uint16_t>(bone),
                    static_cast<std::uint16_t>(static_cast<std::int16_t>(e.x * 32767.0F)),
                    static_cast<std::uint16_t>(static_cast<std::int16_t>(e.y * 32767.0F)),
                    0xFFFF,
                    0};
                const auto* bytes = reinterpret_cast<const std::byte*>(packed.data());
                mesh.vertices.insert(mesh.vertices.end(), bytes, bytes + 16);
            }
        }
        for (std::uint32_t i = 0; i < rings; ++i) {
            for (std::uint32_t j = 0; j < rings; ++j) {
                const std::uint32_t at = first + i * (rings + 1) + j;
                for (const std::uint32_t index :
                     {at, at + rings + 1, at + 1, at + 1, at + rings + 1, at + rings + 2}) {
                    mesh.indices.push_back(index);
                }
            }
        }
        view::GeometryPart part;
        part.bone = static_cast<std::uint16_t>(bone);
        part.closed = true;
        part.bounds.add(centres[bone] - 0.5F);
        part.bounds.add(centres[bone] + 0.5F);
        part.levels[0] = {first_index,
                          static_cast<std::uint32_t>(mesh.indices.size()) - first_index, 0.0F};
        mesh.geometry.bounds.add(part.bounds);
        mesh.geometry.parts.push_back(part);
    }
    mesh.geometry.vertices = mesh.vertices;
    mesh.geometry.indices = mesh.indices;
    return mesh;
}

view::Scene scene_of(std::size_t bones) {
    view::Scene scene;
    scene.camera.eye = {0.0F, 0.0F, 10.0F};
    scene.camera.target = {0.0F, 0.0F, 0.0F};
    scene.viewport = {0.0F, 0.0F, side, side};
    scene.bones.resize(bones);
    return scene;
}

Stage::Stage(render::OffscreenContext own_context, render::Renderer own_renderer,
             render::Canvas own_canvas)
    : context(std::move(own_context))
    , renderer(std::move(own_renderer))
    , canvas(std::move(own_canvas)) {}

Stage::~Stage() {
    for (const std::string& complaint : renderer.complaints()) {
        FAIL_CHECK("the driver complains: ", complaint);
    }
}

std::unique_ptr<Stage> stage(render::gl::Sums best_sums) {
    auto context = render::OffscreenContext::create(true);
    if (!context) {
        std::puts("skipped: no OpenGL");
        return nullptr;
    }
    auto renderer = render::Renderer::create(render::OffscreenContext::loader(),
                                             OSTEON_SOURCE_DIR "/shaders", best_sums);
    if (!renderer) {
        FAIL(describe(renderer.error()));
    }
    auto canvas = render::Canvas::create(side, side);
    REQUIRE(canvas.has_value());
    return std::make_unique<Stage>(std::move(*context), std::move(*renderer), std::move(*canvas));
}

std::array<int, 4> pixel(const render::Image& image, int x, int y) {
    const auto at = static_cast<std::size_t>(4 * (y * image.width + x));
    return {image.pixels[at], image.pixels[at + 1], image.pixels[at + 2], image.pixels[at + 3]};
}

render::Image shown(Stage& stage, const view::Scene& scene) {
    stage.renderer.draw(scene, side, side, stage.canvas.framebuffer());
    return stage.renderer.read_back(side, side, stage.canvas.framebuffer());
}

} // namespace osteon::test
