#include "session/session.h"

#include "session/hotspots.h"
#include "session/lecture_change.h"
#include "session/limits.h"
#include "session/notes_change.h"
#include "session/question_change.h"
#include "session/saved_session.h"
#include "session/settings_change.h"
#include "session/stage_change.h"
#include "session/talk.h"
#include "session/tour_edit.h"
#include "session/tour_stage.h"

#include <glm/gtc/constants.hpp>
#include <glm/trigonometric.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <utility>

namespace osteon::session {

namespace {

constexpr std::string_view c_bone_page = "bone:";
constexpr std::size_t c_undo_steps = 200;
constexpr float c_home_yaw = glm::radians(10.0F);
constexpr float c_home_pitch = glm::radians(1.0F);

template <class Action>
concept ChangesStage = std::invocable<StageChange&, const Action&>;
template <class Action>
concept ChangesNotes = std::invocable<NotesChange&, const Action&>;
template <class Action>
concept ChangesDesk = std::invocable<DeskChange&, const Action&>;

template <class Action>
concept ChangesSettings = std::invocable<SettingsChange&, const Action&>;

CameraWish wish_from(StandardView view) {
    constexpr float c_quarter = glm::half_pi<float>();
    CameraWish wish;
    wish.yaw = 0.0F;
    wish.pitch = 0.0F;
    switch (view) {
    case StandardView::anterior:
        break;
    case StandardView::posterior:
        wish.yaw = glm::pi<float>();
        break;
    case StandardView::left:
        wish.yaw = c_quarter;
        break;
    case StandardView::right:
        wish.yaw = -c_quarter;
        break;
    case StandardView::superior:
        wish.pitch = c_quarter;
        break;
    case StandardView::inferior:
        wish.pitch = -c_quarter;
        break;
    }
    return wish;
}

/// Goes back to what the newest step of `from` changed; what is left becomes a step of `to`.
void step_through_time(Session& session, std::vector<UndoStep>& from, std::vector<UndoStep>& to) {
    if (from.empty()) {
        return;
    }
    UndoStep step = std::move(from.back());
    from.pop_back();
    if (step.notes) {
        step.notes = std::make_shared<const Notes>(std::exchange(session.notes, *step.notes));
        tidy_desk(session);
    }
    if (step.file) {
        std::swap(session.file, *step.file);
    }
    if (step.model) {
        std::swap(session.settings.model, *step.model);
    }
    if (step.of_talk) {
        std::swap(session.talk.kept, *step.of_talk);
    }
    if (step.stage) {
        std::swap(session.stage, *step.stage);
        session.focused_hotspot.clear();
        CameraWish wish;
        wish.exact = session.stage.camera;
        ask(session, std::move(wish));
    }
    to.push_back(std::move(step));
}

/// Whether there is a step to take. The stage of a tour that is presented belongs to its stop.
bool can_step(const Session& session, const std::vector<UndoStep>& steps) {
    return !steps.empty() && !(steps.back().stage && is_presenting(session));
}

bool is_finite(const CameraPose& pose) {
    return std::isfinite(pose.target.x) && std::isfinite(pose.target.y) &&
           std::isfinite(pose.target.z) && std::isfinite(pose.yaw) && std::isfinite(pose.pitch) &&
           std::isfinite(pose.distance);
}

void walk_hotspots(Session& session, int step, const World& world) {
    const auto spots = hotspots(session.stage, world.knowledge);
    if (spots.empty()) {
        return;
    }
    const auto count = static_cast<int>(spots.size());
    const auto focused = std::find_if(spots.begin(), spots.end(), [&](const knowledge::Site* site) {
        return site->id == session.focused_hotspot;
    });
    const int start = focused != spots.end() ? static_cast<int>(focused - spots.begin())
                      : step > 0             ? -1
                                             : count;
    const int next = ((start + step) % count + count) % count;
    session.focused_hotspot = spots[static_cast<std::size_t>(next)]->id;
}

/// Carries out the rest: reading, the camera and walks through time.
struct OtherChange {
    Session& session;
    const World& world;

