#pragma once

#include "app/atlas.h"
#include "app/drawing_surface.h"
#include "app/stage_view.h"
#include "base/progress.h"
#include "render/offscreen.h"
#include "render/renderer.h"

namespace osteon::study {
struct View;
}

namespace osteon::app {

/// The size of a picture and of the interface in it.
struct PictureSize {
    int width = 1920;
    int height = 1080;
    float scale = 1.0F;       ///< of the interface, 1 = 100 %
    bool transparent = false; ///< nothing behind the skeleton
};

/// Draws sessions without a window: for pictures, benches and tests.
class Studio {
public:
    /// Loads the model (from its cache where that is fresh) and makes a drawing surface.
    static Result<Studio> create(const Atlas& atlas, const anatomy::ModelSource& source,
                                 const Progress& progress = tell_nobody);

    /// The skeleton as the session shows it, twice where it shows two panes; with its labels where
    /// it shows names of bones or a route, and always with the marks of films and illustrations.
    Result<render::Image> picture(const session::Session& session, const PictureSize& size,
                                  const Progress& progress = tell_nobody);
    /// With all panels, the same as the window shows it; in study mode with what that reads.
    Result<render::Image> picture_with_interface(const session::Session& session,
                                                 const PictureSize& size,
                                                 const study::View* study = nullptr);

    /// All of the picture is stage: no panels, no furniture. With `labels` there is room for them
    /// beside the bones, and for the legend.
    static view::Layout bare_layout(const PictureSize& size, bool labels = false);
    /// What stands on the stage of a session; `turn` adds to the yaw, radians.
    std::vector<view::Pane> panes(const session::Session& session, const view::Layout& layout,
                                  float turn = 0.0F, bool moving = false) const;

    render::Renderer& renderer() { return renderer_; }
    const StageView& stage() const { return stage_; }

private:
    Studio(const Atlas& atlas, DrawingSurface surface, render::Renderer renderer);

    session::CameraPose pose(const session::Session& session, const view::Layout& layout) const;

    const Atlas* atlas_;
    DrawingSurface surface_; // outlives what draws on it
    render::Renderer renderer_;
    StageView stage_;
};

} // namespace osteon::app
