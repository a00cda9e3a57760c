#pragma once

#include "base/geometry.h"

#include <span>
#include <vector>

namespace osteon::view {

/// A marker that wants a label. Pixels, y down.
struct LabelRequest {
    glm::vec2 at{0.0F};
    float clearance = 0.0F; ///< radius around `at` that labels of others keep out of
    glm::vec2 size{0.0F};   ///< of the plate
    int rank = 0;           ///< where there is no room for all, lower ranks are kept
    int side = 0; ///< of the last picture: -1 left, 1 right; kept while `at` is near the middle
};

/// Where labels may stand.
struct LabelArea {
    Rect bounds;             ///< plates stay within
    std::vector<Rect> taken; ///< plates and leaders keep out
    float left = 0.0F;       ///< right edge of the left column's plates, if nothing is in the way
    float right = 0.0F;      ///< left edge of the right column's plates
    float scale = 1.0F;
    float gap = 12.0F;  ///< between plates, px at 100 %
    float knee = 18.0F; ///< from a plate to the knee of its leader, px at 100 %
};

/// A plate and the leader from the marker over its knee; an empty plate: there was no room.
struct LabelPlace {
    Rect plate;
    glm::vec2 knee{0.0F};
    glm::vec2 end{0.0F};
    bool operator==(const LabelPlace&) const = default;
};

/// Places labels in a left and a right column, in the order of their markers' heights and as near
/// to them as the gaps between plates allow; where a column does not serve, close to the marker. No
/// plates overlap, no leaders cross.
std::vector<LabelPlace> place_labels(std::span<const LabelRequest> requests, const LabelArea& area);

} // namespace osteon::view
