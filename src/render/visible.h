#pragma once

#include "render/frame.h"
#include "view/geometry.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace osteon::render {

/// Ranges of the index buffer, as glMultiDrawElements takes them.
struct DrawList {
    std::vector<std::int32_t> counts;
    std::vector<const void*> offsets; ///< in bytes

    bool empty() const { return counts.empty(); }
    bool operator==(const DrawList&) const = default;
};

/// What a pass draws: parts whose back faces are never seen, and the others.
struct DrawLists {
    DrawList closed;
    DrawList open;

    bool empty() const { return closed.empty() && open.empty(); }
    std::size_t triangles() const;
    bool operator==(const DrawLists&) const = default;
};

/// May the box be seen in the frame?
bool in_view(const Box& box, const glm::mat4& to_clip);

/// Does the whole box lie before the plane?
bool lies_before(const Box& box, const view::Plane& plane);

/// Where a part lies in a scene that may move it.
Box place_of(const view::GeometryPart& part, const view::Scene& scene);

/// The box around all parts where the scene places them; `bounds` where it moves none.
Box placed_bounds(std::span<const view::GeometryPart> parts, const Box& bounds,
                  const view::Scene& scene);

/// The coarsest level of a part, which lies at `place`, that strays no more than the frame's effort
/// allows.
const view::GeometryLevel& level_for(const view::GeometryPart& part, const Box& place,
                                     const Frame& frame);

/// The look of a bone; that of plain bone for a bone that the scene does not speak of.
view::BoneLook look_of(const view::Scene& scene, std::uint16_t bone);

/// Pixels of the frame's window, from its lower left corner.
struct PixelRect {
    glm::ivec2 min{0};
    glm::ivec2 max{0};

    glm::ivec2 size() const { return max - min; }
    bool empty() const { return max.x <= min.x || max.y <= min.y; }
};

/// Is a part drawn, by its bone and the flags of the bone's look?
using Wanted = std::function<bool(std::uint16_t bone, std::uint8_t flags)>;

/// What the parts that `wanted` accepts may cover, with a margin in pixels.
PixelRect covered(std::span<const view::GeometryPart> parts, const view::Scene& scene,
                  const Frame& frame, const Wanted& wanted, float margin);

/// The parts in view, not cut away whole, that `wanted` accepts, each at its level of detail.
DrawLists visible_parts(std::span<const view::GeometryPart> parts, const view::Scene& scene,
                        const Frame& frame, const Wanted& wanted);

} // namespace osteon::render
