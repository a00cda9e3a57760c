#include "app/picture_labels.h"

#include "render/offscreen.h"
#include "ui/interface.h"
#include "ui/label_painter.h"

#include <algorithm>
#include <cmath>

namespace osteon::app {
namespace {

constexpr int c_tile = 1024;           ///< pixels along a side
constexpr float c_look_side = 1600.0F; ///< longest side of the picture that tells what is behind

/// The size of a picture's pixels in a small one, in which it is seen what hides what.
float small_pixel(const view::Layout& layout) {
    return std::min(1.0F, c_look_side / std::max(layout.window.width, layout.window.height));
}

/// The same views in smaller viewports.
std::vector<view::Scene> small_scenes(std::span<const view::Pane> panes, float pixel) {
    std::vector<view::Scene> scenes = view::scenes_of(panes);
    for (view::Scene& scene : scenes) {
        const Rect& full = scene.viewport;
        const float left = std::round(full.x * pixel);
        const float top = std::round(full.y * pixel);
        scene.viewport = {left, top, std::max(1.0F, std::round(full.right() * pixel) - left),
                          std::max(1.0F, std::round(full.bottom() * pixel) - top)};
        scene.backdrop.transparent = false;
    }
    return scenes;
}

/// Lays premultiplied colour over straight colour.
void lay_over(const std::uint8_t* above, std::uint8_t* below) {
    const unsigned cover = above[3];
    if (cover == 0) {
        return;
    }
    const unsigned rest = (below[3] * (255U - cover) + 127U) / 255U;
    const unsigned alpha = cover + rest;
    for (int channel = 0; channel < 3; ++channel) {
        const unsigned sum = above[channel] * 255U + below[channel] * rest;
        below[channel] = static_cast<std::uint8_t>(std::min((sum + alpha / 2U) / alpha, 255U));
    }
    below[3] = static_cast<std::uint8_t>(std::min(alpha, 255U));
}

void lay_tile(const render::Image& tile, int left, int top, render::Image& image) {
    for (int y = 0; y < tile.height; ++y) {
        const std::size_t from = static_cast<std::size_t>(y) * static_cast<std::size_t>(tile.width);
        const std::size_t to =
            static_cast<std::size_t>(top + y) * static_cast<std::size_t>(image.width) +
            static_cast<std::size_t>(left);
        for (std::size_t x = 0; x < static_cast<std::size_t>(tile.width); ++x) {
            lay_over(&tile.pixels[4 * (from + x)], &image.pixels[4 * (to + x)]);
        }
    }
}

Result<void> paint(ui::LabelPainter& painter, const render::Renderer& renderer,
                   render::Image& image) {
    for (int top = 0; top < image.height; top += c_tile) {
        for (int left = 0; left < image.width; left += c_tile) {
            const int width = std::min(c_tile, image.width - left);
            const int height = std::min(c_tile, image.height - top);
            const Result<render::Canvas> canvas = render::Canvas::create(width, height);
            if (!canvas) {
                return fail(canvas.error());
            }
            painter.draw_tile({static_cast<float>(left), static_cast<float>(top),
                               static_cast<float>(width), static_cast<float>(height)});
            lay_tile(renderer.read_back(width, height, canvas->framebuffer()), left, top, image);
        }
    }
    return {};
}

/// The marks of the picture. Sites are marked only where one, or a primary, was asked for.
Result<view::StageMarks> marks_of(const LabelledPicture& shown, const ui::LabelPainter& painter,
                                  StageView& stage, render::Renderer& renderer) {
    const float pixel = small_pixel(shown.layout);
    const auto side = [&](float length) {
        return std::max(1, static_cast<int>(std::lround(length * pixel)));
    };
    const int width = side(shown.layout.window.width);
    const int height = side(shown.layout.window.height);
    const Result<render::Canvas> canvas = render::Canvas::create(width, height);
    if (!canvas) {
        return fail(canvas.error());
    }
    renderer.draw(small_scenes(shown.panes, pixel), width, height, canvas->framebuffer());
    view::StageMarks marks = stage.marks(
        shown.panes, shown.atlas, {}, renderer,
        [&](const std::string& title, const std::string& subtitle, view::LabelForm form) {
            return painter.measure(title, subtitle, form);
        },
        pixel);
    if (!shown.names) { // the user's notes alone
        return view::StageMarks{.markers = {},
                                .landmarks = {},
                                .bones = {},
                                .routes = {},
                                .notes = std::move(marks.notes)};
    }
    if (shown.session.stage.site.empty() && shown.session.stage.primary.empty()) {
        marks.markers.clear();
    }
    return marks;
}

} // namespace

Result<void> draw_labels(const LabelledPicture& shown, StageView& stage, render::Renderer& renderer,
                         render::Image& image) {
    const session::ThemeChoice theme = shown.session.settings.theme;
    Result<ui::LabelPainter> painter = ui::LabelPainter::create(shown.layout.scale, theme);
    if (!painter) {
        return fail(painter.error());
    }
    const Result<view::StageMarks> marks = shown.names || session::count(shown.session.notes) > 0
                                               ? marks_of(shown, *painter, stage, renderer)
                                               : view::StageMarks{};
    if (!marks) {
        return fail(marks.error());
    }
    const session::World world = shown.atlas.world();
    painter->lay_out({.session = shown.session,
                      .world = world,
                      .search = shown.atlas.search,
                      .layout = shown.layout,
                      .panes = shown.panes,
                      .marks = *marks,
                      .pointing = {},
                      .pose = shown.pose,
                      .task = {},
                      .model_name = stage.name(),
                      .model_credit = stage.credit(),
                      .model_loaded = true,
                      .framed_bounds = {},
                      .unmatched = {},
                      .toasts = {}});
    return paint(*painter, renderer, image);
}

} // namespace osteon::app
