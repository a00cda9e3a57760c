#include "app/atlas_window_parts.h"
#include "app/study_stage.h"

#include <algorithm>
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
    aim_.clear();
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
    if (selected == nullptr || selected->bones.size() != 1) {
        return false;
    }
    if (Window::now() - answered_at_ < c_double_click) {
        return true; // the second half of a double click, which would fly to the bone
    }
    if (!session::names_hidden(session_.stage)) {
        return false;
    }
    answered_at_ = Window::now();
    answer(ui::AnswerQuestion{study::Clicked{selected->bones.front()}});
    return true;
}

/// While a bone is to be found, the keys that walk the sites walk the bones in the picture, and the
/// one that opens a site answers.
bool AtlasWindow::aims_at_bone(const Action& action) {
    const auto& question = session_.stage.question;
    if (!question || !question->names_hidden || question->choices > 0) {
        return false;
    }
    const glm::vec2 pointer = window_.pointer();
    if (const auto* const walk = std::get_if<session::FocusHotspot>(&action)) {
        aim_.step(walk->step, bones_to_aim_at(), pointer);
        return true;
    }
    if (std::holds_alternative<session::OpenFocusedHotspot>(action)) {
        if (const anatomy::BoneIndex bone = aim_.bone(pointer); bone != anatomy::no_bone) {
            answer(ui::AnswerQuestion{study::Clicked{bone}});
        }
        return true;
    }
    return false;
}

/// The bones that the question shows and that are in the picture, as one reads it.
std::vector<anatomy::BoneIndex> AtlasWindow::bones_to_aim_at() const {
    constexpr float c_row = 24.0F; // px at 100 %
    if (panes_.empty()) {
        return {};
    }
    const view::Pane& pane = panes_.front();
    const std::vector<anatomy::BoneIndex>& framed = session_.stage.question->framed;
    const auto offsets = stage_.offsets(pieces_.spread());
    std::vector<PlacedBone> placed;
    for (const anatomy::BoneMesh& mesh : stage_.model().meshes) {
        const bool asked = framed.empty()
                               ? atlas_->registry.bones[mesh.bone].kind == anatomy::PieceKind::bone
                               : std::ranges::find(framed, mesh.bone) != framed.end();
        if (!asked || session::is_hidden(session_.stage, mesh.bone)) {
            continue;
        }
        const glm::vec3 centre = mesh.bounds.centre() + view::offset_of(offsets, mesh.bone);
        const glm::vec2 at{view::project(pane.scene.camera, pane.layout.stage, centre)};
        if (pane.layout.stage.contains(at)) {
            placed.push_back({mesh.bone, at});
        }
    }
    return reading_order(std::move(placed), c_row * scale());
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
