#include "app/studio.h"

#include "app/live_pictures.h"
#include "base/paths.h"
#include "session/talk.h"
#include "ui/interface.h"
#include "view/layout_lecture.h"

#include <algorithm>

namespace osteon::app {
namespace {

/// Dear ImGui needs some frames until scroll areas and auto-sized parts have settled.
constexpr int c_interface_frames = 4;
/// Long enough a time step for every fade to be over.
constexpr float c_frame_seconds = 1.0F;

} // namespace

Studio::Studio(const Atlas& atlas, DrawingSurface surface, render::Renderer renderer)
    : atlas_(&atlas)
    , surface_(std::move(surface))
    , renderer_(std::move(renderer)) {}

Result<Studio> Studio::create(const Atlas& atlas, const anatomy::ModelSource& source,
                              const Progress& progress) {
    Result<anatomy::SkeletonModel> model = anatomy::load_model(
        source, atlas.registry, atlas.folders.builtin_model(), cache_folder(), progress);
    if (!model) {
        return fail(model.error());
    }
    Result<DrawingSurface> surface = DrawingSurface::create();
    if (!surface) {
        return fail(surface.error());
    }
    Result<render::Renderer> renderer =
        render::Renderer::create(surface->loader(), atlas.folders.shaders);
    if (!renderer) {
        return fail(renderer.error());
    }
    Studio studio(atlas, std::move(*surface), std::move(*renderer));
    studio.stage_.show(stage_model(std::move(*model), atlas.registry), atlas, studio.renderer_);
    return studio;
}

std::vector<view::Pane> Studio::panes(const session::Session& session, const view::Layout& layout,
                                      float turn, bool moving) const {
    session::CameraPose turned = pose_in(session, layout, *atlas_, stage_);
    turned.yaw += turn;
    return stage_.panes(session, atlas_->world(), layout, turned, {},
                        view::spread_of(session.stage), moving);
}

Result<render::Image> Studio::picture(const session::Session& session, const PictureSize& size,
                                      const Progress& progress) {
    return draw_stage(session, size, source(), progress);
}

Result<render::Image> Studio::picture_with_interface(const session::Session& session,
                                                     const PictureSize& size,
                                                     const InterfaceParts& parts) {
    Result<render::Canvas> canvas = render::Canvas::create(size.width, size.height);
    if (!canvas) {
        return fail(canvas.error());
    }
    Result<ui::Interface> interface = ui::Interface::create(nullptr);
    if (!interface) {
        return fail(interface.error());
    }
    if (parts.palette) {
        interface->open_palette(*parts.palette);
    }
    const view::Layout layout = view::layout_of(session, static_cast<float>(size.width),
                                                static_cast<float>(size.height), size.scale);
    const std::vector<view::Pane> drawn = panes(session, layout);
    const std::vector<view::Scene> scenes = view::scenes_of(drawn);
    session::World world = atlas_->world();
    world.tours = parts.tours;
    const session::CameraPose camera = pose_in(session, layout, *atlas_, stage_);
    LivePictures pictures;
    for (int frame = 0; frame < c_interface_frames; ++frame) {
        interface->begin_frame_offscreen(layout.scale, session.settings, size.width, size.height,
                                         c_frame_seconds, ui::faces_of(layout));
        renderer_.draw(scenes, size.width, size.height, canvas->framebuffer());
        const view::StageMarks marks = stage_.marks(
            drawn, *atlas_, {}, renderer_,
            [&](const std::string& title, const std::string& subtitle, view::LabelForm form) {
                return interface->measure_label(title, subtitle, form);
            });
        const auto drawn_pictures =
            pictures.shown(session::shown_theme(session.settings), stage_.revision());
        const ui::FrameOutput output =
            interface->draw({.session = session,
                             .world = world,
                             .search = atlas_->search,
                             .layout = layout,
                             .panes = drawn,
                             .marks = marks,
                             .pointing = {},
                             .pose = camera,
                             .task = {},
                             .model_name = stage_.name(),
                             .model_credit = stage_.credit(),
                             .model_loaded = true,
                             .framed_bounds = stage_.framed_bounds(session, world),
                             .unmatched = {},
                             .toasts = {},
                             .pictures = drawn_pictures,
                             .study = parts.study,
                             .no_speech = {},
                             .first_steps = parts.first_steps});
        interface->end_frame(size.width, size.height);
        while (pictures.draw_next(output.pictures, {*atlas_, stage_, renderer_,
                                                    session::shown_theme(session.settings)})) {
        }
    }
    return renderer_.read_back(size.width, size.height, canvas->framebuffer());
}

} // namespace osteon::app
