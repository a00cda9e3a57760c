#include "output/page_flow.h"

namespace osteon::output {
namespace {

/// The strip that the page after begins with, where the one that begins with `first` ends.
std::size_t page_end(std::span<const Strip> strips, std::size_t first, double height) {
    double used = 0.0;
    std::size_t end = first;
    while (end < strips.size()) {
        const Strip& strip = strips[end];
        if (end > first && strip.page_break) {
            return end;
        }
        used += strip.height + (end > first ? strip.space : 0.0);
        if (used > height && end > first) {
            break;
        }
        ++end;
    }
    if (end == strips.size()) {
        return end;
    }
    std::size_t sound = end;
    while (sound > first && strips[sound].keep) {
        --sound;
    }
    return sound > first ? sound : end;
}

} // namespace

std::vector<FlowedPage> flow(std::span<const Strip> strips, double height) {
    std::vector<FlowedPage> pages;
    for (std::size_t first = 0; first < strips.size();) {
        const std::size_t end = page_end(strips, first, height);
        FlowedPage page;
        double y = 0.0;
        for (const Strip& strip : strips.subspan(first, end - first)) {
            y += page.empty() ? 0.0 : strip.space;
            page.push_back({&strip, y});
            y += strip.height;
        }
        pages.push_back(std::move(page));
        first = end;
    }
    return pages;
}

double filled(const FlowedPage& page) {
    return page.empty() ? 0.0 : page.back().y + page.back().strip->height;
}

} // namespace osteon::output