    void operator()(const OpenArticle& action) {
        if (action.id.empty() || world.knowledge.article(action.id) != nullptr ||
            bone_of_page(action.id, world.registry) != anatomy::no_bone) {
            open_article(session.reading, {action.id, action.section});
        }
    }
    void operator()(const SetCamera& action) {
        if (is_finite(action.pose)) {
            session.stage.camera = action.pose;
            if (is_scan(session.stage)) {
                session.stage.camera.yaw = 0.0F;
                session.stage.camera.pitch = 0.0F;
            }
            session.wish.reset();
        }
    }
    void operator()(const SetWindowLevel& action) {
        const WindowLevel& value = action.value;
        if (std::isfinite(value.window) && std::isfinite(value.level)) {
            session.stage.film = {film_window_limits.clamped(value.window),
                                  film_level_limits.clamped(value.level)};
        }
    }
    void operator()(const LookFrom& action) {
        CameraWish wish = wish_from(action.view);
        wish.bones = framed_bones(session.stage, world);
        wish.landmark = session.stage.landmark;
        ask(session, std::move(wish));
    }
    void operator()(const Home&) {
        CameraWish wish;
        if (session.stage.question) { // the whole body would tell on which side its bones are
            wish.bones = framed_bones(session.stage, world);
        }
        wish.yaw = c_home_yaw;
        wish.pitch = c_home_pitch;
        ask(session, std::move(wish));
    }
    void operator()(const FrameSelection&) {
        CameraWish wish;
        wish.bones = framed_bones(session.stage, world);
        wish.landmark = session.stage.landmark;
        ask(session, std::move(wish));
    }
    void operator()(const SetMode& action) {
        const bool enters_lecture =
            session.settings.mode != Mode::lecture && action.mode == Mode::lecture;
        const std::string before_talk = session.talk.before.site;
        const bool leaves_bedside =
            session.settings.mode == Mode::bedside && action.mode != Mode::bedside;
        change_mode(session, action.mode, world.knowledge.language);
        if (enters_lecture) { // the words of the stop stand beside what it shows
            LectureChange{session, world}.show_again();
        }
        const knowledge::Site* const site = world.knowledge.site(session.stage.site);
        if (leaves_bedside && site != nullptr && site->id != before_talk) {
            open_article_of(session.reading, *site, world);
            session.talk.taken->pages = session.reading;
        }
    }
    void operator()(const NameFile& action) { session.file = action.file; }
    void operator()(const SayPrimary& action) {
        if (action.id.empty() || world.knowledge.primary(action.id) != nullptr) {
            session.talk.primary = action.id;
        }
    }
    void operator()(const ClearTalk&) {
        clear_talk(session);
        (*this)(Home{});
    }
    void operator()(const FocusHotspot& action) { walk_hotspots(session, action.step, world); }
    void operator()(const ShowQuestion& action) { show_question(session, action, world); }
    void operator()(const LeaveQuestion&) { leave_question(session); }
    void operator()(const ShowBoneHeat& action) { session.stage.heat = action.heat; }
    void operator()(const Undo&) { (*this)(StepThroughTime{-1}); }
    void operator()(const Redo&) { (*this)(StepThroughTime{1}); }
    void operator()(const StepThroughTime& action) {
        for (int step = action.steps; step < 0 && can_step(session, session.undo); ++step) {
            step_through_time(session, session.undo, session.redo);
        }
        for (int step = action.steps; step > 0 && can_step(session, session.redo); --step) {
            step_through_time(session, session.redo, session.undo);
        }
    }
};

template <class Action>
concept ChangesLecture = std::invocable<LectureChange&, const Action&>;
template <class Action>
concept ChangesTours = std::invocable<TourEdit&, const Action&>;

template <ChangesLecture Action>
void carry_out(Session& session, const Action& action, const World& world) {
    LectureChange{session, world}(action);
}

template <ChangesTours Action>
void carry_out(Session& session, const Action& action, const World& world) {
    TourEdit{session, world}(action);
}

template <ChangesStage Action>
void carry_out(Session& session, const Action& action, const World& world) {
    Stage before = session.stage;
    StageChange change{session, world, {}, false};
    change(action);
    if (session.settings.mode == Mode::bedside) {
        keep_calm(session.stage);
    }
    if (session.stage == before || is_presenting(session)) {
        return; // the tour as a whole is one step
    }
    const bool goes_on = change.continuous && session.redo.empty() && !session.undo.empty() &&
                         session.undo.back().name == change.name;
    session.desk.typed = no_note;
    if (!goes_on) {
        remember(session, {std::move(change.name), std::move(before), nullptr});
    }
}

template <ChangesNotes Action>
void carry_out(Session& session, const Action& action, const World& world) {
    auto before = std::make_shared<const Notes>(session.notes);
    NotesChange change{session, world, {}};
    change(action);
    if (session.notes == *before) {
        return;
    }
    if (!change.continuous || !session.redo.empty()) {
        remember(session, {std::move(change.name), std::nullopt, std::move(before)});
    }
    session.desk.typed = change.typed;
}

template <ChangesDesk Action>
void carry_out(Session& session, const Action& action, const World& world) {
    DeskChange{session, world}(action);
}

void carry_out(Session& session, const TakeSavedSession& action, const World& world) {
    if (action.saved) {
        LectureChange{session, world}(EndTour{});
        const Mode mode = session.settings.mode;
        const bool has_own_stage = mode == Mode::bedside || mode == Mode::study;
        change_mode(session, has_own_stage ? Mode::explore : mode, world.knowledge.language);
        remember(session, take_saved(session, action, world));
    }
}

template <ChangesSettings Action>
void carry_out(Session& session, const Action& action, const World& world) {
    SettingsChange{session.settings, world}(action);
}

template <class Action>
void carry_out(Session& session, const Action& action, const World& world) {
    OtherChange{session, world}(action);
}

} // namespace

void remember(Session& session, UndoStep step) {
    session.undo.push_back(std::move(step));
    if (session.undo.size() > c_undo_steps) {
        session.undo.erase(session.undo.begin());
    }
    session.redo.clear();
    session.desk.typed = no_note;
}

std::string page_of_bone(std::string_view bone) {
    return std::string(c_bone_page) + std::string(bone);
}

BoneIndex bone_of_page(std::string_view page, const anatomy::Registry& registry) {
    return page.starts_with(c_bone_page) ? registry.find(page.substr(c_bone_page.size()))
                                         : anatomy::no_bone;
}

void apply(Session& session, const Action& action, const World& world) {
    if (session.stage.question && !allowed_beside_question(session.stage, action)) {
        return;
    }
    std::visit([&](const auto& each) { carry_out(session, each, world); }, action);
}

std::string undo_label(const Session& session, const knowledge::Language& language) {
    return session.undo.empty() ? "" : language.tr("Undo {}", session.undo.back().name);
}

std::string redo_label(const Session& session, const knowledge::Language& language) {
    return session.redo.empty() ? "" : language.tr("Redo {}", session.redo.back().name);
}

const knowledge::Route* route_of(const Stage& stage, const World& world) {
    const knowledge::Primary* const primary = world.knowledge.primary(stage.primary);
    const Look look = look_of(stage);
    const bool has_place =
        look == Look::solid || look == Look::see_through || look == Look::section;
    if (!stage.route || primary == nullptr || !has_place) {
        return nullptr;
    }
    const knowledge::Route* const wanted = primary->route(stage.route_id);
    return wanted != nullptr ? wanted : primary->route({});
}

const knowledge::RouteStep* route_step_of(const Stage& stage, const World& world) {
    const knowledge::Route* const route = route_of(stage, world);
    const auto step = static_cast<std::size_t>(stage.route_step);
    return route != nullptr && stage.route_step >= 0 && step < route->steps.size()
               ? &route->steps[step]
               : nullptr;
}

Look look_of(const Stage& stage) {
    return stage.look == Look::solid && stage.fade_rest ? Look::see_through : stage.look;
}

bool is_scan(const Stage& stage) {
    return stage.look == Look::bone_scan;
}

bool is_compared(const Stage& stage) {
    return !stage.primary.empty() && !stage.compared.empty();
}

std::optional<WindowLevel> film_of(const Stage& stage) {
    return stage.look == Look::radiograph ? std::optional(stage.film) : std::nullopt;
}

std::optional<float> scan_intensity_of(const Stage& stage) {
    return is_scan(stage) ? std::optional(stage.scan_intensity) : std::nullopt;
}

bool shows_bone_heat(const Session& session) {
    return session.settings.mode == Mode::study && !session.stage.heat.empty();
}

bool names_hidden(const Stage& stage) {
    return stage.question && stage.question->names_hidden;
}

bool is_hidden(const Stage& stage, BoneIndex bone) {
    return std::binary_search(stage.hidden.begin(), stage.hidden.end(), bone);
}

bool reduces_motion(const Session& session) {
    const MotionChoice choice = session.settings.motion;
    return choice == MotionChoice::reduced ||
           (choice == MotionChoice::system && session.system_reduces_motion);
}

bool is_selected(const Stage& stage, BoneIndex bone) {
    return std::binary_search(stage.selection.begin(), stage.selection.end(), bone);
}

} // namespace osteon::session
