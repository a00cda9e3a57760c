#pragma once

#include "render/frame_copy.h"
#include "render/renderer.h"
#include "view/panes.h"

#include <optional>
#include <span>

namespace osteon::app {

/// What takes the place of a flight of the camera where motion is reduced: the stage as it was
/// fades over the stage as it is. Both stand; nothing is drawn again for it. Needs a current
/// context while it runs.
class CrossFade {
public:
    /// Keeps the panes that were drawn last; draws into the window, which must be drawn anew.
    void begin(render::Renderer& renderer, std::span<const view::Pane> panes, int width,
               int height);
    bool running() const { return former_.has_value(); }
    /// Lays what was kept over the stage of the interface's frame that has begun. `now` in seconds;
    /// the first call begins the fade.
    void draw(double now);
    /// Ends it at once.
    void end() { *this = {}; }

private:
    std::optional<render::FrameCopy> former_;
    std::optional<double> began_;
};

} // namespace osteon::app
