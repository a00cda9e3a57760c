#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace osteon::ui {

/// A heading as it was last drawn.
struct HeadingPlace {
    std::string anchor;
    float y = 0.0F; ///< pixels below the page's top
};

/// Where a reader is, in terms that hold at the other reading level, in another language and in
/// another width.
struct ReadingPosition {
    std::vector<std::string> above; ///< anchors of the headings above, nearest first
    float share = 0.0F;             ///< of the nearest one's section that is read, 0..1
};

/// The position of a line `y` pixels below the page's top. `end` is the page's height.
ReadingPosition position_at(std::span<const HeadingPlace> headings, float y, float end);

/// The line of a position on a page; none where the page has none of its headings.
std::optional<float> line_of(const ReadingPosition& position,
                             std::span<const HeadingPlace> headings, float end);

} // namespace osteon::ui
