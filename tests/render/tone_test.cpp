// How light and dark the built-in skeleton comes out on every stage, in the picture as it is saved.

#include "anatomy/load.h"
#include "stage.h"
#include "view/compose.h"
#include "view/geometry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

using namespace osteon;
using namespace osteon::test;

namespace {

constexpr int width = 300;
constexpr int height = 400;

/// CIE L*a*b* for D65, of sRGB bytes.
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

struct View {
    std::string name;
    glm::vec3 target;
    glm::vec3 towards_eye;
    float tall; ///< metres in the height of the picture
};

/// Near enough that the lines around bones are thin beside them.
const View chest_and_pelvis{"chest and pelvis", {0.0F, 1.1F, 0.0F}, {0.3F, 0.0F, 0.95F}, 0.8F};

/// The whole body, and what is deepest and palest near by.
const std::array<View, 6> views{{{"front", {0.0F, 0.85F, 0.0F}, {0.0F, 0.0F, 1.0F}, 1.9F},
                                 {"back", {0.0F, 0.85F, 0.0F}, {0.0F, 0.0F, -1.0F}, 1.9F},
                                 {"skull", {0.0F, 1.60F, 0.0F}, {0.5F, 0.1F, 0.85F}, 0.35F},
                                 {"chest", {0.0F, 1.25F, 0.0F}, {0.6F, 0.1F, 0.8F}, 0.50F},
                                 {"pelvis", {0.0F, 0.92F, 0.0F}, {0.15F, 0.1F, 0.98F}, 0.40F},
                                 {"feet", {0.0F, 0.08F, 0.0F}, {0.5F, 0.5F, 0.7F}, 0.45F}}};

struct Skeleton {
    anatomy::Registry registry;
    anatomy::SkeletonModel model;
};

Skeleton load_skeleton() {
    auto registry = anatomy::load_registry(OSTEON_SOURCE_DIR "/assets/anatomy/bones.toml");
    REQUIRE(registry.has_value());
    auto model =
        anatomy::load_model({}, *registry, OSTEON_SOURCE_DIR "/assets/anatomy/builtin.skeleton",
                            std::nullopt, [](std::string_view, int, int) { return true; });
    REQUIRE(model.has_value());
    return {std::move(*registry), std::move(*model)};
}

view::BoneLook look_of(const anatomy::Bone& entry) {
    switch (entry.kind) {
    case anatomy::PieceKind::tooth:
        return {{0xF2, 0xED, 0xE0}, view::bone_tooth};
    case anatomy::PieceKind::disc:
    case anatomy::PieceKind::cartilage:
        return {{0xC3, 0xC5, 0xBB}, view::bone_soft};
    default:
        return {};
    }
}

view::Scene scene_of(const Skeleton& skeleton, const View& view) {
    view::Scene scene;
    scene.camera.target = view.target;
    const float distance = 0.5F * view.tall / std::tan(0.5F * scene.camera.fov_y);
    scene.camera.eye = view.target + distance * glm::normalize(view.towards_eye);
    scene.viewport = {0.0F, 0.0F, width, height};
    for (const anatomy::Bone& entry : skeleton.registry.bones) {
        scene.bones.push_back(look_of(entry));
    }
    return scene;
}

/// The colours of all pixels that bones cover whole.
std::vector<std::array<int, 4>> bone_pixels(Stage& stage, view::Scene scene) {
    const auto on_stage = stage.renderer.picture(scene, width, height);
    scene.backdrop.transparent = true;
    const auto alone = stage.renderer.picture(scene, width, height);
    REQUIRE(on_stage.has_value());
    REQUIRE(alone.has_value());
    std::vector<std::array<int, 4>> colours;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (pixel(*alone, x, y)[3] == 255) {
                colours.push_back(pixel(*on_stage, x, y));
            }
        }
    }
    return colours;
}

struct Background {
    std::string name;
    view::Backdrop backdrop;
};

std::vector<Background> backgrounds() {
    using session::ThemeChoice;
    view::Backdrop white = view::backdrop(ThemeChoice::light);
    white.centre = white.edge = glm::vec3(1.0F);
    white.gradient = false;
    return {{"dark", view::backdrop(ThemeChoice::dark)},
            {"light", view::backdrop(ThemeChoice::light)},
            {"contrast", view::backdrop(ThemeChoice::contrast)},
            {"white page", white}};
}

std::array<int, 4> median(std::vector<std::array<int, 4>> colours) {
    std::array<int, 4> middle{};
    const auto half = colours.begin() + static_cast<std::ptrdiff_t>(colours.size() / 2);
    for (std::size_t c = 0; c < 3; ++c) {
        std::ranges::nth_element(colours, half, {}, [c](const auto& colour) { return colour[c]; });
        middle[c] = (*half)[c];
    }
    return middle;
}

} // namespace

TEST_CASE("on every stage the darkest bone can be told from black, and no highlight burns out") {
    const auto s = stage();
    if (!s) {
        return;
    }
    const Skeleton skeleton = load_skeleton();
    s->renderer.upload(view::geometry_of(skeleton.model, 1));
    for (const Background& background : backgrounds()) {
        for (const View& view : views) {
            view::Scene scene = scene_of(skeleton, view);
            scene.backdrop = background.backdrop;
            const auto colours = bone_pixels(*s, scene);
            REQUIRE(colours.size() > 1000);
            float darkest = 100.0F;
            std::size_t burnt = 0;
            for (const auto& colour : colours) {
                darkest = std::min(darkest, lab(colour).x);
                burnt += std::max({colour[0], colour[1], colour[2]}) >= 253 ? 1U : 0U;
            }
            INFO(background.name, ", ", view.name, ": ", colours.size(), " pixels");
            CHECK(darkest > 12.0F);
            // The glints on teeth may touch white; a highlight on bone would be a hundred times as
            // large.
            CHECK(static_cast<double>(burnt) / static_cast<double>(colours.size()) < 0.0005);
        }
    }
}

TEST_CASE("heat on the skeleton looks as in the legend, in the median, on every stage") {
    const auto s = stage();
    if (!s) {
        return;
    }
    const Skeleton skeleton = load_skeleton();
    s->renderer.upload(view::geometry_of(skeleton.model, 1));
    for (const Background& background : backgrounds()) {
        for (int step = 0; step < 5; ++step) {
            view::Scene scene = scene_of(skeleton, chest_and_pelvis);
            scene.backdrop = background.backdrop;
            const auto legend = view::heat_colour(step);
            for (view::BoneLook& look : scene.bones) {
                look = {legend, view::bone_flat};
            }
            const auto middle = median(bone_pixels(*s, scene));
            INFO(background.name, ", step ", step, ": ", middle[0], " ", middle[1], " ", middle[2]);
            CHECK(glm::length(lab(middle) - lab({legend[0], legend[1], legend[2], 255})) <= 6.0F);
        }
    }
}
