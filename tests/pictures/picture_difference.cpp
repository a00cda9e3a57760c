#include "pictures/picture_difference.h"

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <cmath>

namespace osteon::tests {

namespace {

constexpr int c_square = 4;

/// IEC 61966-2-1.
double linear_of(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

/// CIE 15: L*, a*, b* for the white of sRGB (D65).
glm::dvec3 lab_of(const glm::dvec3& linear) {
    const auto f = [](double t) {
        return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
    };
    const double x = f(glm::dot(linear, {0.4124, 0.3576, 0.1805}) / 0.95047);
    const double y = f(glm::dot(linear, {0.2126, 0.7152, 0.0722}));
    const double z = f(glm::dot(linear, {0.0193, 0.1192, 0.9505}) / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

/// The mean of a square's pixels over white, in linear light.
glm::dvec3 mean_of(const render::Image& image, int left, int top) {
    glm::dvec3 sum(0.0);
    int count = 0;
    for (int y = top; y < std::min(top + c_square, image.height); ++y) {
        for (int x = left; x < std::min(left + c_square, image.width); ++x) {
            const std::uint8_t* const pixel =
                &image.pixels[4 * static_cast<std::size_t>(y * image.width + x)];
            const double alpha = pixel[3] / 255.0;
            for (int channel = 0; channel < 3; ++channel) {
                sum[channel] += linear_of(alpha * pixel[channel] / 255.0 + 1.0 - alpha);
            }
            ++count;
        }
    }
    return sum / static_cast<double>(count);
}

} // namespace

PictureDifference difference(const render::Image& a, const render::Image& b) {
    PictureDifference result;
    int squares = 0;
    int seen = 0;
    for (int y = 0; y < a.height; y += c_square) {
        for (int x = 0; x < a.width; x += c_square) {
            const double apart = glm::distance(lab_of(mean_of(a, x, y)), lab_of(mean_of(b, x, y)));
            result.mean += apart;
            seen += apart > PictureDifference::seen ? 1 : 0;
            ++squares;
        }
    }
    result.mean /= squares;
    result.share_seen = static_cast<double>(seen) / squares;
    return result;
}

} // namespace osteon::tests
