#include "app/atlas_window_parts.h"

#include <algorithm>

namespace osteon::app {
namespace {

constexpr float c_near_pick = 4.0F;   ///< px at 100 %: how far beside a thin bone a click may fall
constexpr float c_finger_jump = 8.0F; ///< px at 100 %: further than a mouse moves in a frame's time

} // namespace

void AtlasWindow::take_files() {
    for (const std::string& path : window_.take_dropped_files()) {
        if (path.ends_with(study::c_progress_extension)) {
            import_progress(path);
            continue;
        }
        if (session::is_session_file(path)) {
            answer(ui::OpenSession{path});
            continue;
        }
        if (std::filesystem::path(path).extension() == ".toml") {
            take_tour(path);
            continue;
        }
        anatomy::ModelSource source;
        source.path = path;
        act({session::SetModel{source}});
    }
}

/// In the pane under the pixel, or in the one that a drag began in.
Hit AtlasWindow::hit_at(glm::vec2 pixel) const {
    if (panes_.empty()) {
        return {};
    }
    return stage_.hit(renderer_, panes_[pane_at(pixel)], pixel, c_near_pick * scale());
}

std::size_t AtlasWindow::pane_at(glm::vec2 pixel) const {
    std::vector<view::Layout> layouts;
    for (const view::Pane& pane : panes_) {
        layouts.push_back(pane.layout);
    }
    return std::min(pointer_.held_pane().value_or(view::pane_at(layouts, pixel)),
                    layouts.size() - 1);
}

/// A finger comes down where the pointer was not when the last frame was drawn.
bool AtlasWindow::jumped(const PointerEvent& event) const {
    return event.kind == PointerEvent::Kind::press &&
           glm::distance(event.at, drawn_pointer_) > c_finger_jump * scale();
}

void AtlasWindow::take_pointer() {
    const auto offsets = stage_.offsets(view::spread_of(session_.stage));
    for (const PointerEvent& event : window_.take_pointer_events()) {
        if (panes_.empty()) {
            continue; // nothing is drawn yet
        }
        const std::size_t pane = pane_at(event.at);
        const bool finger = jumped(event);
        const session::CameraPose pose = view::pose_in_pane(session_.stage, pane, pilot_.pose());
        const PointerSurroundings around{panes_[pane].layout,
                                         pose,
                                         view::moved_bounds(stage_.model(), offsets),
                                         finger ? interface_.is_bare(event.at) : pointer_on_stage_,
                                         pointer_on_mark_ && !finger,
                                         [this](glm::vec2 pixel) { return hit_at(pixel); },
                                         session::film_of(session_.stage),
                                         session::scan_intensity_of(session_.stage),
                                         pane,
                                         !session::is_scan(session_.stage),
                                         note_surroundings(pane)};
        const std::vector<Action> actions = pointer_.handle(event, around);
        if (actions.size() != 1 || !answers_question(actions.front())) {
            act(actions);
        }
    }
}

void AtlasWindow::act(const std::vector<Action>& actions) {
    for (const Action& action : actions) {
        if (aims_at_bone(action)) {
            continue;
        }
        const std::size_t steps = session_.undo.size();
        session::apply(session_, action, world());
        if (session_.undo.size() != steps) {
            toasts_.remove_offers(ui::ToastOffer::undo);
        }
        if (std::holds_alternative<session::SetCamera>(action)) {
            pilot_.take_over(session_.stage.camera);
        }
        bring_section(action);
        note_action(action);
        if (const auto* const set = std::get_if<session::SetMotion>(&action);
            set != nullptr && set->motion == session::MotionChoice::system) {
            desktop_motion_.ask([] { Window::wake(); });
        }
    }
    speak(session_.settings.language);
    if (!actions.empty()) {
        follow_lecture();
    }
    say_choice_aloud();
    if (session_.settings.model != wanted_source_) {
        wanted_source_ = session_.settings.model;
        loader_.start(wanted_source_);
        task_started_ = Window::now();
    }
    if (!actions.empty()) {
        frames_due_ = c_frames_after_event;
    }
}

/// A section that is newly chosen, or turned, cuts what is chosen and not the air beside it.
void AtlasWindow::bring_section(const Action& action) {
    const auto* const look = std::get_if<session::SetLook>(&action);
    const auto* const turned = std::get_if<session::SetSection>(&action);
    const session::SectionPlane& section = session_.stage.section;
    const auto* const shown = std::get_if<session::ShowPicture>(&action);
    const bool stop = std::holds_alternative<session::StartTour>(action) ||
                      std::holds_alternative<session::ContinueTour>(action) ||
                      std::holds_alternative<session::ShowTourStop>(action) ||
                      std::holds_alternative<session::GoToStop>(action) ||
                      std::holds_alternative<session::WalkTour>(action);
    const bool begun =
        (look != nullptr && look->look == session::Look::section) ||
        ((shown != nullptr || stop) && session_.stage.look == session::Look::section);
    if (turned != nullptr && section.direction == section_direction_) {
        return;
    }
    if (turned == nullptr && !begun) {
        return;
    }
    section_direction_ = section.direction;
    if (const auto plane = stage_.section_through_choice(session_, world())) {
        session::apply(session_, session::SetSection{*plane}, world());
    }
}

void AtlasWindow::answer(const std::vector<ui::Request>& requests) {
    for (const ui::Request& request : requests) {
        std::visit([this](const auto& each) { answer(each); }, request);
    }
}

void AtlasWindow::answer(const ui::Quit&) {
    quit_ = true;
}

/// Goes on in another language. Ids and indices are the same in each, so that session, model and
/// pictures stay.
void AtlasWindow::speak(const std::string& language) {
    if (language == atlas_->knowledge.language.id) {
        return;
    }
    const Result<const Atlas*> known = shelf_.in(language);
    if (!known) {
        session_.settings.language = atlas_->knowledge.language.id;
        say(describe(known.error()), true);
        return;
    }
    atlas_ = *known;
    study_.speak(*atlas_);
    frames_due_ = c_frames_after_event;
}

} // namespace osteon::app
