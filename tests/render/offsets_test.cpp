#include "stage.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::test;

namespace {

bool is_bone(const render::Image& image, int x, int y) {
    return pixel(image, x, y)[0] > 100;
}

/// The column of the canvas where a place of the middle row is seen.
int column_of(const view::Scene& scene, const glm::vec3& place) {
    return static_cast<int>(view::project(scene.camera, scene.viewport, place).x);
}

} // namespace

TEST_CASE("a bone that is moved is drawn, picked and outlined where it is moved to") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{-1.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    const int before = column_of(scene, {-1.0F, 0.0F, 0.0F});
    const int after = column_of(scene, {1.0F, 0.0F, 0.0F});
    CHECK(is_bone(shown(*s, scene), before, side / 2));
    scene.offsets = {{2.0F, 0.0F, 0.0F}};
    const render::Image moved = shown(*s, scene);
    CHECK_FALSE(is_bone(moved, before, side / 2));
    CHECK(is_bone(moved, after, side / 2));
    CHECK(s->renderer.pick(after, side / 2).bone == 0);
    scene.bones[0].flags = view::bone_selected;
    const render::Image outlined = shown(*s, scene);
    CHECK(outlined.pixels != moved.pixels);
    for (int y = 0; y < side; ++y) {
        CHECK(pixel(outlined, before, y) == pixel(moved, before, y));
    }
}

TEST_CASE("a bone that is moved into view from beside the picture is drawn") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{-1.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.camera.eye.x += 30.0F;
    scene.camera.target.x += 30.0F;
    const glm::vec3 middle{30.0F, 0.0F, 0.0F};
    const int column = column_of(scene, middle);
    CHECK_FALSE(is_bone(shown(*s, scene), column, side / 2));
    scene.offsets = {middle - glm::vec3(-1.0F, 0.0F, 0.0F)};
    CHECK(is_bone(shown(*s, scene), column, side / 2));
}
