#include "session/question_change.h"

#include "session/notes_change.h"
#include "session/stage_change.h"

#include <algorithm>
#include <concepts>
#include <type_traits>
#include <utility>

namespace osteon::session {
namespace {

template <class Action, class... Allowed>
concept OneOf = (std::is_same_v<Action, Allowed> || ...);

template <class Action>
concept Harmless =
    OneOf<Action, SetCamera, LookFrom, Home, FrameSelection, SetLevel, SetTheme, SetScale,
          SetTextSize, SetLanguage, SetMotion, SetPatterns, SetSpeech, BindKey, ResetKeys,
          EndFirstSteps, SetDimRest, SetMode, FoldPanel, SetPanelWidth, SetDrawerWidth,
          ShowUncheckedFigures, SortRegions, ShowInMatrix, ShowLandmarks, SetModel, ShowQuestion,
          LeaveQuestion, PutTour, TakeSavedSession>;

std::vector<BoneIndex> all_but(std::vector<BoneIndex> kept, std::size_t count) {
    std::ranges::sort(kept);
    std::vector<BoneIndex> rest;
    for (std::size_t bone = 0; bone < count && !kept.empty(); ++bone) {
        if (!std::ranges::binary_search(kept, static_cast<BoneIndex>(bone))) {
            rest.push_back(static_cast<BoneIndex>(bone));
        }
    }
    return rest;
}

} // namespace

void show_question(Session& session, const ShowQuestion& action, const World& world) {
    if (!session.interrupted) {
        session.interrupted = Interrupted{session.stage, session.undo, session.redo};
    }
    Stage stage;
    stage.camera = session.stage.camera;
    stage.question = action.shown;
    stage.hidden = all_but(action.only, world.registry.bones.size());
    stage.isolated = !stage.hidden.empty();
    if (action.apart) {
        stage.look = Look::exploded;
        stage.explosion = {.amount = 0.6F, .by_bone = true};
    }
    if (world.knowledge.primary(action.lesions_of) != nullptr) {
        stage.primary = action.lesions_of;
        stage.lesions = true;
    }
    session.stage = std::move(stage);
    session.undo.clear();
    session.redo.clear();
    session.desk.tool = NoteTool::none; // a click is an answer
    session.focused_hotspot.clear();
    if (action.keeps_camera) {
        return;
    }
    CameraWish wish = wish_for(action.shown.framed);
    wish.yaw = action.yaw;
    wish.pitch = action.pitch;
    ask(session, std::move(wish));
}

void leave_question(Session& session) {
    if (!session.interrupted) {
        return;
    }
    Interrupted before = *std::exchange(session.interrupted, std::nullopt);
    session.stage = std::move(before.stage);
    session.undo = std::move(before.undo);
    session.redo = std::move(before.redo);
    session.focused_hotspot.clear();
    CameraWish wish;
    wish.exact = session.stage.camera;
    ask(session, std::move(wish));
}

bool allowed_beside_question(const Stage& stage, const Action& action) {
    const bool writes = std::visit(
        []<class Each>(const Each&) { return std::invocable<NotesChange&, const Each&>; }, action);
    if (writes || std::holds_alternative<SetTool>(action)) {
        return false; // notes are not shown on the bones of a question
    }
    if (!names_hidden(stage)) {
        return true;
    }
    if (const auto* const opened = std::get_if<OpenDrawer>(&action)) {
        return opened->drawer == Drawer::none || opened->drawer == Drawer::settings ||
               opened->drawer == Drawer::help;
    }
    return std::visit([]<class Each>(const Each&) { return Harmless<Each>; }, action);
}

} // namespace osteon::session
