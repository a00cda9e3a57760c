#include "render/still.h"

#include "render/drawn_pane.h"
#include "render/gl/framebuffer.h"
#include "render/reading.h"
#include "render/renderer.h"
#include "render/still_tools.h"
#include "render/visible.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

namespace osteon::render {

namespace {

constexpr Effort best_effort{.samples = 4, .level_error = 0.5F};
constexpr int tile_side = 640; ///< pixels; 4 x 4 samples then take some 65 MB

std::uint8_t byte_of(float share) {
    return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(share, 0.0F, 1.0F)));
}

/// What lies outside the scene's viewport: the backdrop's edge, or nothing.
Image empty_picture(const view::Backdrop& backdrop, glm::ivec2 size) {
    Image image;
    image.width = size.x;
    image.height = size.y;
    image.pixels.resize(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * 4);
    if (!backdrop.transparent) {
        for (std::size_t i = 0; i < image.pixels.size(); i += 4) {
            image.pixels[i] = byte_of(backdrop.edge.x);
            image.pixels[i + 1] = byte_of(backdrop.edge.y);
            image.pixels[i + 2] = byte_of(backdrop.edge.z);
            image.pixels[i + 3] = 255;
        }
    }
    return image;
}

/// Copies `tile` into `image` with its upper left corner at `at`, which may lie outside.
void paste(const Image& tile, glm::ivec2 at, Image& image) {
    const int left = std::max(at.x, 0);
    const int right = std::min(at.x + tile.width, image.width);
    const int top = std::max(at.y, 0);
    const int bottom = std::min(at.y + tile.height, image.height);
    for (int y = top; y < bottom && left < right; ++y) {
        const std::ptrdiff_t from = 4 * (std::ptrdiff_t{y - at.y} * tile.width + (left - at.x));
        const std::ptrdiff_t to = 4 * (std::ptrdiff_t{y} * image.width + left);
        std::copy_n(tile.pixels.begin() + from, 4 * (right - left), image.pixels.begin() + to);
    }
}

/// The shade map for all tiles, from one drawing of the whole viewport in the map's size: a tile
/// alone does not show what shades its border.
ShadeMap shade_of_whole(const PassInput& input, gl::Sums sums) {
    ShadeMap shade;
    shade.resize(shade_size(input.frame));
    Frame frame = input.frame;
    frame.effort.samples = 1;
    frame.pixels_per_radian *=
        static_cast<float>(shade.size.y) / static_cast<float>(frame.viewport.y);
    frame.viewport = shade.size;
    frame.size = shade.size;
    const PassInput whole{input.scene,       frame,   input.skeleton, input.looks, input.programs,
                          input.no_vertices, nullptr, input.faces};
    Targets targets(sums);
    targets.resize(frame.sample_size(), frame.outline_size());
    draw_solids(whole, targets);
    draw_faces(whole, targets);
    draw_shade(whole, targets.drawn_solid().depth, shade);
    return shade;
}

/// All tiles of one scene, in rows from the bottom.
class SceneTiles {
public:
    SceneTiles(const view::Scene& scene, const StillTools& tools)
        : scene_(scene)
        , tools_(tools)
        , whole_(frame_of(scene, placed_bounds(tools.skeleton.parts, tools.skeleton.bounds, scene),
                          best_effort))
        , looks_(look_table(scene))
        // Outlines and silhouettes reach over a tile's border.
        , margin_(2 + static_cast<int>(std::ceil(2.0F * scene.pixels_per_unit))) {
        prepare(faces_, scene, tools.skeleton);
        const PassInput input{scene,   whole_,         tools.skeleton,
                              looks_,  tools.programs, tools.no_vertices,
                              nullptr, &faces_};
        if (!scene.film && !scene.scan) {
            shade_ = shade_of_whole(input, tools.sums);
        }
        if (shows_floor(input)) {
            prepare(footprint_, input);
        }
    }

