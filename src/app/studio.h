#pragma once

#include "app/drawing_surface.h"
#include "app/stage_picture.h"
#include "knowledge/tour.h"
#include "render/offscreen.h"
#include "render/renderer.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::study {
struct View;
}

namespace osteon::app {

/// What the interface shows that is not in the session.
struct InterfaceParts {
    const study::View* study = nullptr;                  ///< what study mode reads
    std::optional<std::string> palette{};                ///< the command palette, with this typed
    bool first_steps = false;                            ///< the card of the first start
    const std::vector<knowledge::Tour>* tours = nullptr; ///< that ship; none: not loaded
};

/// Draws sessions without a window: for pictures, benches and tests.
class Studio {
public:
    /// Loads the model (from its cache where that is fresh) and makes a drawing surface.
    static Result<Studio> create(const Atlas& atlas, const anatomy::ModelSource& source,
                                 const Progress& progress = tell_nobody);

    /// draw_stage() of the studio's model.
    Result<render::Image> picture(const session::Session& session, const PictureSize& size,
                                  const Progress& progress = tell_nobody);
    /// With all panels, the same as the window shows it.
    Result<render::Image> picture_with_interface(const session::Session& session,
                                                 const PictureSize& size,
                                                 const InterfaceParts& parts = {});

    /// What stands on the stage of a session; `turn` adds to the yaw, radians.
    std::vector<view::Pane> panes(const session::Session& session, const view::Layout& layout,
                                  float turn = 0.0F, bool moving = false) const;

    render::Renderer& renderer() { return renderer_; }
    const StageView& stage() const { return stage_; }
    StageSource source() { return {*atlas_, stage_, renderer_}; }

private:
    Studio(const Atlas& atlas, DrawingSurface surface, render::Renderer renderer);

    const Atlas* atlas_;
    DrawingSurface surface_; // outlives what draws on it
    render::Renderer renderer_;
    StageView stage_;
};

} // namespace osteon::app
