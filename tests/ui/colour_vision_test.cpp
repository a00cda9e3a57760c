#include "ui/theme.h"
#include "view/compose.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace osteon::ui {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

struct Vision {
    const char* name;
    Matrix seen; ///< of linear RGB
};

/// Severity 1.0 of Machado, Oliveira, Fernandes 2009, A physiologically-based model for simulation
/// of color vision deficiency, IEEE TVCG 15(6), supplementary tables.
constexpr std::array<Vision, 4> c_visions = {
    {{"usual", {{{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}}}},
     {"protanopia",
      {{{0.152286, 1.052583, -0.204868},
        {0.114503, 0.786281, 0.099216},
        {-0.003882, -0.048116, 1.051998}}}},
     {"deuteranopia",
      {{{0.367322, 0.860646, -0.227968},
        {0.280085, 0.672501, 0.047413},
        {-0.011820, 0.042940, 0.968881}}}},
     {"tritanopia",
      {{{1.255528, -0.076749, -0.178779},
        {-0.078411, 0.930809, 0.147602},
        {0.004733, 0.691367, 0.303900}}}}}};

Triple product(const Matrix& matrix, const Triple& vector) {
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            result[row] += matrix[row][column] * vector[column];
        }
    }
    return result;
}

/// IEC 61966-2-1.
double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// CIE 1976 L*a*b* of linear sRGB, white D65.
Triple lab(Triple rgb) {
    constexpr Matrix c_to_xyz = {{{0.4124564, 0.3575761, 0.1804375},
                                  {0.2126729, 0.7151522, 0.0721750},
                                  {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Triple c_white = {0.95047, 1.0, 1.08883};
    for (double& channel : rgb) {
        channel = std::clamp(channel, 0.0, 1.0);
    }
    Triple f = product(c_to_xyz, rgb);
    for (std::size_t i = 0; i < 3; ++i) {
        const double share = f[i] / c_white[i];
        f[i] = share > 216.0 / 24389.0 ? std::cbrt(share) : (24389.0 / 27.0 * share + 16.0) / 116.0;
    }
    return {116.0 * f[1] - 16.0, 500.0 * (f[0] - f[1]), 200.0 * (f[1] - f[2])};
}

Triple seen_by(const Vision& vision, ImU32 colour) {
    const auto channel = [colour](int shift) {
        return linear(static_cast<double>((colour >> shift) & 255U) / 255.0);
    };
    return lab(product(vision.seen, {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT),
                                     channel(IM_COL32_B_SHIFT)}));
}

/// CIE 1976.
double difference(const Vision& vision, ImU32 a, ImU32 b) {
    const Triple left = seen_by(vision, a);
    const Triple right = seen_by(vision, b);
    return std::hypot(left[0] - right[0], left[1] - right[1], left[2] - right[2]);
}

std::vector<ImU32> heat() {
    std::vector<ImU32> colours;
    for (int step = 0; step < 5; ++step) {
        const auto colour = view::heat_colour(step);
        colours.push_back(IM_COL32(colour[0], colour[1], colour[2], 255));
    }
    return colours;
}

constexpr std::array c_themes = {session::ThemeChoice::dark, session::ThemeChoice::light,
                                 session::ThemeChoice::contrast};

} // namespace

TEST_CASE("the steps of heat differ by 14 in every colour vision, and grow darker in each") {
    const std::vector<ImU32> colours = heat();
    for (const Vision& vision : c_visions) {
        CAPTURE(std::string(vision.name));
        for (std::size_t i = 0; i < colours.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                CHECK_MESSAGE(difference(vision, colours[i], colours[j]) >= 14.0, i, " and ", j);
            }
            if (i > 0) {
                CHECK(seen_by(vision, colours[i])[0] < seen_by(vision, colours[i - 1])[0]);
            }
        }
    }
}

TEST_CASE("the two primaries of a comparison are told apart by 25 in every colour vision") {
    for (const Vision& vision : c_visions) {
        for (const session::ThemeChoice choice : c_themes) {
            CAPTURE(std::string(vision.name));
            const Theme& theme = theme_of(choice);
            CHECK(difference(vision, theme.compared_first, theme.compared_second) >= 25.0);
        }
    }
}

// Warning and error always stand beside an icon and words, so that they need not differ; "right"
// and "wrong" also have a check and words, but stand where an eye jumps to the colour.
TEST_CASE("good is told from warning by 15 and from error by 9 in every colour vision") {
    for (const Vision& vision : c_visions) {
        for (const session::ThemeChoice choice : c_themes) {
            CAPTURE(std::string(vision.name));
            const Theme& theme = theme_of(choice);
            CHECK(difference(vision, theme.good, theme.warning) >= 15.0);
            CAPTURE(static_cast<int>(choice));
            CHECK(difference(vision, theme.good, theme.error) >= 9.0);
        }
    }
}

// Their kinds are told by form: solid with rungs, dashed, double, dotted.
TEST_CASE("veins are told from arteries by 50 in every colour vision") {
    for (const Vision& vision : c_visions) {
        for (const session::ThemeChoice choice : c_themes) {
            CAPTURE(std::string(vision.name));
            const Theme& theme = theme_of(choice);
            CHECK(difference(vision, theme.vein, theme.artery) >= 50.0);
        }
    }
}

} // namespace osteon::ui
