#include "app/atlas_window_parts.h"
#include "session/talk.h"
#include "session/tour_stage.h"

#include <fmt/chrono.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <ctime>

namespace osteon::app {
namespace {

/// While the room's picture moves, its small copy follows so often, seconds: the room comes first.
constexpr double c_copy_step = 0.1;

} // namespace

void AtlasWindow::answer(const ui::FillScreen&) {
    window_.fill_screen(!window_.fills_screen());
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::ShowPresenter&) {
    pointer_in_room_.reset();
    frames_due_ = c_frames_after_event; // the room is drawn, and copied
    if (presenter_) {
        presenter_.reset();
        room_.reset();
        return;
    }
    const knowledge::Language& language = atlas_->knowledge.language;
    auto opened = PresenterWindow::open(window_, language.tr("Osteon: for the speaker"));
    if (!opened) {
        spdlog::error(describe(opened.error()));
        say(language.tr(
                "The speaker's window cannot be opened: {}. The lecture goes on without it.",
                opened.error().reason),
            true);
        return;
    }
    room_.emplace();
    presenter_ = std::move(*opened);
    presenter_frames_ = c_frames_after_event;
}

/// What is known, with the tours once they are loaded.
session::World AtlasWindow::world() const {
    session::World world = atlas_->world();
    world.tours = tours_language_.empty() ? nullptr : &tours_.tours;
    return world;
}

/// Begins with a tour where the command line names one.
void AtlasWindow::begin_lecture(const OpenWindow& command) {
    if (command.tour.empty()) {
        follow_lecture();
        return;
    }
    load_tours();
    if (session::find_tour(session_, world(), command.tour) == nullptr) {
        say(atlas_->knowledge.language.tr("There is no tour ‘{}’; 'osteon list tours' names them.",
                                          command.tour),
            true);
        return;
    }
    act({session::StartTour{command.tour}});
}

/// What a change of the session means for tours and their clock.
void AtlasWindow::follow_lecture() {
    if (wants_tours()) {
        load_tours();
    }
    const session::Lecture& lecture = session_.lecture;
    if (lecture.begun != tours_begun_) { // one that goes on keeps its time
        tours_begun_ = lecture.begun;
        lecture_began_ = Window::now();
    }
    if (lecture.tour != given_tour_) {
        toasts_.remove_offers(ui::ToastOffer::continue_tour);
        if (!lecture.runs()) {
            say_where_left();
        }
        given_tour_ = lecture.tour;
    }
    if (session_.lecture.tool != session::LectureTool::spotlight) {
        pointer_in_room_.reset();
    }
    presenter_frames_ = c_frames_after_event;
}

/// Escape is near other keys: a tour that was ended midway can be gone on with.
void AtlasWindow::say_where_left() {
    const session::World known = world();
    const auto stop = session::stop_to_continue(session_, known);
    if (!stop) {
        return;
    }
    const knowledge::Tour& tour = *session::find_tour(session_, known, session_.lecture.last_tour);
    toasts_.add(known.knowledge.language.tr("The tour ended at stop {} of {}.", *stop + 1,
                                            tour.stops.size()),
                false, Window::now(), ui::ToastOffer::continue_tour);
    frames_due_ = c_frames_after_event;
}

double AtlasWindow::lecture_seconds() const {
    return given_tour_.empty() ? 0.0 : Window::now() - lecture_began_;
}

void AtlasWindow::take_presenter_events() {
    if (!presenter_) {
        return;
    }
    if (presenter_->should_close()) {
        presenter_.reset();
        room_.reset();
        return;
    }
    if (presenter_->take_touched()) {
        presenter_frames_ = c_frames_after_event;
    }
}

bool AtlasWindow::presenter_is_due() const {
    if (!presenter_ || presenter_->minimised()) {
        return false;
    }
    const double since = Window::now() - presenter_drawn_;
    return since >= PresenterWindow::c_tick ||
           (presenter_frames_ > 0 && (!in_motion() || since >= c_copy_step));
}

void AtlasWindow::draw_presenter() {
    const view::Layout layout = presenter_->layout(session_.settings.scale);
    const session::World world = this->world();
    const view::StageMarks no_marks;
    const std::vector<ui::DrawnPicture> pictures =
        pictures_.shown(session::shown_theme(session_.settings), stage_.revision());
    const ui::PresenterView view{.room = room_->texture(),
                                 .room_size = room_->size(),
                                 .elapsed = lecture_seconds(),
                                 .clock =
                                     fmt::format("{:%H:%M}", fmt::localtime(std::time(nullptr)))};
    const ui::FrameOutput output = presenter_->draw({.session = session_,
                                                     .world = world,
                                                     .search = atlas_->search,
                                                     .layout = layout,
                                                     .panes = {},
                                                     .marks = no_marks,
                                                     .pointing = pointing_,
                                                     .pose = pilot_.pose(),
                                                     .task = task(),
                                                     .model_name = stage_.name(),
                                                     .model_credit = stage_.credit(),
                                                     .model_loaded = stage_.loaded(),
                                                     .framed_bounds = {},
                                                     .unmatched = {},
                                                     .toasts = toasts_.shown(),
                                                     .pictures = pictures},
                                                    view);
    presenter_drawn_ = Window::now();
    presenter_frames_ =
        output.wants_more_frames ? std::max(presenter_frames_, 2) : presenter_frames_;
    presenter_frames_ = std::max(presenter_frames_ - 1, 0);
    if (output.pointer_in_room != pointer_in_room_) {
        pointer_in_room_ = output.pointer_in_room;
        frames_due_ = std::max(frames_due_, 1);
    }
    if (toasts_.close(output.closed_toasts)) {
        presenter_frames_ = c_frames_after_event;
    }
    draw_pictures(output.pictures);
    act(output.actions);
    answer(output.requests);
}

} // namespace osteon::app
