#include "view/scan_cells.h"

namespace osteon::view {

namespace {

/// Smooths one row or column of `count` cells, `stride` apart, by a symmetrical kernel; beyond the
/// film there is nothing.
void blur_line(float* line, int count, std::ptrdiff_t stride, const std::vector<float>& kernel,
               std::vector<float>& room) {
    const int reach = static_cast<int>(kernel.size()) - 1;
    room.assign(static_cast<std::size_t>(count + 2 * reach), 0.0F);
    for (int i = 0; i < count; ++i) {
        room[static_cast<std::size_t>(i + reach)] = line[i * stride];
    }
    for (int i = 0; i < count; ++i) {
        const float* const middle = room.data() + i + reach;
        float sum = kernel[0] * middle[0];
        for (int k = 1; k <= reach; ++k) {
            sum += kernel[static_cast<std::size_t>(k)] * (middle[k] + middle[-k]);
        }
        line[i * stride] = sum;
    }
}

/// The mean of 2 `reach` + 1 neighbours, at the same cost for every reach.
void average_line(float* line, int count, std::ptrdiff_t stride, int reach,
                  std::vector<float>& room) {
    room.assign(static_cast<std::size_t>(count + 2 * reach + 1), 0.0F);
    for (int i = 0; i < count; ++i) {
        room[static_cast<std::size_t>(i + reach)] = line[i * stride];
    }
    const float share = 1.0F / static_cast<float>(2 * reach + 1);
    double sum = 0.0;
    for (int i = 0; i < 2 * reach; ++i) {
        sum += room[static_cast<std::size_t>(i)];
    }
    for (int i = 0; i < count; ++i) {
        sum += room[static_cast<std::size_t>(i + 2 * reach)];
        line[i * stride] = static_cast<float>(sum) * share;
        sum -= room[static_cast<std::size_t>(i)];
    }
}

/// Calls `smooth(first cell, count, stride)` for every row, then for every column.
template <class Smooth>
void for_each_line(Cells& cells, glm::ivec2 size, const Smooth& smooth) {
    for (int y = 0; y < size.y; ++y) {
        smooth(cells.data() + std::ptrdiff_t{y} * size.x, size.x, std::ptrdiff_t{1});
    }
    for (int x = 0; x < size.x; ++x) {
        smooth(cells.data() + x, size.y, std::ptrdiff_t{size.x});
    }
}

std::uint32_t scrambled(std::uint32_t x) {
    x ^= x >> 16U;
    x *= 0x7FEB352DU;
    x ^= x >> 15U;
    x *= 0x846CA68BU;
    x ^= x >> 16U;
    return x;
}

float share_of(std::uint32_t bits) {
    return static_cast<float>(bits >> 8U) / static_cast<float>(1U << 24U);
}

} // namespace

void blur(Cells& cells, glm::ivec2 size, float sigma) {
    const int reach = static_cast<int>(std::ceil(3.0F * sigma));
    std::vector<float> kernel;
    float sum = 0.0F;
    for (int k = 0; k <= reach; ++k) {
        const float off = static_cast<float>(k) / sigma;
        kernel.push_back(std::exp(-0.5F * off * off));
        sum += (k == 0 ? 1.0F : 2.0F) * kernel.back();
    }
    for (float& weight : kernel) {
        weight /= sum;
    }
    std::vector<float> room;
    for_each_line(cells, size, [&](float* line, int count, std::ptrdiff_t stride) {
        blur_line(line, count, stride, kernel, room);
    });
}

void add_tissue(const Cells& bone, glm::ivec2 size, float sigma, float activity, Cells& to) {
    constexpr float c_much = 0.008F;    // metres of bone that count as the middle of a limb
    constexpr float c_skin = 0.00025F;  // where the outline begins
    constexpr float c_inside = 0.0016F; // and where it is full
    Cells body(bone.size());
    std::ranges::transform(bone, body.begin(),
                           [=](float metres) { return std::clamp(metres, 0.0F, c_much); });
    // Three means in a row come close to a Gaussian of this width.
    const int reach = std::max(static_cast<int>(std::lround(sigma)), 1);
    std::vector<float> room;
    for (int turn = 0; turn < 3; ++turn) {
        for_each_line(body, size, [&](float* line, int count, std::ptrdiff_t stride) {
            average_line(line, count, stride, reach, room);
        });
    }
    for (std::size_t i = 0; i < to.size(); ++i) {
        const float t = std::clamp((body[i] - c_skin) / (c_inside - c_skin), 0.0F, 1.0F);
        to[i] += activity * t * t * (3.0F - 2.0F * t);
    }
}

float grain_at(std::uint32_t cell, std::uint32_t seed) {
    // The sum of four even draws is close to a normal one: its deviation is the root of 4/12.
    std::uint32_t state = scrambled(cell * 0x9E3779B9U + seed);
    float sum = 0.0F;
    for (int draw = 0; draw < 4; ++draw) {
        state = scrambled(state + 0x9E3779B9U);
        sum += share_of(state);
    }
    return (sum - 2.0F) * 1.7320508F;
}

} // namespace osteon::view
