#include "render/stage.h"

#include <doctest/doctest.h>
#include <glad/gl.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

using namespace osteon;
using namespace osteon::test;

namespace {

/// The names of live OpenGL objects, counted over all names that this test could have used.
struct LiveObjects {
    int textures = 0;
    int framebuffers = 0;
    int buffers = 0;
    int arrays = 0;
    int queries = 0;
    int programs = 0;
    int shaders = 0;
    bool operator==(const LiveObjects&) const = default;
};

LiveObjects live_objects() {
    LiveObjects live;
    for (GLuint name = 1; name < 20'000; ++name) {
        live.textures += glIsTexture(name);
        live.framebuffers += glIsFramebuffer(name);
        live.buffers += glIsBuffer(name);
        live.arrays += glIsVertexArray(name);
        live.queries += glIsQuery(name);
        live.programs += glIsProgram(name);
        live.shaders += glIsShader(name);
    }
    return live;
}

/// Sections, bone scans, lesions, a collapse, organs and bones moved apart, in turn.
void add_rarer_looks(view::Scene& scene, int n) {
    if (n % 6 == 2) {
        scene.cut = view::Cut{{{0.0F, 0.0F, 1.0F}, 0.1F}, {}};
    } else if (n % 6 == 5) {
        scene.film.reset();
        scene.scan = std::make_shared<view::ScanFilm>(
            view::ScanFilm{{2, 2}, 0.5F, {-0.5F, -0.5F}, {0, 80, 160, 240}});
    }
    if (n % 8 == 3) {
        scene.lesions = {
            {0, view::LesionKind::mixed, {-0.6F, 0.0F, 0.5F}, {0.0F, 0.0F, 1.0F}, 0.1F, 0.05F, 7}};
        scene.collapse = view::Collapse{0, -0.2F, 0.2F, 0.0F, 0.2F};
    }
    if (n % 9 == 4) {
        scene.organs = {view::OrganLook{}};
        scene.offsets = {{-0.2F, 0.0F, 0.0F}, {0.2F, 0.0F, 0.0F}};
    }
}

/// The scene in its n-th look: films, ghosts, selections, hidden bones, sizes and more in turn.
view::Scene look_number(int n) {
    view::Scene scene = scene_of(2);
    const auto side_of = [n](int step) { return static_cast<float>(40 + step * (n % 7)); };
    scene.viewport = {0.0F, 0.0F, side_of(3), side_of(5)};
    if (n % 3 == 1) {
        scene.film = view::Film{};
    }
    constexpr std::array<std::uint8_t, 4> rests{0, view::bone_ghost, view::bone_hidden, 0};
    scene.bones[0].flags = rests[static_cast<std::size_t>(n % 4)];
    if (n % 5 == 2) {
        scene.bones[1].flags = view::bone_selected;
    }
    scene.moving = n % 11 == 3;
    add_rarer_looks(scene, n);
    return scene;
}

} // namespace

TEST_CASE("a thousand changes of look, selection and size leave no OpenGL object behind") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{-0.6F, 0.0F, 0.0F}, {0.6F, 0.0F, 0.0F}});
    const Mesh organs = spheres({{0.0F, 0.6F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    s->renderer.surround(organs.geometry);
    constexpr int settled = 3 * 4 * 5 * 7; // every combination was there
    LiveObjects before;
    for (int n = 0; n < settled + 1000; ++n) {
        if (n == settled) {
            shown(*s, look_number(0));
            before = live_objects();
        }
        s->renderer.draw(look_number(n), side, side, s->canvas.framebuffer());
    }
    shown(*s, look_number(0));
    s->renderer.upload(mesh.geometry);
    s->renderer.surround(organs.geometry);
    shown(*s, look_number(0));
    const LiveObjects after = live_objects();
    CHECK(after.textures == before.textures);
    CHECK(after == before);
    CHECK(before.textures > 0);
}

TEST_CASE("twenty lost contexts change nothing of the picture") {
    const Mesh mesh = spheres({{-0.6F, 0.0F, 0.0F}, {0.6F, 0.0F, 0.0F}});
    view::Scene scene = scene_of(2);
    scene.bones[0].flags = view::bone_ghost;
    scene.bones[1].flags = view::bone_selected;
    std::vector<std::uint8_t> first;
    for (int loss = 0; loss <= 20; ++loss) {
        auto s = stage();
        if (!s) {
            return;
        }
        s->renderer.upload(mesh.geometry);
        const render::Image image = shown(*s, scene);
        if (loss == 0) {
            first = image.pixels;
            CHECK(first[first.size() / 2] != first[0]);
        }
        REQUIRE(image.pixels == first);
    }
}

TEST_CASE("every size from one pixel to nothing can be drawn and picked") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.bones[0].flags = view::bone_selected;
    for (const bool film : {false, true}) {
        scene.film = film ? std::optional(view::Film{}) : std::nullopt;
        for (const Rect viewport :
             {Rect{0, 0, 1, 1}, Rect{0, 0, 200, 1}, Rect{0, 0, 1, 200}, Rect{199, 199, 1, 1},
              Rect{3, 3, 0.2F, 0.2F}, Rect{-50, -50, 100, 100}, Rect{500, 500, 10, 10}}) {
            CAPTURE(viewport.x);
            CAPTURE(viewport.width);
            scene.viewport = viewport;
            CHECK(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
            s->renderer.pick(0, 0);
            CHECK(s->renderer.depths({{0, 0}, {199, 199}}).size() == 2);
        }
        for (const Rect viewport : {Rect{0, 0, 0, 0}, Rect{0, 0, 0, 100}, Rect{0, 0, -5, -5}}) {
            scene.viewport = viewport;
            CHECK_FALSE(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
        }
    }
    scene.viewport = {0, 0, side, side};
    CHECK_FALSE(s->renderer.draw(scene, 0, 0, s->canvas.framebuffer())); // minimised
    shown(*s, scene);
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0);
    const auto still = s->renderer.picture(scene, 1, 1);
    REQUIRE(still.has_value());
    CHECK(still->pixels.size() == 4);
}

TEST_CASE("a window larger than the driver draws says so, and the next smaller one is drawn") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    view::Scene scene = scene_of(1);
    scene.viewport.width = static_cast<float>(largest + 1);
    const auto refused = pixel(shown(*s, scene), side / 2, side / 2);
    REQUIRE(s->renderer.fault().has_value());
    CHECK(describe(*s->renderer.fault()).find(std::to_string(largest)) != std::string::npos);
    CHECK(refused[3] == 255); // the backdrop
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0xFFFF);
    CHECK_FALSE(s->renderer.wants_refinement());

    scene.viewport.width = side;
    shown(*s, scene);
    CHECK_FALSE(s->renderer.fault().has_value());
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0);
}

