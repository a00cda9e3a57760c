#pragma once

#include "base/error.h"
#include "view/scene.h"

#include <glm/vec2.hpp>

#include <memory>
#include <vector>

namespace osteon::render {

struct Image;
struct StillTools;

inline constexpr int still_limit = 8192; ///< pixels along a side

/// Scenes side by side as a picture, with 4 x 4 samples a pixel and straight alpha, which is drawn
/// tile by tile: between two of them a window may draw its frames. What none of the scenes covers
/// has the backdrop of the first.
class Still {
public:
    /// Draws nothing yet.
    static Result<Still> begin(std::vector<view::Scene> scenes, glm::ivec2 size,
                               const StillTools& tools);
    Still(Still&&) noexcept;
    Still& operator=(Still&&) noexcept;
    ~Still();

    int tiles() const;
    int drawn() const; ///< tiles so far
    bool done() const { return drawn() == tiles(); }
    /// Draws the next tile. After an error there is no picture.
    Result<void> draw_tile();
    /// The picture, once it is done.
    Image take();

private:
    struct Parts;
    explicit Still(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace osteon::render
