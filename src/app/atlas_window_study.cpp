#include "app/atlas_window_parts.h"
#include "app/study_stage.h"

#include <utility>

namespace osteon::app {

/// Study mode has the stage while questions are open, and gives it back when it is left; both come
/// back as they were.
void AtlasWindow::follow_study() {
    const bool studies = session_.settings.mode == session::Mode::study;
    if (studies && !study_.is_open()) {
        study_.open(*atlas_);
        say_of_study();
    }
    const bool on_stage = session_.stage.question.has_value();
    if (studies && study_.run() != nullptr && !on_stage) {
        show_question();
    } else if (on_stage && (!studies || study_.run() == nullptr)) {
        act({session::LeaveQuestion{}});
    }
}

void AtlasWindow::show_question() {
    if (study_.run() != nullptr) {
        act({question_on_stage(*study_.run(), atlas_->registry)});
    }
}

void AtlasWindow::say_of_study() {
    for (std::string& message : study_.take_messages()) {
        say(std::move(message), true);
    }
}

/// While a bone is to be found, a click on one is the answer and selects nothing.
bool AtlasWindow::answers_question(const Action& action) {
    const auto* const selected = std::get_if<session::Select>(&action);
    if (selected == nullptr || selected->bones.size() != 1 ||
        !session::names_hidden(session_.stage)) {
        return false;
    }
    answer(ui::AnswerQuestion{study::Clicked{selected->bones.front()}});
    return true;
}

void AtlasWindow::answer(const ui::SetWishes& request) {
    study_.wish(request.wishes);
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::StartStudy& request) {
    study_.start(request.wishes, *atlas_);
    if (study_.run()->questions.empty()) {
        study_.end();
        say(atlas_->knowledge.language.tr("There is nothing to ask of these kinds today."), false);
    }
    show_question();
    say_of_study();
}

void AtlasWindow::answer(const ui::AnswerQuestion& request) {
    if (study_.answer(request.given)) {
        show_question();
    }
    say_of_study();
}

void AtlasWindow::answer(const ui::GiveHint&) {
    study_.hint();
    frames_due_ = c_frames_after_event;
}

void AtlasWindow::answer(const ui::NextQuestion&) {
    study_.next();
    show_question();
}

void AtlasWindow::answer(const ui::ReadWhy&) {
    const study::Run* const run = study_.run();
    if (run == nullptr || run->outcome() == nullptr) {
        return;
    }
    session::ShowQuestion beside = question_on_stage(*run, atlas_->registry);
    beside.shown.reads = true;
    const session::ReadingPlace place = reading_about(*run->question(), atlas_->registry);
    act({beside, session::OpenArticle{place.article, place.section}});
}

void AtlasWindow::answer(const ui::EndStudy&) {
    study_.end();
    show_question();
    frames_due_ = c_frames_after_event;
}

} // namespace osteon::app
