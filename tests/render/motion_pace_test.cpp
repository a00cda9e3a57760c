#include "render/motion_pace.h"
#include "stage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace osteon;
using namespace osteon::test;
using render::MotionPace;
using render::next;

namespace {

/// The pace after a number of frames that each take what `cost` says of its step.
template <class Cost>
MotionPace after(MotionPace pace, int frames, const Cost& cost) {
    for (int frame = 0; frame < frames; ++frame) {
        pace = next(pace, cost(pace.step));
    }
    return pace;
}

/// A machine whose full frame takes so long, and each step three quarters of the one before.
auto machine(double full_ms) {
    return [full_ms](int step) {
        double cost = full_ms;
        for (int i = 0; i < step; ++i) {
            cost *= 0.75;
        }
        return cost;
    };
}

} // namespace

TEST_CASE("a fast machine keeps full detail while something moves") {
    CHECK(after({}, 1000, machine(8.0)) == MotionPace{.easy = 1000});
    CHECK(render::motion_effort(0) == render::Effort{});
}

TEST_CASE("a slow machine steps down until a frame fits, within a few frames") {
    const auto slow = machine(90.0);
    const MotionPace pace = after({}, 5, slow);
    CHECK(slow(pace.step) <= render::motion_budget_ms);
    CHECK(slow(pace.step - 1) > render::easy_motion_ms);
}

TEST_CASE("each step is less work than the one before") {
    for (int step = 1; step <= render::last_motion_step(); ++step) {
        const render::Effort finer = render::motion_effort(step - 1);
        const render::Effort coarser = render::motion_effort(step);
        CHECK(coarser.samples <= finer.samples);
        CHECK(coarser.resolution <= finer.resolution);
        CHECK(coarser.level_error >= finer.level_error);
        CHECK(coarser.shade_pixels >= finer.shade_pixels);
        CHECK(coarser != finer);
    }
}

TEST_CASE("where no step fits, the coarsest stays") {
    CHECK(after({}, 100, machine(5000.0)).step == render::last_motion_step());
}

TEST_CASE("detail comes back where frames have become easy") {
    const MotionPace coarse = after({}, 20, machine(120.0));
    REQUIRE(coarse.step > 2);
    CHECK(after(coarse, 400, machine(5.0)).step == 0);
}

TEST_CASE("a single slow frame among easy ones costs one step, not detail for good") {
    MotionPace pace = next({.step = 2}, 40.0);
    CHECK(pace.step == 3);
    pace = after(pace, 100, [](int) { return 10.0; });
    CHECK(pace.step < 3);
}

TEST_CASE("detail does not swing between two steps of which only the coarser fits") {
    const auto uneven = [](int step) { return step >= 3 ? 10.0 : 40.0; };
    MotionPace pace{.step = 3};
    int changes = 0;
    for (int frame = 0; frame < 600; ++frame) {
        const MotionPace later = next(pace, uneven(pace.step));
        changes += later.step != pace.step ? 1 : 0;
        pace = later;
    }
    // Two for each trial, and trials become rare.
    CHECK(changes <= 16);
}

TEST_CASE("a picture in motion shows the same bones in the same places, outlines and picks too") {
    const auto s = stage();
    if (!s) {
        return;
    }
    const Mesh mesh = spheres({{0.0F, 0.0F, 0.0F}, {1.1F, 0.4F, 0.0F}});
    s->renderer.upload(mesh.geometry);
    view::Scene scene = scene_of(2);
    scene.bones[0].flags = view::bone_selected;
    scene.moving = true;
    const auto moving = shown(*s, scene);
    const bool coarse = s->renderer.wants_refinement();
    std::vector<std::uint16_t> picks;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            picks.push_back(s->renderer.pick(x, y).bone);
        }
    }
    scene.moving = false;
    const auto still = shown(*s, scene);
    CHECK_FALSE(s->renderer.wants_refinement());
    long difference = 0;
    int other_picks = 0;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const auto a = pixel(moving, x, y);
            const auto b = pixel(still, x, y);
            for (std::size_t channel = 0; channel < 3; ++channel) {
                difference += std::abs(a[channel] - b[channel]);
            }
            const auto at = static_cast<std::size_t>(y * side + x);
            other_picks += s->renderer.pick(x, y).bone != picks[at] ? 1 : 0;
        }
    }
    // One step of 255 in the mean; only along silhouettes may another bone be met.
    CHECK(difference / (3L * side * side) <= 1);
    CHECK(other_picks < 4 * side);
    CHECK(coarse == s->renderer.driver().software);
}
