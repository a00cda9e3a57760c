#include "stage.h"

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include <algorithm>
#include <cstdlib>

using namespace osteon;
using namespace osteon::test;

TEST_CASE("a bone darkens another that it keeps the light from, and only near by") {
    const auto s = stage();
    if (!s) {
        return;
    }
    const glm::vec3 towards_light = glm::normalize(glm::vec3(-0.45F, 0.6F, 0.3F));
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, 0.85F * towards_light});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    const auto both = shown(*s, scene);
    std::vector<glm::ivec2> places;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (s->renderer.pick(x, y).bone == 0) {
                places.push_back({x, y});
            }
        }
    }
    scene.bones[1].flags = view::bone_hidden;
    const auto alone = shown(*s, scene);
    const auto darkened = std::ranges::count_if(places, [&](const glm::ivec2& at) {
        return pixel(both, at.x, at.y)[1] < pixel(alone, at.x, at.y)[1] - 8;
    });
    CHECK(darkened > 20);
    CHECK(darkened < static_cast<std::ptrdiff_t>(places.size() / 2));
}

TEST_CASE("shade runs on where the tiles of a large picture meet") {
    const auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, {-0.62F, 0.62F, 0.35F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    constexpr int seam = 640;
    scene.viewport = {0.0F, 0.0F, 2 * seam, seam};
    const auto image = s->renderer.picture(scene, 2 * seam, seam);
    REQUIRE(image.has_value());
    const auto step = [&](int x, int y) {
        return std::abs(pixel(*image, x, y)[1] - pixel(*image, x - 1, y)[1]);
    };
    for (int y = 0; y < seam; ++y) {
        INFO("row ", y);
        CHECK(step(seam, y) <= std::max(step(seam - 1, y), step(seam + 1, y)) + 6);
    }
}
