#include "render/stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace osteon;
using namespace osteon::test;
using render::gl::Sums;

namespace {

/// Bones of every kind behind one another, also beside the middle of the view: a sphere of soft
/// tissue, two of bone, half a one that is open, one that is chosen.
Mesh crowd() {
    Mesh mesh = spheres({{0.0F, 0.0F, 0.9F},
                         {0.3F, 0.2F, 0.0F},
                         {-0.4F, 0.1F, -0.7F},
                         {0.7F, -0.7F, 0.5F},
                         {-0.8F, -0.6F, 0.3F}});
    mesh.geometry.parts[3].closed = false;
    mesh.geometry.parts[3].levels[0].index_count /= 2;
    return mesh;
}

view::Scene film_of_crowd() {
    view::Scene scene = scene_of(5);
    for (view::BoneLook& look : scene.bones) {
        look.flags = view::bone_soft; // half a metre of bone would hide every difference
    }
    scene.bones[3].flags = 0;
    scene.bones[4].flags |= view::bone_selected;
    scene.film = view::Film{0.6F, 0.8F};
    return scene;
}

render::Image film_with(Sums sums) {
    const auto s = stage(sums);
    if (!s) {
        return {};
    }
    const Mesh mesh = crowd();
    s->renderer.upload(mesh.geometry);
    return shown(*s, film_of_crowd());
}

struct Difference {
    double mean = 0.0; ///< of all channels, in steps of 8 bits
    int most = 0;
};

Difference difference(const render::Image& a, const render::Image& b) {
    REQUIRE(a.pixels.size() == b.pixels.size());
    Difference found;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        const int step = std::abs(int{a.pixels[i]} - int{b.pixels[i]});
        found.mean += step / static_cast<double>(a.pixels.size());
        found.most = std::max(found.most, step);
    }
    return found;
}

} // namespace

TEST_CASE("a radiograph looks the same on a driver without 32-bit float targets") {
    const render::Image best = film_with(Sums::singles);
    if (best.pixels.empty()) {
        return;
    }
    const Difference found = difference(best, film_with(Sums::halves));
    INFO("mean ", found.mean, " most ", found.most);
    CHECK(found.mean < 0.2);
    CHECK(found.most <= 4);
}

TEST_CASE("a radiograph looks the same on a driver without float targets") {
    const render::Image best = film_with(Sums::singles);
    if (best.pixels.empty()) {
        return;
    }
    const Difference found = difference(best, film_with(Sums::bytes));
    INFO("mean ", found.mean, " most ", found.most);
    CHECK(found.mean < 0.5);
    CHECK(found.most <= 8);
}
