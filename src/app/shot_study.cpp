#include "app/shot_study.h"

#include "app/study_desk.h"
#include "app/study_stage.h"
#include "ui/study_home.h"

#include <string>

namespace osteon::app {
namespace {

/// Answers the open question of a desk as the command says: wrongly with the first wrong choice, or
/// a click on the bone of the other side, else on the one listed next.
void answer(StudyDesk& desk, const std::string& how, const anatomy::Registry& registry) {
    const study::Question& open = *desk.run()->question();
    if (how == "unknown") {
        desk.answer(study::Unknown{});
    } else if (how == "right" || how == "wrong") {
        const bool right = how == "right";
        if (!open.choices.empty()) {
            desk.answer(study::Chosen{right ? open.right : (open.right + 1) % open.choices.size()});
            return;
        }
        const anatomy::BoneIndex target = open.targets.front();
        const anatomy::BoneIndex mirror = registry.bones[target].mirror;
        const auto next = static_cast<anatomy::BoneIndex>(target + 1);
        desk.answer(study::Clicked{right ? target : mirror != anatomy::no_bone ? mirror : next});
    }
}

/// Begins the question of the command and answers it, if it is to be.
Result<void> ask(StudyDesk& desk, const Atlas& atlas, const TakeShot& command) {
    const auto kind = study::kind_of_card(command.question);
    desk.start({study::Card{command.question, kind.value_or(study::Kind::find_bone)}}, atlas);
    if (!kind || desk.run()->questions.empty()) {
        return fail({Fault::usage, "--question", "",
                     "'" + command.question + "' is no card of study mode",
                     "Cards are find:BONE, name:BONE, bank:QUESTION … (docs/study.md)"});
    }
    answer(desk, command.answer, atlas.registry);
    return {};
}

/// Takes a progress file into the desk, which keeps nothing.
Result<void> read_progress(StudyDesk& desk, const TakeShot& command, const Atlas& atlas) {
    if (command.progress_file.empty()) {
        return {};
    }
    const ui::ImportProgress file{command.progress_file.string()};
    return desk.change(file, atlas.knowledge.language).map([](const std::string&) {});
}

} // namespace

Result<render::Image> draw_study(const Atlas& atlas, Studio& studio, session::Session session,
                                 const TakeShot& command, const PictureSize& size) {
    StudyDesk desk(std::nullopt, std::nullopt);
    desk.open(atlas);
    session.settings.mode = session::Mode::study;
    if (!command.question.empty()) {
        if (auto asked = ask(desk, atlas, command); !asked) {
            return fail(asked.error());
        }
        session::apply(session, question_on_stage(*desk.run(), atlas.registry), atlas.world());
    }
    if (auto read = read_progress(desk, command, atlas); !read) {
        return fail(read.error());
    }
    const study::View view = desk.view();
    if (command.bone_heat && view.overview != nullptr) {
        session::apply(session, session::ShowBoneHeat{ui::bone_heat_of(view.overview->statistics)},
                       atlas.world());
    }
    return studio.picture_with_interface(session, size, {.study = &view});
}

} // namespace osteon::app
