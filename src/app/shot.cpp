#include "app/shot.h"

#include "app/drawing_surface.h"
#include "app/stage_view.h"
#include "base/paths.h"
#include "base/text.h"
#include "output/picture.h"
#include "render/renderer.h"
#include "ui/interface.h"
#include "view/flight.h"

#include <algorithm>

namespace osteon::app {
namespace {

using session::Session;

/// Dear ImGui needs some frames until scroll areas and auto-sized parts have settled.
constexpr int c_interface_frames = 4;
/// Pictures without the interface keep this share of the smaller side free around the skeleton.
constexpr float c_margin = 0.03F;

/// The error for an id that nobody knows, with the nearest one as the cure.
template <class Things, class IdOf>
Error unknown_id(const std::string& option, const std::string& id, const Things& things,
                 IdOf id_of) {
    std::string nearest;
    std::size_t best = std::string::npos;
    for (const auto& thing : things) {
        const std::size_t distance = edit_distance(id, id_of(thing));
        if (distance < best) {
            best = distance;
            nearest = id_of(thing);
        }
    }
    return {Fault::usage, option, "", "'" + id + "' is not an id that the atlas knows",
            "The nearest is '" + nearest + "'; 'osteon list' prints them all"};
}

Result<std::vector<anatomy::BoneIndex>> find_bones(const Atlas& atlas, const std::string& option,
                                                   const std::vector<std::string>& ids) {
    std::vector<anatomy::BoneIndex> bones;
    for (const std::string& id : ids) {
        const anatomy::BoneIndex bone = atlas.registry.find(id);
        if (bone == anatomy::no_bone) {
            return fail(unknown_id(option, id, atlas.registry.bones,
                                   [](const anatomy::Bone& entry) { return entry.id; }));
        }
        bones.push_back(bone);
    }
    return bones;
}

Result<void> check_ids(const Atlas& atlas, const TakeShot& command) {
    const auto id_of = [](const auto& thing) { return thing.id; };
    if (!command.site.empty() && atlas.knowledge.site(command.site) == nullptr) {
        return fail(unknown_id("--site", command.site, atlas.knowledge.sites, id_of));
    }
    if (!command.primary.empty() && atlas.knowledge.primary(command.primary) == nullptr) {
        return fail(unknown_id("--primary", command.primary, atlas.knowledge.primaries, id_of));
    }
    return {};
}

/// Does by actions what the options ask for.
Result<Session> prepare_session(const Atlas& atlas, const TakeShot& command) {
    if (auto checked = check_ids(atlas, command); !checked) {
        return fail(checked.error());
    }
    const auto select = find_bones(atlas, "--select", command.select);
    if (!select) {
        return fail(select.error());
    }
    const auto isolate = find_bones(atlas, "--isolate", command.isolate);
    if (!isolate) {
        return fail(isolate.error());
    }
    Session session;
    session.settings.theme = command.theme;
    const auto act = [&](const session::Action& action) {
        session::apply(session, action, atlas.world());
    };
    act(session::Home{});
    if (!command.primary.empty()) {
        act(session::ChoosePrimary{command.primary});
    }
    if (!command.site.empty()) {
        act(session::ChooseSite{command.site});
    }
    if (!isolate->empty()) {
        act(session::Isolate{*isolate});
        session.wish = session::CameraWish{.bones = *isolate, .yaw = {}, .pitch = {}, .exact = {}};
    }
    if (!select->empty()) {
        act(session::Select{*select, session::SelectMode::replace, isolate->empty()});
    }
    if (command.view) {
        const auto framed = session.wish ? session.wish->bones : std::vector<anatomy::BoneIndex>{};
        act(session::LookFrom{*command.view});
        session.wish->bones = framed;
    }
    return session;
}

/// The whole picture is stage: no panels, no furniture.
view::Layout bare_layout(const TakeShot& command) {
    view::Layout layout;
    layout.scale = command.scale;
    layout.window = {0.0F, 0.0F, static_cast<float>(command.width),
                     static_cast<float>(command.height)};
    layout.stage = layout.window;
    layout.free =
        layout.window.inset(c_margin * std::min(layout.window.width, layout.window.height));
    return layout;
}

Result<render::Image> bare_picture(const Atlas& atlas, const TakeShot& command, Session& session,
                                   const StageView& stage, render::Renderer& renderer) {
    const view::Layout layout = bare_layout(command);
    const session::CameraPose pose =
        view::resolve(*session.wish, session.stage.camera, stage.model(), layout);
    view::Scene scene = view::compose(session, atlas.world(), layout, pose, {}, false);
    scene.geometry_revision = stage.revision();
    return renderer.picture(scene, command.width, command.height);
}

Result<render::Image> picture_with_interface(const Atlas& atlas, const TakeShot& command,
                                             Session& session, const StageView& stage,
                                             render::Renderer& renderer) {
    Result<render::Canvas> canvas = render::Canvas::create(command.width, command.height);
    if (!canvas) {
        return fail(canvas.error());
    }
    Result<ui::Interface> interface = ui::Interface::create(nullptr);
    if (!interface) {
        return fail(interface.error());
    }
    const view::Layout layout = view::compute_layout(static_cast<float>(command.width),
                                                     static_cast<float>(command.height),
                                                     command.scale, session.settings);
    const session::CameraPose pose =
        view::resolve(*session.wish, session.stage.camera, stage.model(), layout);
    view::Scene scene = view::compose(session, atlas.world(), layout, pose, {}, false);
    scene.geometry_revision = stage.revision();
    const session::World world = atlas.world();
    for (int frame = 0; frame < c_interface_frames; ++frame) {
        interface->begin_frame_offscreen(command.scale, session.settings, command.width,
                                         command.height, 1.0F);
        renderer.draw(scene, command.width, command.height, canvas->framebuffer());
        const std::vector<view::Marker> markers =
            stage.markers(session, atlas, layout, scene, {}, renderer,
                          [&](const std::string& title, const std::string& subtitle) {
                              return interface->measure_label(title, subtitle);
                          });
        interface->draw({.session = session,
                         .world = world,
                         .search = atlas.search,
                         .layout = layout,
                         .scene = scene,
                         .markers = markers,
                         .pointing = {},
                         .pose = pose,
                         .task = {},
                         .model_name = stage.name(),
                         .model_credit = stage.credit(),
                         .model_loaded = true,
                         .unmatched = {},
                         .toasts = {}});
        interface->end_frame(command.width, command.height);
    }
    return renderer.read_back(command.width, command.height, canvas->framebuffer());
}

} // namespace

Result<void> take_shot(const Atlas& atlas, const TakeShot& command) {
    Result<Session> session = prepare_session(atlas, command);
    if (!session) {
        return fail(session.error());
    }
    Result<anatomy::SkeletonModel> model =
        anatomy::load_model(command.model, atlas.registry, atlas.folders.builtin_model(),
                            cache_folder(), [](std::string_view, int, int) { return true; });
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
    StageView stage;
    stage.show(std::move(*model), atlas, *renderer);
    Result<render::Image> image =
        command.with_interface
            ? picture_with_interface(atlas, command, *session, stage, *renderer)
            : bare_picture(atlas, command, *session, stage, *renderer);
    if (!image) {
        return fail(image.error());
    }
    return output::write_png(*image, command.out);
}

} // namespace osteon::app
