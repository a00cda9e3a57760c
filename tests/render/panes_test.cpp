#include "stage.h"

#include <doctest/doctest.h>

#include <array>

using namespace osteon;
using namespace osteon::test;

namespace {

/// Two halves of the canvas: the same bones, those of the right one in another colour.
std::array<view::Scene, 2> halves(std::size_t bones) {
    std::array<view::Scene, 2> scenes{scene_of(bones), scene_of(bones)};
    scenes[0].viewport = {0.0F, 0.0F, side / 2, side};
    scenes[1].viewport = {side / 2, 0.0F, side / 2, side};
    for (view::BoneLook& look : scenes[1].bones) {
        look.colour = {176, 48, 122};
        look.flags = view::bone_flat;
    }
    return scenes;
}

bool draw(Stage& stage, std::span<const view::Scene> scenes) {
    return stage.renderer.draw(scenes, side, side, stage.canvas.framebuffer());
}

} // namespace

TEST_CASE("two scenes stand side by side, each in its own colours") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    CHECK(draw(*s, halves(1)));
    const render::Image image = s->renderer.read_back(side, side, s->canvas.framebuffer());
    const auto left = pixel(image, side / 4, side / 2);
    const auto right = pixel(image, 3 * side / 4, side / 2);
    CHECK(left[1] > 150);
    CHECK(right[1] < 110);
    CHECK(right[0] > right[1] + 40);
}

TEST_CASE("panes with equal scenes look the same to the pixel") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    auto scenes = halves(1);
    scenes[1].bones = scenes[0].bones;
    draw(*s, scenes);
    const render::Image image = s->renderer.read_back(side, side, s->canvas.framebuffer());
    int different = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side / 2; ++x) {
            different += pixel(image, x, y) != pixel(image, x + side / 2, y) ? 1 : 0;
        }
    }
    CHECK(different == 0);
}

TEST_CASE("a pick and a depth in the second pane are of the bone there") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, {0.0F, 0.0F, 1.2F}});
    s->renderer.upload(mesh.geometry);
    auto scenes = halves(2);
    scenes[0].bones[1].flags |= view::bone_hidden;
    draw(*s, scenes);
    CHECK(s->renderer.pick(side / 4, side / 2).bone == 0);
    CHECK(s->renderer.pick(3 * side / 4, side / 2).bone == 1);
    CHECK(s->renderer.pick(side / 2 + 1, 1).bone == 0xFFFF);
    const auto depths =
        s->renderer.depths({{3 * side / 4, side / 2}, {side / 4, side / 2}, {side / 2 + 1, 1}});
    CHECK(depths[0] < depths[1]);
    CHECK(depths[1] < 1.0F);
    CHECK(depths[2] == 1.0F);
}

TEST_CASE("panes whose scenes stand are not drawn again; one that has gone is picked no more") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    auto scenes = halves(1);
    CHECK(draw(*s, scenes));
    CHECK_FALSE(draw(*s, scenes));
    scenes[1].bones[0].colour = {1, 2, 3};
    CHECK(draw(*s, scenes));
    CHECK(draw(*s, std::span(scenes).first(1)) == false); // the first still stands
    CHECK(s->renderer.pick(3 * side / 4, side / 2).bone == 0xFFFF);
}

TEST_CASE("a picture of two scenes has both in their places") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    const auto image = s->renderer.picture(halves(1), side, side);
    REQUIRE(image.has_value());
    CHECK(pixel(*image, side / 4, side / 2)[1] > 150);
    CHECK(pixel(*image, 3 * side / 4, side / 2)[1] < 110);
}

TEST_CASE("a bone scan shows its film in the plane of the target, and bones are still picked") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.backdrop.edge = {0.95F, 0.95F, 0.95F};
    view::ScanFilm film;
    film.cells = {200, 100}; // two metres by one; its right half is black
    film.cell = 0.01F;
    film.corner = {-1.0F, -0.5F};
    film.darkness.resize(20000);
    for (std::size_t i = 0; i < film.darkness.size(); ++i) {
        film.darkness[i] = i % 200 < 100 ? 0 : 255;
    }
    scene.scan = std::make_shared<const view::ScanFilm>(film);
    const render::Image image = shown(*s, scene);
    const auto at = [&](float x, float y) {
        const glm::vec3 place = view::project(scene.camera, scene.viewport, {x, y, 0.0F});
        return pixel(image, static_cast<int>(place.x), static_cast<int>(place.y))[0];
    };
    CHECK(at(-0.5F, 0.2F) > 230);
    CHECK(at(0.5F, 0.2F) < 40);
    CHECK(at(0.5F, 0.6F) > 230); // above the film
    CHECK(s->renderer.pick(side / 2, side / 2).bone == 0);
    CHECK_FALSE(s->renderer.draw(scene, side, side, s->canvas.framebuffer()));
}
