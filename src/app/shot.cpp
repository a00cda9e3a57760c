#include "app/shot.h"

#include "app/known_ids.h"
#include "app/shot_study.h"
#include "app/terminal_progress.h"
#include "output/picture.h"
#include "session/session_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <new>
#include <utility>

namespace osteon::app {
namespace {

using session::Session;

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

/// The landmark of an option, or no_landmark where it is not given.
Result<anatomy::LandmarkIndex> find_landmark(const Atlas& atlas, const std::string& link) {
    const anatomy::LandmarkIndex landmark = atlas.registry.find_landmark(link);
    if (landmark == anatomy::no_landmark && !link.empty()) {
        std::vector<std::string> links;
        for (std::size_t i = 0; i < atlas.registry.landmarks.size(); ++i) {
            links.push_back(atlas.registry.link_to(static_cast<anatomy::LandmarkIndex>(i)));
        }
        return fail(
            unknown_id("--landmark", link, links, [](const std::string& each) { return each; }));
    }
    return landmark;
}

/// Whether words stand in the picture: labels, notes, marks of films, or that it is an
/// illustration.
bool is_written_on(const TakeShot& command) {
    using session::Look;
    return command.labels || command.route || !command.session.empty() || command.lesions ||
           command.course != session::LesionCourse::none || command.look == Look::radiograph ||
           command.look == Look::bone_scan;
}

/// The scale of interface and labels: as asked for, else labels alone grow with the picture.
float scale_of(const TakeShot& command) {
    if (command.scale > 0.0F) {
        return command.scale;
    }
    return is_written_on(command) && !command.with_interface
               ? label_scale(command.width, command.height)
               : 1.0F;
}

/// What the interface cannot do.
Result<void> check_interface(const TakeShot& command) {
    constexpr float largest = 3.0F;
    if (command.with_interface && command.transparent) {
        return fail({Fault::usage, "--transparent", "", "the panels of --ui have a ground",
                     "Leave out --ui or --transparent"});
    }
    if (command.with_interface && command.scale > largest) {
        return fail({Fault::usage, "--scale", "", "the panels of --ui grow to 3 at the most",
                     "Choose 0.5 to 3, or leave out --ui"});
    }
    return {};
}

/// "article#section" in its two parts; the second may be empty.
std::pair<std::string, std::string> article_and_section(const std::string& place) {
    const std::size_t hash = place.find('#');
    return {place.substr(0, hash), hash == std::string::npos ? "" : place.substr(hash + 1)};
}

/// Names the routes that there are.
Error unknown_route(const knowledge::Primary& primary, const std::string& id) {
    std::string known;
    for (const knowledge::Route& route : primary.routes) {
        known += (known.empty() ? "" : ", ") + route.id;
    }
    return {Fault::usage, "--route", "", "'" + id + "' is no route of " + primary.id,
            known.empty() ? "It has none" : "Its routes are " + known};
}

/// Whether the primary has the route that is asked for, and that the step.
Result<void> check_route(const knowledge::Primary& primary, const TakeShot& command) {
    const std::string& id = command.route_id;
    const bool known = id.empty() || std::ranges::find(primary.routes, id, &knowledge::Route::id) !=
                                         primary.routes.end();
    if (!known) {
        return fail(unknown_route(primary, id));
    }
    const knowledge::Route* const route = primary.route(id);
    const int steps = route != nullptr ? static_cast<int>(route->steps.size()) : 0;
    if (command.route_step >= steps && command.route_step >= 0) {
        return fail({Fault::usage, "--step", "",
                     fmt::format("the route has no step {}", command.route_step + 1),
                     steps > 0 ? fmt::format("It has {}", steps) : "It is told in words only"});
    }
    return {};
}

Result<void> check_ids(const Atlas& atlas, const TakeShot& command) {
    const auto id_of = [](const auto& thing) { return thing.id; };
    if (auto known = check_site_and_primary(atlas, command.site, command.primary); !known) {
        return known;
    }
    if (!command.compared.empty() && atlas.knowledge.primary(command.compared) == nullptr) {
        return fail(unknown_id("--compare", command.compared, atlas.knowledge.primaries, id_of));
    }
    for (const auto& [given, option] :
         {std::pair{command.lesions, "--lesions"}, std::pair{command.route, "--route"},
          std::pair{!command.compared.empty(), "--compare"}}) {
        if (given && command.primary.empty()) {
            return fail({Fault::usage, option, "", "no primary is chosen", "Add --primary"});
        }
    }
    const std::string article = article_and_section(command.article).first;
    const bool of_bone = session::bone_of_page(article, atlas.registry) != anatomy::no_bone;
    if (!article.empty() && !of_bone && atlas.knowledge.article(article) == nullptr) {
        return fail(unknown_id("--article", article, atlas.knowledge.articles, id_of));
    }
    return command.route ? check_route(*atlas.knowledge.primary(command.primary), command)
                         : Result<void>{};
}

/// What is shown over and beside the bones, and what the looks are set to.
void set_layers(const TakeShot& command, const std::function<void(const session::Action&)>& act) {
    if (!command.session.empty() && !command.look) {
        return; // the layers are those of the file
    }
    act(session::SetSection{command.section});
    act(session::SetExplosion{command.explosion});
    if (command.ghost) {
        act(session::SetGhostOpacity{*command.ghost});
    }
    act(session::ShowLesions{command.lesions});
    act(session::ShowRoute{command.route, command.route_id});
    if (command.route_step >= 0) {
        act(session::ShowRouteStep{command.route_id, command.route_step});
    }
    act(session::ShowBoneLabels{command.labels});
    if (!command.compared.empty()) {
        act(session::ComparePrimary{command.compared});
    }
    if (command.course != session::LesionCourse::none) {
        act(session::SetLesionCourse{command.course, command.progress});
    }
}

void set_panels(const TakeShot& command, const std::function<void(const session::Action&)>& act) {
    act(session::FoldPanel{command.panel_folded});
    act(session::SetLevel{command.level});
    act(session::ShowInMatrix{command.matrix});
    act(session::SortRegions{command.order});
    act(session::SetMode{command.mode});
    if (command.drawer != session::Drawer::none) {
        act(session::OpenDrawer{command.drawer});
    }
    if (!command.article.empty()) {
        const auto [article, section] = article_and_section(command.article);
        act(session::OpenArticle{article, section});
    }
}

/// Shows the stop of a tour as to a room.
Result<void> show_tour(const TakeShot& command, const session::World& world, Session& session) {
    const std::vector<knowledge::Tour>& tours = *world.tours;
    const auto found = std::ranges::find(tours, command.tour, &knowledge::Tour::id);
    if (found == tours.end()) {
        return fail(unknown_id("--tour", command.tour, tours,
                               [](const knowledge::Tour& tour) { return tour.id; }));
    }
    const auto stops = static_cast<int>(found->stops.size());
    if (command.stop > stops) {
        return fail({Fault::usage, "--stop", "",
                     fmt::format("the tour has no stop {}", command.stop),
                     fmt::format("It has {}", stops)});
    }
    session::apply(
        session, session::StartTour{found->id, static_cast<std::size_t>(command.stop - 1)}, world);
    return {};
}

/// The tours that ship, where the picture shows any.
std::vector<knowledge::Tour> tours_for(const TakeShot& command, const Atlas& atlas) {
    const bool shown = !command.tour.empty() || command.drawer == session::Drawer::tours ||
                       command.mode == session::Mode::lecture;
    if (!command.with_interface || !shown) {
        return {};
    }
    return knowledge::load_tours(atlas.folders.content, atlas.knowledge, atlas.registry).tours;
}

} // namespace

Result<Session> session_of(const Atlas& atlas, const TakeShot& command,
                           const std::vector<knowledge::Tour>& tours) {
    if (auto possible = check_interface(command); !possible) {
        return fail(possible.error());
    }
    if (auto known = check_ids(atlas, command); !known) {
        return fail(known.error());
    }
    const auto select = find_bones(atlas, "--select", command.select);
    if (!select) {
        return fail(select.error());
    }
    const auto isolate = find_bones(atlas, "--isolate", command.isolate);
    if (!isolate) {
        return fail(isolate.error());
    }
    const auto landmark = find_landmark(atlas, command.landmark);
    if (!landmark) {
        return fail(landmark.error());
    }
    Session session;
    session.settings.theme = command.theme;
    session.settings.language = atlas.knowledge.language.id;
    session::World world = atlas.world();
    world.tours = &tours;
    const auto act = [&](const session::Action& action) { session::apply(session, action, world); };
    act(session::Home{});
    if (!command.session.empty()) {
        auto loaded = session::load_session(command.session, atlas.world());
        if (!loaded) {
            return fail(loaded.error());
        }
        act(session::TakeSavedSession{
            std::make_shared<const session::SavedSession>(std::move(loaded->session))});
    }
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
    if (*landmark != anatomy::no_landmark) {
        act(session::SelectLandmark{*landmark});
    }
    set_layers(command, act);
    set_panels(command, act);
    act(session::SetPatterns{command.patterns});
    if (command.look) {
        act(session::SetLook{*command.look});
        if (session::look_of(session.stage) != *command.look) {
            return fail({Fault::usage, "--look", "", "nothing is chosen that could stay solid",
                         "Add --site or --select"});
        }
    }
    if (command.view) {
        const session::CameraWish framed = session.wish.value_or(session::CameraWish{});
        act(session::LookFrom{*command.view});
        session.wish->bones = framed.bones;
        session.wish->landmark = framed.landmark;
    }
    if (!command.tour.empty()) {
        if (const auto shown = show_tour(command, world, session); !shown) {
            return fail(shown.error());
        }
    }
    return session;
}

Result<render::Image> draw_shot(Studio& studio, const Session& session, const TakeShot& command,
                                const Progress& progress,
                                const std::vector<knowledge::Tour>& tours) {
    const PictureSize size{command.width, command.height, scale_of(command), command.transparent};
    return command.with_interface
               ? studio.picture_with_interface(session, size,
                                               {.palette = command.palette,
                                                .first_steps = command.first_steps,
                                                .tours = &tours})
               : studio.picture(session, size, progress);
}

namespace {

/// The file is written at last and whole, or not at all.
Result<void> draw_and_write(const Atlas& atlas, const TakeShot& command, const Session& session,
                            const std::vector<knowledge::Tour>& tours) {
    TerminalProgress progress;
    const anatomy::ModelSource& model =
        command.model.builtin() ? session.settings.model : command.model;
    Result<Studio> studio = Studio::create(atlas, model, progress.teller());
    if (!studio) {
        return fail(studio.error());
    }
    const bool studies = command.mode == session::Mode::study || !command.question.empty();
    const Result<render::Image> image =
        studies && command.with_interface
            ? draw_study(atlas, *studio, session, command,
                         {command.width, command.height, scale_of(command), false})
            : draw_shot(*studio, session, command, progress.teller(), tours);
    if (!image) {
        return fail(image.error());
    }
    return output::write_png(*image, command.out);
}

} // namespace

Result<void> take_shot(const Atlas& atlas, const TakeShot& command) {
    const std::vector<knowledge::Tour> tours = tours_for(command, atlas);
    const Result<Session> session = session_of(atlas, command, tours);
    if (!session) {
        return fail(session.error());
    }
    try {
        return draw_and_write(atlas, command, *session, tours);
    } catch (const std::bad_alloc&) {
        return fail({Fault::machine, command.out.string(), "",
                     fmt::format("the machine has no memory for a picture of {}x{} pixels",
                                 command.width, command.height),
                     "Choose a smaller --size, or close other programs"});
    }
}

} // namespace osteon::app
