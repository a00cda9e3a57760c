#pragma once

#include "view/scene.h"

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace osteon::render {

/// How much work a frame may be.
struct Effort {
    int samples = 2;          ///< along each side of a pixel: 1, 2 or 4
    float resolution = 1.0F;  ///< above 0; below 1 with one sample: bones get fewer than pixels
    float level_error = 0.7F; ///< pixels that a level of detail may stray
    int shade_pixels = 2;     ///< pixels along each side of a place in the shade map
    bool operator==(const Effort&) const = default;
};

/// What all passes of one drawing share: a window of the scene's viewport, its camera and light.
struct Frame {
    Effort effort;
    glm::ivec2 viewport{0}; ///< size of the scene's viewport, pixels
    glm::ivec2 origin{0};   ///< of the window in the viewport, pixels from its bottom left
    glm::ivec2 size{0};     ///< of the window, pixels
    glm::mat4 to_clip{1.0F};
    glm::vec3 eye{0.0F};
    glm::vec3 right{1.0F, 0.0F, 0.0F};
    glm::vec3 up{0.0F, 1.0F, 0.0F};
    glm::vec3 back{0.0F, 0.0F, 1.0F}; ///< towards the viewer
    float pixels_per_radian = 1.0F;
    glm::vec2 depth_range{0.0F, 1.0F}; ///< metres before the eye between which far parts darken
    float occlusion_strength = 1.0F;   ///< half in close-ups
    glm::vec2 planes{0.05F, 50.0F};    ///< near and far of the camera, metres

    /// Samples along each side of a pixel, which may be fewer than one.
    glm::vec2 sample_scale() const { return glm::vec2(sample_size()) / glm::vec2(size); }
    /// Of the targets that bones are drawn into.
    glm::ivec2 sample_size() const;
    /// Of that of the outlined bones, which never has fewer samples than pixels.
    glm::ivec2 outline_size() const { return size * effort.samples; }
};

/// The frame of the whole viewport.
Frame frame_of(const view::Scene& scene, const Box& bounds, const Effort& effort);

/// As many samples a pixel as `wanted`, or fewer where the driver's targets or a common machine's
/// memory would not hold them: up to 3840x2160 there are 2 x 2, then one.
int affordable_samples(int wanted, glm::ivec2 viewport, int largest_side);

/// The part of `whole` with its lower left corner at `origin`.
Frame window_of(const Frame& whole, glm::ivec2 origin, glm::ivec2 size);

} // namespace osteon::render
