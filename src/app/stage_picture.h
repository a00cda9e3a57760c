#pragma once

#include "app/atlas.h"
#include "app/stage_view.h"
#include "base/progress.h"
#include "render/renderer.h"

#include <vector>

namespace osteon::app {

/// The size of a picture and of the interface in it.
struct PictureSize {
    int width = 1920;
    int height = 1080;
    float scale = 1.0F;       ///< of the interface, 1 = 100 %
    bool transparent = false; ///< nothing behind the skeleton
    bool legend = true;       ///< beside names of bones and routes, where there is one
    bool explains = false;    ///< colours of frequency have their legend without such names, too
};

/// How large words are in a picture whose words are to be as large as in a window of its size.
float label_scale(int width, int height);

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

/// The skeleton as a session shows it, twice where it shows two panes; with its labels where it
/// shows names of bones or a route, and always with the marks of films and illustrations. It is
/// drawn step by step, so that a window may draw its frames between; each step is asked for with
/// the same source, and nothing is uploaded to its renderer meanwhile.
class StagePicture {
public:
    static Result<StagePicture> begin(session::Session session, const PictureSize& size,
                                      const StageSource& source);

    int steps() const { return still_.tiles() + (marked_ ? 1 : 0); }
    int done() const { return done_; }
    Result<void> step(const StageSource& source);
    /// The picture, after all steps.
    render::Image take() { return std::move(image_); }

private:
    StagePicture(session::Session session, render::Still still)
        : session_(std::move(session))
        , still_(std::move(still)) {}

    session::Session session_;
    view::Layout layout_;
    session::CameraPose camera_;
    std::vector<view::Pane> panes_;
    render::Still still_;
    render::Image image_;
    bool labels_ = false; ///< names and legend are wanted
    bool marked_ = false; ///< anything is drawn over the skeleton
    int done_ = 0;
};

/// All of its steps at once.
Result<render::Image> draw_stage(const session::Session& session, const PictureSize& size,
                                 const StageSource& source, const Progress& progress = tell_nobody);

} // namespace osteon::app
