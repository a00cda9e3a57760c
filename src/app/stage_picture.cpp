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

float label_scale(int width, int height) {
    constexpr float usual_side = 1080.0F; // the smaller one of a usual screen
    return std::clamp(static_cast<float>(std::min(width, height)) / usual_side, 0.5F, 8.0F);
}

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

Result<StagePicture> StagePicture::begin(session::Session session, const PictureSize& size,
                                         const StageSource& source) {
    const session::World world = source.atlas.world();
    const bool labels = session.stage.bone_labels ||
                        session::route_of(session.stage, world) != nullptr ||
                        (size.explains && !session.stage.primary.empty());
    const view::Layout layout = bare_layout(size, labels);
    const session::CameraPose camera = pose_in(session, layout, source.atlas, source.stage);
    std::vector<view::Pane> panes = source.stage.panes(session, world, layout, camera, {},
                                                       view::spread_of(session.stage), false);
    for (view::Pane& pane : panes) {
        pane.scene.backdrop.transparent = size.transparent;
    }
    Result<render::Still> still =
        source.renderer.begin_still(view::scenes_of(panes), size.width, size.height);
    if (!still) {
        return fail(still.error());
    }
    StagePicture picture(std::move(session), std::move(*still));
    picture.layout_ = layout;
    picture.camera_ = camera;
    picture.panes_ = std::move(panes);
    picture.labels_ = labels;
    const session::Stage& stage = picture.session_.stage;
    picture.marked_ = labels || session::count(picture.session_.notes) > 0 ||
                      session::film_of(stage) || view::is_illustration(stage);
    if (picture.still_.done()) { // no tile is asked for
        picture.image_ = picture.still_.take();
    }
    return picture;
}

Result<void> StagePicture::step(const StageSource& source) {
    Result<void> stepped =
        still_.done() ? draw_labels({session_, source.atlas, layout_, panes_, camera_, labels_},
                                    source.stage, source.renderer, image_)
                      : still_.draw_tile();
    ++done_;
    if (stepped && done_ == still_.tiles()) {
        image_ = still_.take();
    }
    return stepped;
}

Result<render::Image> draw_stage(const session::Session& session, const PictureSize& size,
                                 const StageSource& source, const Progress& progress) {
    Result<StagePicture> picture = StagePicture::begin(session, size, source);
    if (!picture) {
        return fail(picture.error());
    }
    while (picture->done() < picture->steps()) {
        progress("Drawing", picture->done() + 1, picture->steps());
        if (auto stepped = picture->step(source); !stepped) {
            return fail(stepped.error());
        }
    }
    return picture->take();
}

} // namespace osteon::app
