#include "session/tour_edit.h"

#include "session/lecture_change.h"
#include "session/tour_stage.h"

#include <glm/gtc/constants.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::session {
namespace {

constexpr std::size_t c_undo_tours = 50;

std::vector<std::string> ids_of(const std::vector<BoneIndex>& bones,
                                const anatomy::Registry& registry) {
    std::vector<std::string> ids;
    for (const BoneIndex bone : bones) {
        ids.push_back(registry.bones[bone].id);
    }
    return ids;
}

knowledge::PictureLook look_in_picture(const Stage& stage) {
    switch (look_of(stage)) {
    case Look::see_through:
        return knowledge::PictureLook::see_through;
    case Look::radiograph:
        return knowledge::PictureLook::radiograph;
    case Look::bone_scan:
        return knowledge::PictureLook::bone_scan;
    case Look::section:
        return knowledge::PictureLook::section;
    case Look::exploded:
        return knowledge::PictureLook::exploded;
    case Look::solid:
        break;
    }
    return knowledge::PictureLook::solid;
}

/// An angle of the stage as a tour tells it, in degrees from -180 to 180.
float degrees_of_turn(float radians) {
    return std::clamp(glm::degrees(std::remainder(radians, glm::two_pi<float>())), -180.0F, 180.0F);
}

/// Likewise, from -90 to 90.
float degrees_of_tilt(float radians) {
    return std::clamp(glm::degrees(radians), -90.0F, 90.0F);
}

/// The anatomical plane whose normal lies nearest that of the section, for small pictures of it.
knowledge::PictureSection nearest_plane(const SectionPlane& plane) {
    using knowledge::PictureSection;
    switch (plane.direction) {
    case PlaneDirection::coronal:
        return PictureSection::coronal;
    case PlaneDirection::transverse:
        return PictureSection::transverse;
    case PlaneDirection::free:
        break;
    case PlaneDirection::sagittal:
        return PictureSection::sagittal;
    }
    const float up = std::abs(std::sin(plane.pitch));
    const float side = std::abs(std::cos(plane.pitch) * std::sin(plane.yaw));
    const float front = std::abs(std::cos(plane.pitch) * std::cos(plane.yaw));
    if (up >= side && up >= front) {
        return PictureSection::transverse;
    }
    return side >= front ? PictureSection::sagittal : PictureSection::coronal;
}

knowledge::PictureCourse course_in_picture(LesionCourse course) {
    switch (course) {
    case LesionCourse::femur:
        return knowledge::PictureCourse::femur;
    case LesionCourse::vertebra:
        return knowledge::PictureCourse::vertebra;
    case LesionCourse::none:
        break;
    }
    return knowledge::PictureCourse::none;
}

/// How films and ghosts are shown.
void keep_development(knowledge::TourStop& stop, const Stage& stage) {
    stop.faded = stage.fade_rest && look_of(stage) != Look::see_through;
    if (stage.fade_rest) {
        stop.ghosts = stage.ghost_opacity;
    }
    if (const auto film = film_of(stage)) {
        stop.film = knowledge::TourFilm{film->window, film->level};
    }
    stop.scan_intensity = scan_intensity_of(stage);
}

} // namespace

knowledge::TourStop stop_from(const Stage& stage, const World& world) {
    knowledge::TourStop stop;
    knowledge::LivePicture& picture = stop.picture;
    picture.bones = ids_of(stage.selection, world.registry);
    if (stage.landmark != anatomy::no_landmark) {
        picture.landmark = world.registry.link_to(stage.landmark);
    }
    picture.look = look_in_picture(stage);
    picture.yaw = degrees_of_turn(stage.camera.yaw);
    picture.pitch = degrees_of_tilt(stage.camera.pitch);
    picture.primary = stage.primary;
    picture.lesions = stage.lesions && !stage.primary.empty();
    picture.section = nearest_plane(stage.section);
    picture.course = course_in_picture(stage.course);
    picture.progress = stage.course_progress;
    stop.site = stage.site;
    stop.compared = stage.primary.empty() ? "" : stage.compared;
    if (const knowledge::Route* const route = route_of(stage, world)) {
        stop.route = route->id;
        stop.route_step = route_step_of(stage, world) != nullptr ? stage.route_step : -1;
    }
    if (stage.section.direction == PlaneDirection::free) {
        stop.plane = knowledge::TourPlane{degrees_of_turn(stage.section.yaw),
                                          degrees_of_tilt(stage.section.pitch)};
    }
    stop.section_offset = stage.section.offset;
    stop.section_flipped = stage.section.flipped;
    stop.exploded_by_bone = stage.explosion.by_bone;
    stop.exploded = stage.explosion.amount;
    stop.labels = stage.bone_labels;
    keep_development(stop, stage);
    stop.isolated = stage.isolated;
    stop.hidden = ids_of(stage.hidden, world.registry);
    stop.place = knowledge::TourPlace{stage.camera.target, stage.camera.distance};
    return stop;
}

void TourEdit::remember_tours() {
    OwnTours& own = session.own_tours;
    own.undo.push_back(own.tours);
    if (own.undo.size() > c_undo_tours) {
        own.undo.erase(own.undo.begin());
    }
}

/// A tour that runs goes on at a stop that it has, or ends.
void TourEdit::keep_running() {
    if (!session.lecture.runs()) {
        return;
    }
    const knowledge::Tour* const tour = running_tour(session, world);
    if (tour == nullptr || tour->stops.empty()) {
        LectureChange{session, world}(EndTour{});
    } else {
        session.lecture.stop = std::min(session.lecture.stop, tour->stops.size() - 1);
    }
}

void TourEdit::operator()(const PutTour& action) {
    if (action.tour.id.empty()) {
        return;
    }
    std::vector<knowledge::Tour>& tours = session.own_tours.tours;
    const auto place = std::ranges::lower_bound(tours, action.tour.id, {}, &knowledge::Tour::id);
    const bool known = place != tours.end() && place->id == action.tour.id;
    const std::string before = std::exchange(session.own_tours.field, action.field);
    if (known && *place == action.tour) {
        return;
    }
    const auto index = place - tours.begin();
    if (action.field.empty() || action.field != before) {
        remember_tours();
    }
    if (known) {
        tours[static_cast<std::size_t>(index)] = action.tour;
    } else {
        tours.insert(tours.begin() + index, action.tour);
    }
    keep_running();
}

void TourEdit::operator()(const RemoveTour& action) {
    std::vector<knowledge::Tour>& tours = session.own_tours.tours;
    const auto place = std::ranges::find(tours, action.id, &knowledge::Tour::id);
    if (place == tours.end()) {
        return;
    }
    const auto index = place - tours.begin();
    session.own_tours.field.clear();
    remember_tours();
    tours.erase(tours.begin() + index);
    keep_running();
}

void TourEdit::operator()(const RecordStop& action) {
    std::vector<knowledge::Tour>& tours = session.own_tours.tours;
    const auto place = std::ranges::find(tours, action.id, &knowledge::Tour::id);
    if (place == tours.end()) {
        return;
    }
    knowledge::Tour tour = *place;
    knowledge::TourStop stop = stop_from(session.stage, world);
    stop.title = action.title;
    tour.stops.push_back(std::move(stop));
    (*this)(PutTour{std::move(tour)});
}

void TourEdit::operator()(const UndoTours&) {
    OwnTours& own = session.own_tours;
    if (own.undo.empty()) {
        return;
    }
    own.tours = std::move(own.undo.back());
    own.undo.pop_back();
    own.field.clear();
    keep_running();
}

} // namespace osteon::session
