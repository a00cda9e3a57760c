#pragma once

#include "app/atlas.h"
#include "app/stage_view.h"
#include "base/progress.h"
#include "render/renderer.h"

namespace osteon::app {

/// The size of a picture and of the interface in it.
struct PictureSize {
    int width = 1920;
    int height = 1080;
    float scale = 1.0F;       ///< of the interface, 1 = 100 %
    bool transparent = false; ///< nothing behind the skeleton
    bool legend = true;       ///< beside names of bones and routes, where there is one
};

/// What a stage is drawn from: of the window, or of a studio.
struct StageSource {
    const Atlas& atlas;
    StageView& stage;
    render::Renderer& renderer;
};

/// All of the picture is stage: no panels, no furniture. With `labels` there is room for them
/// beside the bones, and for the legend.
view::Layout bare_layout(const PictureSize& size, bool labels = false);

/// Where the camera of a session stands in a layout.
session::CameraPose pose_in(const session::Session& session, const view::Layout& layout,
                            const Atlas& atlas, const StageView& stage);

/// The skeleton as the session shows it, twice where it shows two panes; with its labels where it
/// shows names of bones or a route, and always with the marks of films and illustrations.
Result<render::Image> draw_stage(const session::Session& session, const PictureSize& size,
                                 const StageSource& source, const Progress& progress = tell_nobody);

} // namespace osteon::app
