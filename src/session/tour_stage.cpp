#include "session/tour_stage.h"

#include "anatomy/bone_pattern.h"
#include "session/hotspots.h"
#include "session/picture_stage.h"

#include <glm/trigonometric.hpp>

#include <algorithm>

namespace osteon::session {
namespace {

const knowledge::Tour* find_in(const std::vector<knowledge::Tour>& tours, const std::string& id) {
    const auto found = std::ranges::find(tours, id, &knowledge::Tour::id);
    return found != tours.end() ? &*found : nullptr;
}

/// A landmark is chosen where its bone is the one that is.
void take_landmark(Stage& stage, const knowledge::TourStop& stop, const World& world) {
    const LandmarkIndex landmark = world.registry.find_landmark(stop.picture.landmark);
    if (landmark != anatomy::no_landmark && stage.selection.size() == 1 &&
        world.registry.landmarks[landmark].bone == stage.selection.front()) {
        stage.landmark = landmark;
    }
}

/// How films and ghosts are shown.
void develop(Stage& stage, const knowledge::TourStop& stop) {
    if (stop.film) {
        stage.film = {film_window_limits.clamped(stop.film->window),
                      film_level_limits.clamped(stop.film->level)};
    }
    if (stop.scan_intensity) {
        stage.scan_intensity = scan_intensity_limits.clamped(*stop.scan_intensity);
    }
    if (stop.ghosts) {
        stage.ghost_opacity = ghost_limits.clamped(*stop.ghosts);
    }
    stage.fade_rest = stage.fade_rest || stop.faded;
}

} // namespace

Stage stage_of(const knowledge::TourStop& stop, const Stage& now, const World& world) {
    Stage stage = stage_of(stop.picture, now, world);
    stage.hidden = anatomy::bones_like(world.registry, stop.hidden);
    if (world.knowledge.site(stop.site) != nullptr) {
        stage.site = stop.site;
        stage.fade_rest = stop.picture.look == knowledge::PictureLook::see_through;
    }
    const knowledge::Primary* const primary = world.knowledge.primary(stage.primary);
    if (primary != nullptr && stop.compared != stage.primary &&
        world.knowledge.primary(stop.compared) != nullptr) {
        stage.compared = stop.compared;
    }
    if (primary != nullptr && !stop.route.empty() && primary->route(stop.route) != nullptr) {
        stage.route = true;
        stage.route_id = stop.route;
        stage.route_step = stop.route_step;
    }
    if (stop.plane) {
        stage.section.direction = PlaneDirection::free;
        stage.section.yaw = glm::radians(stop.plane->yaw);
        stage.section.pitch = glm::radians(stop.plane->pitch);
    }
    stage.section.offset = section_offset_limits.clamped(stop.section_offset);
    stage.section.flipped = stop.section_flipped;
    stage.explosion = {share_limits.clamped(stop.exploded), stop.exploded_by_bone};
    stage.bone_labels = stop.labels;
    stage.isolated = stop.isolated && !stage.hidden.empty();
    take_landmark(stage, stop, world);
    develop(stage, stop);
    return stage;
}

CameraWish wish_of(const knowledge::TourStop& stop, const World& world) {
    CameraWish wish = wish_of(stop.picture, world);
    if (stop.place) {
        wish.exact = CameraPose{stop.place->target, wish.yaw.value_or(0.0F),
                                wish.pitch.value_or(0.0F), stop.place->distance};
    } else if (wish.bones.empty() && wish.landmark == anatomy::no_landmark) {
        Stage chosen;
        chosen.site = stop.site;
        wish.bones = framed_bones(chosen, world);
    }
    wish.seconds = c_tour_flight;
    return wish;
}

const knowledge::Tour* find_tour(const Session& session, const World& world,
                                 const std::string& id) {
    const knowledge::Tour* const own = find_in(session.own_tours.tours, id);
    return own == nullptr && world.tours != nullptr ? find_in(*world.tours, id) : own;
}

const knowledge::Tour* running_tour(const Session& session, const World& world) {
    return session.lecture.runs() ? find_tour(session, world, session.lecture.tour) : nullptr;
}

const knowledge::TourStop* running_stop(const Session& session, const World& world) {
    const knowledge::Tour* const tour = running_tour(session, world);
    return tour != nullptr && session.lecture.stop < tour->stops.size()
               ? &tour->stops[session.lecture.stop]
               : nullptr;
}

std::optional<std::size_t> stop_to_continue(const Session& session, const World& world) {
    const Lecture& lecture = session.lecture;
    const knowledge::Tour* const tour = find_tour(session, world, lecture.last_tour);
    const bool begun = lecture.last_stop > 0 || !lecture.ink.empty();
    if (lecture.runs() || lecture.given_whole || !begun || tour == nullptr || tour->stops.empty()) {
        return std::nullopt;
    }
    return std::min(lecture.last_stop, tour->stops.size() - 1);
}

int seconds_late(const knowledge::Tour& tour, std::size_t stop, double elapsed) {
    int planned = 0;
    for (std::size_t i = 0; i <= stop && i < tour.stops.size(); ++i) {
        planned += tour.stops[i].seconds;
    }
    return std::max(static_cast<int>(elapsed) - planned, 0);
}

bool is_presenting(const Session& session) {
    return session.settings.mode == Mode::lecture && session.lecture.runs();
}

} // namespace osteon::session
