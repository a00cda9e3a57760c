#include "render/stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace osteon;
using namespace osteon::test;

namespace {

glm::vec3 lab(const std::array<int, 4>& colour) {
    const auto linear = [](int byte) {
        const double c = byte / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double r = linear(colour[0]);
    const double g = linear(colour[1]);
    const double b = linear(colour[2]);
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
    const double y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

} // namespace

TEST_CASE("a pick names the bone under the pixel, and nothing beside it") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{-0.6F, 0.0F, 0.0F}, {0.6F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    const view::Scene scene = scene_of(2);
    shown(*s, scene);
    const auto left = view::project(scene.camera, scene.viewport, {-0.6F, 0.0F, 0.0F});
    const auto right = view::project(scene.camera, scene.viewport, {0.6F, 0.0F, 0.0F});
    CHECK(s->renderer.pick(static_cast<int>(left.x), static_cast<int>(left.y)).bone == 0);
    CHECK(s->renderer.pick(static_cast<int>(right.x), static_cast<int>(right.y)).bone == 1);
    CHECK(s->renderer.pick(2, 2).bone == 0xFFFF);
    CHECK(s->renderer.pick(-1, 0).bone == 0xFFFF);
    CHECK(s->renderer.depths({{static_cast<int>(left.x), static_cast<int>(left.y)}, {2, 2}})[1] ==
          1.0F);
}

TEST_CASE("a hidden bone is not drawn, and an equal scene is not drawn again") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    CHECK(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
    CHECK_FALSE(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
    scene.bones[0].flags = view::bone_hidden;
    CHECK(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0xFFFF);
}

TEST_CASE("a selected bone is outlined in the accent colour") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.bones[0].flags = view::bone_selected;
    const render::Image image = shown(*s, scene);
    int accent = 0;
    for (int x = 0; x < side; ++x) {
        const auto c = pixel(image, x, side / 2);
        accent += std::abs(c[0] - 92) + std::abs(c[1] - 200) + std::abs(c[2] - 192) < 12 ? 1 : 0;
    }
    CHECK(accent >= 2);
}

TEST_CASE("a solid bone shows through a ghost before it") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, -1.0F}, {0.0F, 0.0F, 1.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    scene.bones[1].flags = view::bone_ghost;
    const auto both = pixel(shown(*s, scene), side / 2, side / 2);
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0);
    scene.bones[0].flags = view::bone_hidden;
    const auto ghost = pixel(shown(*s, scene), side / 2, side / 2);
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 1);
    CHECK(both[0] > ghost[0] + 40);
}

TEST_CASE("on a radiograph the thicker place is whiter, and bone behind bone adds to it") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, -1.0F}, {0.0F, 0.0F, 1.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    scene.film = view::Film{0.4F, 0.9F};
    // A metre of bone would hide every difference; cartilage takes less of the rays.
    for (view::BoneLook& look : scene.bones) {
        look.flags = view::bone_soft;
    }
    const auto both = shown(*s, scene);
    scene.bones[0].flags |= view::bone_hidden;
    const auto one = shown(*s, scene);
    const int middle = side / 2;
    CHECK(pixel(one, middle, middle)[0] > pixel(one, middle + 30, middle)[0] + 15);
    CHECK(pixel(both, middle, middle)[0] > pixel(one, middle, middle)[0] + 5);
    CHECK(pixel(one, 2, 2)[0] < 30);
    CHECK(s->renderer.pick(middle, middle).bone == 1);
}

TEST_CASE("on a radiograph an open mesh shows its surfaces and does not burn out") {
    auto s = stage();
    if (!s) {
        return;
    }
    Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    view::GeometryPart& part = mesh.geometry.parts.front();
    part.closed = false;
    part.levels[0].index_count /= 2; // the upper half of the sphere, as a bowl
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.film = view::Film{};
    const auto image = shown(*s, scene);
    const int light = pixel(image, side / 2, side / 2 - 30)[0];
    CHECK(light > pixel(image, 2, 2)[0] + 20);
    CHECK(light < 200);
    CHECK(pixel(image, side / 2, side / 2 + 30)[0] == pixel(image, 2, 2)[0]);
}

TEST_CASE("window and level develop a film anew") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.bones[0].flags = view::bone_soft;
    scene.film = view::Film{1.0F, 0.9F};
    const int darker = pixel(shown(*s, scene), side / 2, side / 2)[0];
    scene.film->level = 0.5F;
    const int lighter = pixel(shown(*s, scene), side / 2, side / 2)[0];
    CHECK(lighter > darker + 20);
}

