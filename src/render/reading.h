#pragma once

#include "render/renderer.h"
#include "render/targets.h"

#include <glm/vec2.hpp>

#include <span>
#include <vector>

namespace osteon::render {

/// Colours of a framebuffer, `size` from its lower left `origin`, as they lie there.
Image read_pixels(GLuint framebuffer, glm::ivec2 origin, glm::ivec2 size);

/// What lies under a sample of the drawn bones; opaque bones before ghosts.
Pick read_sample(const Targets& targets, bool ghosts, glm::ivec2 sample);

/// Depths of the opaque bones under some samples, with one wait for all.
std::vector<float> read_depths(const Targets& targets, std::span<const glm::ivec2> samples);

/// From premultiplied to straight alpha.
void unmultiply(Image& image);

} // namespace osteon::render