    void draw(int index, Targets& targets, FinishedPicture& finished, Image& image) const {
        const int columns = (whole_.viewport.x + tile_side - 1) / tile_side;
        const glm::ivec2 at = tile_side * glm::ivec2(index % columns, index / columns);
        const glm::ivec2 inner = glm::min(glm::ivec2(tile_side), whole_.viewport - at);
        const Frame frame = window_of(whole_, at - margin_, inner + 2 * margin_);
        const PassInput input{scene_,  frame,           tools_.skeleton,
                              looks_,  tools_.programs, tools_.no_vertices,
                              &shade_, &faces_,         &footprint_};
        targets.resize(frame.sample_size(), frame.outline_size());
        finished.resize(frame.size);
        const bool ghosts = draw_bones(input, targets);
        finish_picture(input, targets, ghosts, finished);
        Image tile = read_pixels(finished.framebuffer.id(), glm::ivec2(margin_), inner);
        unmultiply(tile);
        const glm::ivec2 corner(std::lround(scene_.viewport.x), std::lround(scene_.viewport.y));
        paste(tile, {corner.x + at.x, corner.y + whole_.viewport.y - at.y - inner.y}, image);
    }

private:
    const view::Scene& scene_;
    const StillTools& tools_;
    Frame whole_;
    gl::Texture looks_;
    int margin_;
    CutFaces faces_;
    ShadeMap shade_;
    Footprint footprint_;
};

int tiles_of(const view::Scene& scene) {
    if (scene.viewport.empty()) {
        return 0;
    }
    const glm::ivec2 tiles = (viewport_size(scene) + tile_side - 1) / tile_side;
    return tiles.x * tiles.y;
}

} // namespace

struct Still::Parts {
    std::vector<view::Scene> scenes;
    StillTools tools;
    Image image;
    Targets targets{tools.sums};
    FinishedPicture finished{};
    std::size_t scene = 0;                   ///< that is drawn
    int scene_drawn = 0;                     ///< of its tiles
    std::optional<SceneTiles> scene_tiles{}; ///< none before its first
    int drawn = 0;
    int total = 0;

    void draw_tile();
};

void Still::Parts::draw_tile() {
    while (scene_drawn == tiles_of(scenes[scene])) {
        scene_tiles.reset();
        scene_drawn = 0;
        ++scene;
    }
    if (!scene_tiles) {
        scene_tiles.emplace(scenes[scene], tools);
    }
    scene_tiles->draw(scene_drawn, targets, finished, image);
    ++scene_drawn;
    ++drawn;
}

Result<Still> Still::begin(std::vector<view::Scene> scenes, glm::ivec2 size,
                           const StillTools& tools) {
    if (size.x < 1 || size.y < 1 || size.x > still_limit || size.y > still_limit) {
        return fail({Fault::usage, "the picture", "",
                     std::to_string(size.x) + "x" + std::to_string(size.y) +
                         " is not a size that can be drawn",
                     "Choose 1 to " + std::to_string(still_limit) + " pixels for each side"});
    }
    Image image = empty_picture(scenes.empty() ? view::Backdrop{} : scenes.front().backdrop, size);
    Still still(std::make_unique<Parts>(std::move(scenes), tools, std::move(image)));
    for (const view::Scene& scene : still.parts_->scenes) {
        still.parts_->total += tiles_of(scene);
    }
    return still;
}

Still::Still(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
Still::Still(Still&&) noexcept = default;
Still& Still::operator=(Still&&) noexcept = default;
Still::~Still() = default;

int Still::tiles() const {
    return parts_->total;
}

int Still::drawn() const {
    return parts_->drawn;
}

Result<void> Still::draw_tile() {
    try {
        parts_->draw_tile();
        return {};
    } catch (const gl::TargetError& error) {
        return fail({Fault::machine, "the picture", "", error.what(), "Close other programs"});
    } catch (const gl::ShaderError& error) {
        return fail(error.error());
    }
}

Image Still::take() {
    return std::move(parts_->image);
}

} // namespace osteon::render