TEST_CASE("a selected bone is outlined on a radiograph too") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.film = view::Film{};
    const auto plain = shown(*s, scene);
    scene.bones[0].flags = view::bone_selected;
    CHECK(shown(*s, scene).pixels != plain.pixels);
}

TEST_CASE("the median pixel of a heat colour matches the legend") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    const std::array<std::array<std::uint8_t, 3>, 5> steps{
        {{222, 216, 204}, {243, 204, 120}, {240, 165, 70}, {228, 112, 60}, {176, 48, 122}}};
    for (const auto& step : steps) {
        view::Scene scene = scene_of(1);
        scene.bones[0] = {step, view::bone_flat};
        const render::Image image = shown(*s, scene);
        std::array<std::vector<int>, 3> channels;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                if (s->renderer.pick(x, y).bone == 0) {
                    for (std::size_t c = 0; c < 3; ++c) {
                        channels[c].push_back(pixel(image, x, y)[c]);
                    }
                }
            }
        }
        std::array<int, 4> median{};
        for (std::size_t c = 0; c < 3; ++c) {
            std::ranges::nth_element(channels[c], channels[c].begin() +
                                                      static_cast<long>(channels[c].size() / 2));
            median[c] = channels[c][channels[c].size() / 2];
        }
        INFO("median ", median[0], " ", median[1], " ", median[2]);
        CHECK(glm::length(lab(median) - lab({step[0], step[1], step[2], 255})) <= 6.0F);
    }
}

TEST_CASE("a transparent picture is empty beside the bones and opaque on them") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.backdrop.transparent = true;
    const auto image = s->renderer.picture(scene, side, side);
    REQUIRE(image.has_value());
    CHECK(pixel(*image, 2, 2)[3] == 0);
    CHECK(pixel(*image, side / 2, side / 2)[3] == 255);
    CHECK_FALSE(s->renderer.picture(scene, 0, 9000).has_value());
}

TEST_CASE("nothing is drawn outside the viewport") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.viewport = {60.0F, 20.0F, 100.0F, 120.0F};
    const render::Image image = shown(*s, scene);
    CHECK(pixel(image, 59, 80)[3] == 0);
    CHECK(pixel(image, 110, 19)[3] == 0);
    CHECK(pixel(image, 60, 20)[3] == 255);
    CHECK(pixel(image, 159, 139)[3] == 255);
    CHECK(pixel(image, 160, 140)[3] == 0);
    CHECK(s->renderer.pick(110, 80).bone == 0);
}

TEST_CASE("a missing or broken shader is named with its file") {
    auto context = render::OffscreenContext::create(true);
    if (!context) {
        std::puts("skipped: no OpenGL");
        return;
    }
    const std::filesystem::path folder = OSTEON_BINARY_DIR "/broken_shaders";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(OSTEON_SOURCE_DIR "/shaders", folder);
    std::ofstream(folder / "solid.frag") << "\n\nthis is no shader\n";
    const auto broken = render::Renderer::create(render::OffscreenContext::loader(), folder);
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().subject.find("solid.frag") != std::string::npos);
    CHECK(broken.error().place == "line 3");
    std::filesystem::remove(folder / "solid.frag");
    const auto missing = render::Renderer::create(render::OffscreenContext::loader(), folder);
    REQUIRE_FALSE(missing.has_value());
    CHECK(describe(missing.error()).find("solid.frag") != std::string::npos);
}

TEST_CASE(
    "a shader of a look not shown yet is named when it is broken, and the other looks go on") {
    auto context = render::OffscreenContext::create(true);
    if (!context) {
        std::puts("skipped: no OpenGL");
        return;
    }
    const std::filesystem::path folder = OSTEON_BINARY_DIR "/broken_film_shaders";
    std::filesystem::remove_all(folder);
    std::filesystem::copy(OSTEON_SOURCE_DIR "/shaders", folder);
    std::ofstream(folder / "film.frag") << "\n\nthis is no shader\n";
    auto renderer = render::Renderer::create(render::OffscreenContext::loader(), folder);
    REQUIRE(renderer.has_value());
    auto canvas = render::Canvas::create(64, 64);
    REQUIRE(canvas.has_value());
    view::Scene scene;
    scene.viewport = {0.0F, 0.0F, 64.0F, 64.0F};
    renderer->draw(scene, 64, 64, canvas->framebuffer());
    CHECK_FALSE(renderer->fault().has_value());
    view::Scene film = scene;
    film.film = view::Film{};
    renderer->draw(film, 64, 64, canvas->framebuffer());
    REQUIRE(renderer->fault().has_value());
    CHECK(renderer->fault()->subject.find("film.frag") != std::string::npos);
    CHECK(renderer->fault()->place == "line 3");
    CHECK_FALSE(renderer->picture(film, 64, 64).has_value());
    renderer->draw(scene, 64, 64, canvas->framebuffer());
    CHECK_FALSE(renderer->fault().has_value());
}

