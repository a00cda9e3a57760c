#include "render/reading.h"

#include <glm/common.hpp>

#include <algorithm>

namespace osteon::render {

namespace {

Pick read_layer(const Targets::Layer& layer, glm::ivec2 sample) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, layer.framebuffer.id());
    glReadBuffer(GL_COLOR_ATTACHMENT1);
    Pick pick;
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(sample.x, sample.y, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_SHORT, &pick.bone);
    if (pick.bone != Targets::no_index) {
        glReadPixels(sample.x, sample.y, 1, 1, GL_DEPTH_COMPONENT, GL_FLOAT, &pick.depth);
    }
    glReadBuffer(GL_COLOR_ATTACHMENT0);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    return pick;
}

/// The depths of the rectangle around the samples, read at once: one by one, thousands of them take
/// longer than the picture.
std::vector<float> read_depths_around(std::span<const glm::ivec2> samples) {
    glm::ivec2 least = samples.front();
    glm::ivec2 most = samples.front();
    for (const glm::ivec2& sample : samples) {
        least = glm::min(least, sample);
        most = glm::max(most, sample);
    }
    const glm::ivec2 size = most - least + 1;
    const auto width = static_cast<std::size_t>(size.x);
    std::vector<float> all(width * static_cast<std::size_t>(size.y));
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(least.x, least.y, size.x, size.y, GL_DEPTH_COMPONENT, GL_FLOAT, all.data());
    std::vector<float> depths;
    depths.reserve(samples.size());
    for (const glm::ivec2& sample : samples) {
        const glm::ivec2 at = sample - least;
        depths.push_back(
            all[static_cast<std::size_t>(at.y) * width + static_cast<std::size_t>(at.x)]);
    }
    return depths;
}

} // namespace

Image read_pixels(GLuint framebuffer, glm::ivec2 origin, glm::ivec2 size) {
    Image image;
    image.width = size.x;
    image.height = size.y;
    const std::size_t row = static_cast<std::size_t>(size.x) * 4;
    image.pixels.resize(row * static_cast<std::size_t>(size.y));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(origin.x, origin.y, size.x, size.y, GL_RGBA, GL_UNSIGNED_BYTE,
                 image.pixels.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    // OpenGL's rows run upwards.
    const auto rows = image.pixels.begin();
    for (int y = 0; y < size.y / 2; ++y) {
        const auto upper = rows + static_cast<std::ptrdiff_t>(row) * y;
        const auto lower = rows + static_cast<std::ptrdiff_t>(row) * (size.y - 1 - y);
        std::swap_ranges(upper, upper + static_cast<std::ptrdiff_t>(row), lower);
    }
    return image;
}

Pick read_sample(const Targets& targets, bool ghosts, glm::ivec2 sample) {
    Pick pick = read_layer(targets.drawn_solid(), sample);
    if (pick.bone == Targets::no_index && ghosts) {
        pick = read_layer(targets.drawn_ghost(), sample);
    }
    return pick;
}

std::vector<float> read_depths(const Targets& targets, std::span<const glm::ivec2> samples) {
    std::vector<float> depths(samples.size(), 1.0F);
    if (samples.empty()) {
        return depths;
    }
    constexpr std::size_t c_few = 256;
    if (samples.size() > c_few) {
        glBindFramebuffer(GL_READ_FRAMEBUFFER, targets.drawn_solid().framebuffer.id());
        depths = read_depths_around(samples);
        glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
        return depths;
    }
    const auto bytes = static_cast<GLsizeiptr>(samples.size() * sizeof(float));
    const auto buffer = gl::Buffer::make();
    glBindBuffer(GL_PIXEL_PACK_BUFFER, buffer.id());
    glBufferData(GL_PIXEL_PACK_BUFFER, bytes, nullptr, GL_STREAM_READ);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, targets.drawn_solid().framebuffer.id());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        glReadPixels(samples[i].x, samples[i].y, 1, 1, GL_DEPTH_COMPONENT, GL_FLOAT,
                     reinterpret_cast<void*>(i * sizeof(float)));
    }
    glGetBufferSubData(GL_PIXEL_PACK_BUFFER, 0, bytes, depths.data());
    glBindFramebuffer(GL_READ_FRAMEBUFFER, 0);
    glBindBuffer(GL_PIXEL_PACK_BUFFER, 0);
    return depths;
}

void unmultiply(Image& image) {
    for (std::size_t i = 0; i + 3 < image.pixels.size(); i += 4) {
        const unsigned alpha = image.pixels[i + 3];
        if (alpha == 0 || alpha == 255) {
            continue;
        }
        for (std::size_t channel = i; channel < i + 3; ++channel) {
            const unsigned straight = (image.pixels[channel] * 255U + alpha / 2U) / alpha;
            image.pixels[channel] = static_cast<std::uint8_t>(std::min(straight, 255U));
        }
    }
}

} // namespace osteon::render
