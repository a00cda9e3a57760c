#include "session/lecture_change.h"

#include "session/stage_change.h"
#include "session/talk.h"
#include "session/tour_stage.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace osteon::session {
namespace {

constexpr std::size_t c_longest_line = 4096; ///< points
constexpr std::size_t c_most_lines = 512;    ///< on one stop
constexpr float c_point_apart = 0.001F;      ///< shares of the picture

/// "article#section" as a place in the texts.
ReadingPlace place_of(const std::string& link) {
    const std::size_t hash = link.find('#');
    return {link.substr(0, hash), hash == std::string::npos ? "" : link.substr(hash + 1)};
}

} // namespace

/// Brings the stage to a stop, and the article that belongs to it.
void LectureChange::show(const knowledge::TourStop& stop) {
    session.focused_hotspot.clear();
    session.stage = stage_of(stop, session.stage, world);
    ask(session, wish_of(stop, world));
    ReadingPlace place = place_of(stop.article);
    if (world.knowledge.article(place.article) != nullptr && session.reading.here() != place) {
        open_article(session.reading, std::move(place));
    }
}

void LectureChange::operator()(const StartTour& action) {
    const knowledge::Tour* const tour = find_tour(session, world, action.id);
    if (tour == nullptr || tour->stops.empty()) {
        return;
    }
    change_mode(session, Mode::lecture, world.knowledge.language);
    Stage before = session.stage;
    const Lecture last = std::exchange(session.lecture, {});
    session.lecture.tour = tour->id;
    session.lecture.last_tour = tour->id;
    session.lecture.stop = std::min(action.stop, tour->stops.size() - 1);
    session.lecture.pen = last.pen;
    session.lecture.begun = last.begun + 1;
    show(tour->stops[session.lecture.stop]);
    remember(session,
             {world.knowledge.language.tr("the tour {}", tour->title), std::move(before), nullptr});
}

void LectureChange::operator()(const ContinueTour&) {
    Lecture& lecture = session.lecture;
    const knowledge::Tour* const tour = find_tour(session, world, lecture.last_tour);
    if (lecture.runs() || tour == nullptr || tour->stops.empty()) {
        return;
    }
    change_mode(session, Mode::lecture, world.knowledge.language);
    Stage before = session.stage;
    lecture.tour = tour->id;
    lecture.stop = std::min(lecture.last_stop, tour->stops.size() - 1);
    show(tour->stops[lecture.stop]);
    // A tour that goes on where it was left is still the one step of undo.
    std::string name = world.knowledge.language.tr("the tour {}", tour->title);
    if (!session.redo.empty() || session.undo.empty() || session.undo.back().name != name) {
        remember(session, {std::move(name), std::move(before), nullptr});
    }
}

void LectureChange::operator()(const ShowTourStop& action) {
    const knowledge::Tour* const tour = find_tour(session, world, action.id);
    if (tour == nullptr || action.stop >= tour->stops.size()) {
        return;
    }
    Stage before = session.stage;
    const knowledge::TourStop& stop = tour->stops[action.stop];
    show(stop);
    remember(session, {world.knowledge.language.tr("showing ‘{}’ of a tour", stop.title),
                       std::move(before), nullptr});
}

void LectureChange::operator()(const GoToStop& action) {
    const knowledge::Tour* const tour = running_tour(session, world);
    if (tour == nullptr || tour->stops.empty()) {
        return;
    }
    return_to_lecture();
    session.lecture.blank = false;
    session.lecture.stop = std::min(action.stop, tour->stops.size() - 1);
    show(tour->stops[session.lecture.stop]);
}

/// The speaker's window stays while the room shows something else; its keys bring the room back.
void LectureChange::return_to_lecture() {
    change_mode(session, Mode::lecture, world.knowledge.language);
}

void LectureChange::show_again() {
    if (const knowledge::TourStop* const stop = running_stop(session, world)) {
        show(*stop);
    }
}

void LectureChange::operator()(const WalkTour& action) {
    const knowledge::Tour* const tour = running_tour(session, world);
    if (tour == nullptr) {
        return;
    }
    return_to_lecture();
    const auto last = static_cast<int>(tour->stops.size()) - 1;
    const int next = std::clamp(static_cast<int>(session.lecture.stop) + action.by, 0, last);
    session.lecture.blank = false;
    if (next != static_cast<int>(session.lecture.stop)) {
        (*this)(GoToStop{static_cast<std::size_t>(next)});
    }
}

/// What was drawn stays, for whoever ended the tour by mistake.
void LectureChange::operator()(const EndTour&) {
    Lecture& lecture = session.lecture;
    if (!lecture.runs()) {
        return;
    }
    const knowledge::Tour* const tour = running_tour(session, world);
    lecture.given_whole = tour == nullptr || lecture.stop + 1 >= tour->stops.size();
    lecture.last_stop = std::exchange(lecture.stop, 0);
    lecture.tour.clear();
    lecture.blank = false;
    lecture.tool = LectureTool::none;
}

void LectureChange::operator()(const BlankScreen& action) {
    session.lecture.blank = action.on && session.lecture.runs();
}

void LectureChange::operator()(const HoldTool& action) {
    session.lecture.tool = session.lecture.runs() ? action.tool : LectureTool::none;
}

void LectureChange::operator()(const TakePen& action) {
    session.lecture.pen = action.pen;
    (*this)(HoldTool{LectureTool::pen});
}

void LectureChange::operator()(const DrawOver& action) {
    if (!session.lecture.runs() || !std::isfinite(action.point.x) ||
        !std::isfinite(action.point.y)) {
        return;
    }
    const glm::vec2 point = glm::clamp(action.point, glm::vec2(0.0F), glm::vec2(1.0F));
    std::vector<InkStroke>& lines = session.lecture.ink[session.lecture.stop];
    if (action.begins && lines.size() < c_most_lines) {
        lines.push_back({session.lecture.pen, {point}});
    } else if (!lines.empty() && lines.back().points.size() < c_longest_line &&
               glm::distance(lines.back().points.back(), point) >= c_point_apart) {
        lines.back().points.push_back(point);
    }
}

void LectureChange::operator()(const UndoDrawing&) {
    std::vector<InkStroke>& lines = session.lecture.ink[session.lecture.stop];
    if (!lines.empty()) {
        lines.pop_back();
    }
}

void LectureChange::operator()(const ClearDrawing&) {
    session.lecture.ink.erase(session.lecture.stop);
}

} // namespace osteon::session
