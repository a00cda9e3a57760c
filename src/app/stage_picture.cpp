#include "app/stage_picture.h"

#include "app/picture_labels.h"
#include "view/flight.h"

#include <algorithm>

namespace osteon::app {
namespace {

/// Pictures without the interface keep this share of the smaller side free around the skeleton.
constexpr float c_margin = 0.03F;
/// And this much on each side where labels are drawn; px at 100 %.
constexpr float c_label_column = 190.0F;

} // namespace

view::Layout bare_layout(const PictureSize& size, bool labels) {
    view::Layout layout;
    layout.scale = size.scale;
    layout.window = {0.0F, 0.0F, static_cast<float>(size.width), static_cast<float>(size.height)};
    layout.stage = layout.window;
    layout.free =
        layout.window.inset(c_margin * std::min(layout.window.width, layout.window.height));
    if (labels) {
        const float column = std::min(c_label_column * size.scale, 0.3F * layout.window.width);
        layout.free.x += column;
        layout.free.width -= 2.0F * column;
        layout.furnished = size.legend ? layout.window : Rect{};
    }
    return layout;
}

session::CameraPose pose_in(const session::Session& session, const view::Layout& layout,
                            const Atlas& atlas, const StageView& stage) {
    const view::Layout pane = view::pane_layouts(layout, session.stage).front();
    if (!session.wish) {
        return session.stage.camera;
    }
    return view::resolve(*session.wish, session.stage.camera, stage.model(), pane,
                         stage.offsets(view::spread_of(session.stage)),
                         stage.framed_beside(*session.wish, session, atlas.world()));
}

Result<render::Image> draw_stage(const session::Session& session, const PictureSize& size,
                                 const StageSource& source, const Progress& progress) {
    const session::World world = source.atlas.world();
    const bool labels =
        session.stage.bone_labels || session::route_of(session.stage, world) != nullptr;
    const bool marked = labels || session::count(session.notes) > 0 ||
                        session::film_of(session.stage) || view::is_illustration(session.stage);
    const view::Layout layout = bare_layout(size, labels);
    const session::CameraPose camera = pose_in(session, layout, source.atlas, source.stage);
    std::vector<view::Pane> shown = source.stage.panes(session, world, layout, camera, {},
                                                       view::spread_of(session.stage), false);
    for (view::Pane& pane : shown) {
        pane.scene.backdrop.transparent = size.transparent;
    }
    Result<render::Image> image =
        source.renderer.picture(view::scenes_of(shown), size.width, size.height, progress);
    if (!image || !marked) {
        return image;
    }
    if (auto labelled = draw_labels({session, source.atlas, layout, shown, camera, labels},
                                    source.stage, source.renderer, *image);
        !labelled) {
        return fail(labelled.error());
    }
    return image;
}

} // namespace osteon::app
