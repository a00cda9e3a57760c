#include "render/stage.h"

#include <doctest/doctest.h>
#include <glm/vec2.hpp>

using namespace osteon;
using namespace osteon::test;

TEST_CASE(
    "an organ is seen beside bone and fainter behind it, is not picked, and can be left out") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh bone = spheres({{-0.6F, 0.0F, 0.6F}});
    const Mesh organs = spheres({{-0.6F, 0.0F, -0.6F}, {0.6F, 0.0F, -0.6F}});
    s->renderer.upload(bone.geometry);
    s->renderer.surround(organs.geometry);
    view::Scene scene = scene_of(1);
    const render::Image without = shown(*s, scene);
    scene.organs = {{.organ = 0, .colour = {1.0F, 0.0F, 0.0F}, .opacity = 0.5F},
                    {.organ = 1, .colour = {1.0F, 0.0F, 0.0F}, .opacity = 0.5F}};
    const render::Image with = shown(*s, scene);
    const auto place = [&](float x, float z) {
        return glm::ivec2(view::project(scene.camera, scene.viewport, {x, 0.0F, z}));
    };
    const auto redder = [&](glm::ivec2 at) {
        const auto before = pixel(without, at.x, at.y);
        const auto after = pixel(with, at.x, at.y);
        return (after[0] - after[2]) - (before[0] - before[2]);
    };
    const glm::ivec2 behind = place(-0.6F, 0.6F);
    const glm::ivec2 free = place(0.6F, -0.6F);
    CHECK(redder(free) > 40);
    CHECK(redder(behind) > 10);
    CHECK(redder(behind) < redder(free));
    CHECK(s->renderer.pick(free.x, free.y).bone == 0xFFFF);
    CHECK(s->renderer.pick(behind.x, behind.y).bone == 0);
    scene.organs.clear();
    CHECK(shown(*s, scene).pixels == without.pixels);
    // Another skeleton comes without the organs of the last one.
    s->renderer.upload(bone.geometry);
    scene.organs = {{.organ = 1}};
    CHECK(shown(*s, scene).pixels == without.pixels);
}
