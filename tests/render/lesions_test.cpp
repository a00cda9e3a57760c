#include "render/lesion_table.h"
#include "stage.h"

#include <doctest/doctest.h>

using namespace osteon;
using namespace osteon::test;

namespace {

constexpr glm::vec3 front{0.0F, 0.0F, 1.0F};
/// Near its edge, where some X-rays come through the large sphere.
constexpr glm::vec3 edge{0.98F, 0.0F, 0.19899748F};

/// A lesion of the first sphere.
view::Lesion lesion(view::LesionKind kind, const glm::vec3& outward = front) {
    view::Lesion result;
    result.bone = 0;
    result.kind = kind;
    result.place = 0.5F * outward;
    result.outward = outward;
    result.radius = 0.2F;
    result.seed = 5;
    return result;
}

/// Mean brightness of the 7 x 7 pixels around a place of the first sphere.
double brightness(const render::Image& image, const view::Scene& scene, const glm::vec3& outward) {
    const glm::ivec2 centre(view::project(scene.camera, scene.viewport, 0.5F * outward));
    double sum = 0.0;
    for (int y = centre.y - 3; y <= centre.y + 3; ++y) {
        for (int x = centre.x - 3; x <= centre.x + 3; ++x) {
            const auto colour = pixel(image, x, y);
            sum += colour[0] + colour[1] + colour[2];
        }
    }
    return sum / (3.0 * 7.0 * 7.0);
}

struct Shown {
    double plain = 0.0;
    double lytic = 0.0;
    double blastic = 0.0;
};

Shown show(Stage& s, view::Scene scene, const glm::vec3& outward) {
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s.renderer.upload(mesh.geometry);
    Shown shown_as;
    shown_as.plain = brightness(shown(s, scene), scene, outward);
    scene.lesions = {lesion(view::LesionKind::lytic, outward)};
    shown_as.lytic = brightness(shown(s, scene), scene, outward);
    scene.lesions = {lesion(view::LesionKind::blastic, outward)};
    shown_as.blastic = brightness(shown(s, scene), scene, outward);
    return shown_as;
}

} // namespace

TEST_CASE("a lytic lesion is a dark hole in the bone, a blastic one a pale patch") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Shown seen = show(*s, scene_of(1), front);
    CHECK(seen.lytic < 0.6 * seen.plain);
    CHECK(seen.blastic > seen.plain + 4.0);
}

TEST_CASE("on a film a lytic lesion is darker than bone, a blastic one whiter") {
    auto s = stage();
    if (!s) {
        return;
    }
    view::Scene scene = scene_of(1);
    scene.film = view::Film{2.0F, 0.9F};
    const Shown seen = show(*s, scene, edge);
    CHECK(seen.lytic < seen.plain - 5.0);
    CHECK(seen.blastic > seen.plain + 2.0);
}

TEST_CASE("lesions change their own bone and no other") {
    auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(1);
    const double plain = brightness(shown(*s, scene), scene, front);
    scene.lesions = {lesion(view::LesionKind::lytic)};
    scene.lesions.front().bone = 3;
    CHECK(brightness(shown(*s, scene), scene, front) == doctest::Approx(plain));
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
