#pragma once

#include "app/stage_picture.h"
#include "render/offscreen.h"
#include "ui/interface.h"

namespace osteon::app {

/// What the room sees just now.
struct AudienceView {
    const session::Session& session; ///< with the tour that runs
    session::CameraPose pose;
    view::Spread spread;
    bool moving = false;  ///< drawn quickly, as in the window
    float seconds = 0.0F; ///< since the frame before
};

/// The audience's screen of a tour without a window: frame after frame in a canvas of its own.
/// Needs a current OpenGL context while it lives.
class AudienceScreen {
public:
    static Result<AudienceScreen> create(int width, int height);

    /// Where picture and words stand.
    view::Layout layout(const session::Session& session) const;
    /// Draws a frame.
    Result<render::Image> frame(const AudienceView& shown, const session::World& world,
                                const StageSource& source);
    /// Whether the interface would draw the next frame otherwise by itself.
    bool settled() const { return settled_; }

private:
    AudienceScreen(int width, int height, render::Canvas canvas, ui::Interface interface)
        : width_(width)
        , height_(height)
        , canvas_(std::move(canvas))
        , interface_(std::move(interface)) {}

    int width_;
    int height_;
    render::Canvas canvas_;
    ui::Interface interface_;
    bool settled_ = false;
};

} // namespace osteon::app
