#include "render/stills.h"

#include "render/reading.h"
#include "render/visible.h"

#include <algorithm>
#include <cmath>
#include <string>

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

/// Draws the scene into its viewport in `image`.
void draw_scene(const view::Scene& scene, const Skeleton& skeleton, const Programs& programs,
                const gl::VertexArray& no_vertices, gl::Sums sums, const Progress& progress,
                Image& image) {
    const Frame whole =
        frame_of(scene, placed_bounds(skeleton.parts, skeleton.bounds, scene), best_effort);
    const gl::Texture looks = look_table(scene);
    const glm::ivec2 corner(std::lround(scene.viewport.x), std::lround(scene.viewport.y));
    // Outlines and silhouettes reach over a tile's border.
    const int margin = 2 + static_cast<int>(std::ceil(2.0F * scene.pixels_per_unit));
    CutFaces faces;
    prepare(faces, scene, skeleton);
    ShadeMap shade;
    if (!scene.film && !scene.scan) {
        shade = shade_of_whole(
            {scene, whole, skeleton, looks, programs, no_vertices, nullptr, &faces}, sums);
    }
    Footprint footprint;
    if (const PassInput input{scene, whole, skeleton, looks, programs, no_vertices};
        shows_floor(input)) {
        prepare(footprint, input);
    }
    Targets targets(sums);
    FinishedPicture finished;
    const glm::ivec2 tiles = (whole.viewport + tile_side - 1) / tile_side;
    int drawn = 0;
    for (int y = 0; y < whole.viewport.y; y += tile_side) {
        for (int x = 0; x < whole.viewport.x; x += tile_side) {
            progress("Drawing", ++drawn, tiles.x * tiles.y);
            const glm::ivec2 inner =
                glm::min(glm::ivec2(tile_side), whole.viewport - glm::ivec2(x, y));
            const Frame frame = window_of(whole, glm::ivec2(x, y) - margin, inner + 2 * margin);
            const PassInput input{scene,       frame,  skeleton, looks,     programs,
                                  no_vertices, &shade, &faces,   &footprint};
            targets.resize(frame.sample_size(), frame.outline_size());
            finished.resize(frame.size);
            const bool ghosts = draw_bones(input, targets);
            finish_picture(input, targets, ghosts, finished);
            Image tile = read_pixels(finished.framebuffer.id(), glm::ivec2(margin), inner);
            unmultiply(tile);
            paste(tile, {corner.x + x, corner.y + whole.viewport.y - y - inner.y}, image);
        }
    }
}

} // namespace

Result<Image> draw_still(std::span<const view::Scene> scenes, glm::ivec2 size,
                         const Skeleton& skeleton, const Programs& programs,
                         const gl::VertexArray& no_vertices, gl::Sums sums,
                         const Progress& progress) {
    if (size.x < 1 || size.y < 1 || size.x > still_limit || size.y > still_limit) {
        return fail({Fault::usage, "the picture", "",
                     std::to_string(size.x) + "x" + std::to_string(size.y) +
                         " is not a size that can be drawn",
                     "Choose 1 to " + std::to_string(still_limit) + " pixels for each side"});
    }
    Image image = empty_picture(scenes.empty() ? view::Backdrop{} : scenes.front().backdrop, size);
    for (const view::Scene& scene : scenes) {
        if (!scene.viewport.empty()) {
            draw_scene(scene, skeleton, programs, no_vertices, sums, progress, image);
        }
    }
    return image;
}

} // namespace osteon::render