TEST_CASE("a picture of plain bones takes eight draw calls at most") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{-0.6F, 0.0F, 0.0F}, {0.6F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    for (const bool moving : {true, false}) {
        CAPTURE(moving);
        view::Scene scene = scene_of(2);
        scene.moving = moving;
        shown(*s, scene);
        CHECK(s->renderer.draw_calls() >= 2);
        CHECK(s->renderer.draw_calls() <= 8);
    }
}

TEST_CASE("a section shows the cut face of a closed bone, and picks nothing that is cut away") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 1.2F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    scene.cut = view::Cut{{{0.0F, 0.0F, 1.0F}, 0.0F}, {}};
    scene.cut->tissues.assign(2, {view::CutTissue::Kind::bone, 0.1F, 0.1F, false});
    const render::Image image = shown(*s, scene);
    // Half of the first sphere is left; the second lies wholly before the plane.
    const render::Pick pick = s->renderer.pick(side / 2, side / 2);
    CHECK(pick.bone == 0);
    const glm::vec3 place =
        view::unproject(scene.camera, scene.viewport, {side / 2, side / 2}, pick.depth);
    CHECK(place.z == doctest::Approx(0.0F).epsilon(0.01));

    const auto rim = view::project(scene.camera, scene.viewport, {0.46F, 0.0F, 0.0F});
    const auto at_rim = pixel(image, static_cast<int>(rim.x), static_cast<int>(rim.y));
    const auto inside = pixel(image, side / 2, side / 2);
    CHECK(glm::distance(lab(at_rim), lab(inside)) > 15.0F);
    CHECK(lab(inside).y > lab(at_rim).y + 5.0F); // marrow is redder than cortex

    scene.cut->plane = {{0.0F, 0.0F, -1.0F}, 0.0F};
    shown(*s, scene);
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 1);
}

TEST_CASE("a bone without a closed surface shows its inside in a section") {
    auto s = stage();
    if (!s) {
        return;
    }
    Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    mesh.geometry.parts[0].closed = false;
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.cut = view::Cut{{{0.0F, 0.0F, 1.0F}, 0.0F}, {}};
    shown(*s, scene);
    const render::Pick pick = s->renderer.pick(side / 2, side / 2);
    CHECK(pick.bone == 0);
    const glm::vec3 place =
        view::unproject(scene.camera, scene.viewport, {side / 2, side / 2}, pick.depth);
    CHECK(place.z == doctest::Approx(-0.5F).epsilon(0.02));
}

TEST_CASE("frames between the tiles of a picture change nothing in it") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, {0.8F, 0.3F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene wide = scene_of(2);
    wide.viewport = {0.0F, 0.0F, 1000.0F, 700.0F};
    const auto at_once = s->renderer.picture(wide, 1000, 700);
    auto still = s->renderer.begin_still({wide}, 1000, 700);
    REQUIRE(at_once.has_value());
    REQUIRE(still.has_value());
    view::Scene shown_between = scene_of(2);
    while (!still->done()) {
        REQUIRE(still->draw_tile().has_value());
        shown_between.camera.eye.x += 0.1F;
        shown(*s, shown_between);
    }
    CHECK(still->tiles() == 4);
    CHECK(still->take().pixels == at_once->pixels);
}

TEST_CASE("a section is the same in a picture by tiles as in one piece") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.viewport = {0.0F, 0.0F, 1400.0F, 1400.0F};
    scene.camera.target = scene.camera.eye - glm::vec3(0.0F, 0.0F, 1.0F);
    scene.camera.fov_y = 0.11F;
    scene.cut = view::Cut{{{0.0F, 0.0F, 1.0F}, 0.0F}, {}};
    scene.cut->tissues.assign(1, {view::CutTissue::Kind::bone, 0.1F, 0.1F, false});
    const auto tiled = s->renderer.picture(scene, 1400, 1400);
    REQUIRE(tiled.has_value());
    // Tiles meet at 640 px from the lower left corner: a rim that crosses them has no step.
    for (const int y : {759, 760, 761, 119, 120, 121}) {
        const auto above = pixel(*tiled, 1270, y);
        const auto below = pixel(*tiled, 1270, y + 1);
        CHECK(std::abs(above[0] - below[0]) + std::abs(above[1] - below[1]) < 24);
    }
}
