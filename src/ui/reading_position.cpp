#include "ui/reading_position.h"

#include <algorithm>

namespace osteon::ui {
namespace {

/// Where the section of a heading ends: at the next heading, or with the page.
float end_of_section(std::span<const HeadingPlace> headings, std::size_t index, float end) {
    return index + 1 < headings.size() ? headings[index + 1].y : end;
}

} // namespace

ReadingPosition position_at(std::span<const HeadingPlace> headings, float y, float end) {
    ReadingPosition position;
    for (std::size_t i = 0; i < headings.size() && headings[i].y <= y; ++i) {
        position.above.insert(position.above.begin(), headings[i].anchor);
        const float length = end_of_section(headings, i, end) - headings[i].y;
        position.share =
            length > 0.0F ? std::clamp((y - headings[i].y) / length, 0.0F, 1.0F) : 0.0F;
    }
    return position;
}

std::optional<float> line_of(const ReadingPosition& position,
                             std::span<const HeadingPlace> headings, float end) {
    for (const std::string& anchor : position.above) {
        const auto found = std::ranges::find(headings, anchor, &HeadingPlace::anchor);
        if (found == headings.end()) {
            continue;
        }
        const bool nearest = anchor == position.above.front();
        const auto index = static_cast<std::size_t>(found - headings.begin());
        const float length = end_of_section(headings, index, end) - found->y;
        return found->y + (nearest ? position.share * length : 0.0F);
    }
    return std::nullopt;
}

} // namespace osteon::ui
