#include "app/audience_screen.h"

#include "view/layout_lecture.h"

namespace osteon::app {

Result<AudienceScreen> AudienceScreen::create(int width, int height) {
    Result<render::Canvas> canvas = render::Canvas::create(width, height);
    if (!canvas) {
        return fail(canvas.error());
    }
    Result<ui::Interface> interface = ui::Interface::create(nullptr);
    if (!interface) {
        return fail(interface.error());
    }
    return AudienceScreen(width, height, std::move(*canvas), std::move(*interface));
}

view::Layout AudienceScreen::layout(const session::Session& session) const {
    return view::lecture_layout(static_cast<float>(width_), static_cast<float>(height_),
                                session.stage);
}

Result<render::Image> AudienceScreen::frame(const AudienceView& shown, const session::World& world,
                                            const StageSource& source) {
    const session::Session& session = shown.session;
    const view::Layout layout = this->layout(session);
    const std::vector<view::Pane> panes =
        source.stage.panes(session, world, layout, shown.pose, {}, shown.spread, shown.moving);
    interface_.begin_frame_offscreen(layout.scale, session.settings, width_, height_, shown.seconds,
                                     layout.words.empty() ? ui::FaceSet::panels
                                                          : ui::FaceSet::lecture);
    source.renderer.draw(view::scenes_of(panes), width_, height_, canvas_.framebuffer());
    if (source.renderer.fault()) {
        return fail(*source.renderer.fault());
    }
    const view::StageMarks marks = source.stage.marks(
        panes, source.atlas, {}, source.renderer,
        [&](const std::string& title, const std::string& subtitle, view::LabelForm form) {
            return interface_.measure_label(title, subtitle, form);
        });
    const ui::FrameOutput output =
        interface_.draw({.session = session,
                         .world = world,
                         .search = source.atlas.search,
                         .layout = layout,
                         .panes = panes,
                         .marks = marks,
                         .pointing = {},
                         .pose = shown.pose,
                         .task = {},
                         .model_name = source.stage.name(),
                         .model_credit = source.stage.credit(),
                         .model_loaded = true,
                         .framed_bounds = source.stage.framed_bounds(session, world),
                         .unmatched = {},
                         .toasts = {}});
    interface_.end_frame(width_, height_);
    settled_ = !output.wants_more_frames;
    return source.renderer.read_back(width_, height_, canvas_.framebuffer());
}

} // namespace osteon::app