TEST_CASE("an 8K window is drawn, with one sample a pixel") {
    auto s = stage();
    if (!s) {
        return;
    }
    constexpr int width = 7680;
    constexpr int height = 4320;
    const auto canvas = render::Canvas::create(width, height);
    if (!canvas) {
        CHECK(describe(canvas.error()).find("7680x4320") != std::string::npos);
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.viewport = {0, 0, width, height};
    s->renderer.draw(scene, width, height, canvas->framebuffer());
    if (s->renderer.fault()) {
        CHECK_FALSE(s->renderer.fault()->reason.empty());
        return;
    }
    CHECK(s->renderer.pick(width / 2, height / 2).bone == 0);
    CHECK(s->renderer.pick(5, 5).bone == 0xFFFF);
    CHECK_FALSE(s->renderer.wants_refinement());
}

TEST_CASE("what the driver complains about is kept in its words") {
    const auto context = render::OffscreenContext::create(true);
    if (!context) {
        std::puts("skipped: no OpenGL");
        return;
    }
    const auto renderer =
        render::Renderer::create(render::OffscreenContext::loader(), OSTEON_SOURCE_DIR "/shaders");
    REQUIRE(renderer.has_value());
    CHECK(renderer->complaints().empty());
    glEnable(GL_TEXTURE_2D + 1); // no capability
    CHECK(glGetError() == GL_INVALID_ENUM);
    if (GLAD_GL_KHR_debug != 0) {
        CHECK(renderer->complaints().size() == 1);
    }
}

TEST_CASE("a shader that no longer compiles leaves the renderer with the last good ones") {
    const std::filesystem::path folder = OSTEON_BINARY_DIR "/reloaded_shaders";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(OSTEON_SOURCE_DIR "/shaders", folder);
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    const view::Scene scene = scene_of(1);
    const auto good = shown(*s, scene).pixels;

    std::ofstream(folder / "compose.frag", std::ios::app) << "this is no shader\n";
    const auto refused = s->renderer.reload_shaders(folder);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().subject.find("compose.frag") != std::string::npos);
    CHECK(refused.error().place.starts_with("line "));
    CHECK(refused.error().reason.find("error") != std::string::npos);
    CHECK(shown(*s, scene).pixels == good);

    std::ofstream(folder / "compose.frag")
        << "layout(location = 0) out vec4 o_colour;\n"
           "void main() { o_colour = vec4(0.0, 0.0, 1.0, 1.0); }\n";
    REQUIRE(s->renderer.reload_shaders(folder).has_value());
    CHECK(pixel(shown(*s, scene), side / 2, side / 2) == std::array{0, 0, 255, 255});
    REQUIRE(s->renderer.reload_shaders(OSTEON_SOURCE_DIR "/shaders").has_value());
    CHECK(shown(*s, scene).pixels == good);
}

TEST_CASE("an open bone is seen from both sides") {
    auto s = stage();
    if (!s) {
        return;
    }
    Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    view::GeometryPart& part = mesh.geometry.parts.front();
    part.closed = false;
    part.levels[0].index_count /= 2; // the upper half: a bowl, seen into from below
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.camera.eye = {0.0F, -10.0F, 0.01F};
    const auto image = shown(*s, scene);
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0);
    CHECK(pixel(image, side / 2, side / 2)[0] > 40); // lit, not black
}
