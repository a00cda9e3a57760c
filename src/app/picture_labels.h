#pragma once

#include "app/stage_view.h"

#include <span>

namespace osteon::app {

/// What the labels of a picture are drawn from.
struct LabelledPicture {
    const session::Session& session;
    const Atlas& atlas;
    const view::Layout& layout;
    std::span<const view::Pane> panes; ///< that the picture shows
    const session::CameraPose& pose;
    bool names = false; ///< markers, names and legend too, not only what a film must have
};

/// Draws over a picture what must not be mistaken: the sides of the body on films, and that an
/// illustration is one. With `names` also the names of the bones, and the markers and legend of a
/// chosen site or primary, as the window has them. Works tile by tile, so that its memory does not
/// grow with the picture. A transparent picture stays so where nothing is drawn.
Result<void> draw_labels(const LabelledPicture& shown, StageView& stage, render::Renderer& renderer,
                         render::Image& image);

} // namespace osteon::app
