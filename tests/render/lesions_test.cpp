#include "render/lesion_table.h"
#include "stage.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::test;

namespace {

/// A lesion in the middle of the first sphere's front.
view::Lesion lesion(view::LesionKind kind) {
    view::Lesion result;
    result.bone = 0;
    result.kind = kind;
    result.place = {0.0F, 0.0F, 0.5F};
    result.outward = {0.0F, 0.0F, 1.0F};
    result.radius = 0.2F;
    result.seed = 5;
    return result;
}

/// Mean brightness of the 12 x 12 pixels in the middle.
double middle(const render::Image& image) {
    double sum = 0.0;
    for (int y = side / 2 - 6; y < side / 2 + 6; ++y) {
        for (int x = side / 2 - 6; x < side / 2 + 6; ++x) {
            const auto at = static_cast<std::size_t>(4 * (y * image.width + x));
            sum += image.pixels[at] + image.pixels[at + 1] + image.pixels[at + 2];
        }
    }
    return sum / (3.0 * 12.0 * 12.0);
}

struct Shown {
    double plain = 0.0;
    double lytic = 0.0;
    double blastic = 0.0;
};

Shown show(Stage& s, view::Scene scene) {
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s.renderer.upload(mesh.geometry);
    Shown shown_as;
    shown_as.plain = middle(shown(s, scene));
    scene.lesions = {lesion(view::LesionKind::lytic)};
    shown_as.lytic = middle(shown(s, scene));
    scene.lesions = {lesion(view::LesionKind::blastic)};
    shown_as.blastic = middle(shown(s, scene));
    return shown_as;
}

} // namespace

TEST_CASE("a lytic lesion is a dark hole in the bone, a blastic one a pale patch") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Shown seen = show(*s, scene_of(1));
    CHECK(seen.lytic < 0.6 * seen.plain);
    CHECK(seen.blastic > seen.plain + 8.0);
}

TEST_CASE("on a film a lytic lesion is darker than bone, a blastic one whiter") {
    auto s = stage();
    if (!s) {
        return;
    }
    view::Scene scene = scene_of(1);
    scene.film = view::Film{2.0F, 0.9F};
    const Shown seen = show(*s, scene);
    CHECK(seen.lytic < seen.plain);
    CHECK(seen.blastic >= seen.plain);
}

TEST_CASE("lesions change their own bone and no other") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    const double plain = middle(shown(*s, scene));
    scene.lesions = {lesion(view::LesionKind::lytic)};
    scene.lesions.front().bone = 3;
    CHECK(middle(shown(*s, scene)) == doctest::Approx(plain));
}

TEST_CASE("a bone's rows of the table stand in its bits, and never more than fit") {
    std::vector<view::Lesion> lesions(30, lesion(view::LesionKind::lytic));
    for (std::size_t i = 20; i < 30; ++i) {
        lesions[i].bone = 7;
    }
    CHECK(render::lesion_bits(lesions, 0) == (15U << 8U));
    CHECK(render::lesion_bits(lesions, 7) == (10U << 8U | 20U << 12U));
    CHECK(render::lesion_bits(lesions, 8) == 0U);
    CHECK(render::lesion_bits({}, 0) == 0U);
}

TEST_CASE("what stands on a vertebra that gives way tilts forward, in the picture and in its box") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.6F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    scene.camera.eye = {10.0F, 0.0F, 0.0F}; // from the body's left: the front is on the left
    const auto lit_column = [&] {
        const render::Image image = shown(*s, scene);
        double sum = 0.0;
        int count = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                if (s->renderer.pick(x, y).bone == 0) {
                    sum += x;
                    ++count;
                }
            }
        }
        REQUIRE(count > 0);
        return sum / count;
    };
    const double upright = lit_column();
    scene.collapse = view::Collapse{5, -0.2F, 0.0F, 0.0F, 0.5F};
    CHECK(lit_column() == doctest::Approx(upright));
    scene.bones[0].flags |= view::bone_carried;
    CHECK(lit_column() < upright - 5.0);
}
