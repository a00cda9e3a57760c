#include "session/talk.h"

#include "session/question_change.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace osteon::session {
namespace {

/// Gives a stage the looks of another: all but what is chosen, marked and seen of it.
void take_looks(Stage& stage, const Stage& from) {
    stage.look = from.look;
    stage.fade_rest = from.fade_rest;
    stage.ghost_opacity = from.ghost_opacity;
    stage.film = from.film;
    stage.scan_intensity = from.scan_intensity;
    stage.section = from.section;
    stage.explosion = from.explosion;
    stage.lesions = from.lesions;
    stage.course = from.course;
    stage.course_progress = from.course_progress;
    stage.route = from.route;
    stage.route_id = from.route_id;
    stage.route_step = from.route_step;
    stage.bone_labels = from.bone_labels;
    stage.compared = from.compared;
    stage.primary = from.primary;
    stage.isolated = from.isolated;
    stage.hidden = from.hidden;
}

/// What is chosen is never hidden.
void reveal_selection(Stage& stage) {
    std::vector<BoneIndex> hidden;
    std::ranges::set_difference(stage.hidden, stage.selection, std::back_inserter(hidden));
    stage.hidden = std::move(hidden);
    stage.isolated = stage.isolated && !stage.hidden.empty();
}

void enter_bedside(Session& session) {
    session.talk.before = Interrupted{session.stage, std::exchange(session.undo, {}),
                                      std::exchange(session.redo, {})};
    session.talk.primary = session.stage.primary;
    keep_calm(session.stage);
    session.focused_hotspot.clear();
}

/// Marks made at the bedside stay undoable outside; before them comes what could be undone there.
void leave_bedside(Session& session) {
    if (!session.talk.before) {
        return;
    }
    Interrupted before = *std::exchange(session.talk.before, std::nullopt);
    before.stage.primary = session.talk.primary;
    if (before.stage.compared == session.talk.primary) {
        before.stage.compared.clear();
    }
    const auto bring_back = [&](Stage& stage) {
        take_looks(stage, before.stage);
        reveal_selection(stage);
    };
    bring_back(session.stage);
    for (std::vector<UndoStep>* const steps : {&session.undo, &session.redo}) {
        for (UndoStep& step : *steps) {
            if (step.stage) {
                bring_back(*step.stage);
            }
        }
    }
    if (session.undo.empty() && session.redo.empty()) {
        session.redo = std::move(before.redo);
    }
    session.undo.insert(session.undo.begin(), std::make_move_iterator(before.undo.begin()),
                        std::make_move_iterator(before.undo.end()));
}

} // namespace

void change_mode(Session& session, Mode mode) {
    if (mode == session.settings.mode) {
        return;
    }
    if (session.settings.mode == Mode::bedside) {
        leave_bedside(session);
    }
    if (session.settings.mode == Mode::study) {
        leave_question(session); // study mode brings it back
    }
    session.settings.mode = mode;
    if (mode == Mode::bedside) {
        enter_bedside(session);
    }
}

void keep_calm(Stage& stage) {
    stage.selected_region.clear();
    stage.landmark = anatomy::no_landmark;
    take_looks(stage, {});
}

const LesionMark* mark_of_talk(const Session& session, const World& world) {
    const std::vector<LesionMark>& marks = session.notes.marks;
    const auto open = std::ranges::find(marks, session.desk.open, &LesionMark::id);
    if (open != marks.end()) {
        return &*open;
    }
    const knowledge::Site* const site = world.knowledge.site(session.stage.site);
    const auto is_told = [&](const LesionMark& mark) {
        return site == nullptr || std::ranges::binary_search(site->bones, mark.at.bone);
    };
    const auto last = std::ranges::find_if(marks.rbegin(), marks.rend(), is_told);
    return session.stage.selection.empty() && last != marks.rend() ? &*last : nullptr;
}

const knowledge::Site* site_of_talk(const Session& session, const World& world) {
    const LesionMark* const mark = mark_of_talk(session, world);
    const std::vector<BoneIndex> bones =
        mark != nullptr ? std::vector{mark->at.bone} : session.stage.selection;
    const auto holds_bones = [&](const knowledge::Site& site) {
        return std::ranges::includes(site.bones, bones);
    };
    const knowledge::Site* const chosen = world.knowledge.site(session.stage.site);
    if (bones.empty() || (chosen != nullptr && holds_bones(*chosen))) {
        return chosen;
    }
    const knowledge::Site* found = nullptr;
    for (const knowledge::Site& site : world.knowledge.sites) {
        if (!holds_bones(site)) {
            continue;
        }
        // Several parts of a bone each, as of the hip bone, are told by what they are parts of.
        if (found != nullptr && !found->parent.empty() && found->parent == site.parent) {
            return world.knowledge.site(site.parent);
        }
        found = &site;
    }
    return found != nullptr ? found : chosen;
}

Stage stage_of_talk(const Session& session, const World& world) {
    Stage stage = session.stage;
    if (session.settings.mode == Mode::bedside) {
        const knowledge::Site* const site = site_of_talk(session, world);
        stage.site = site != nullptr ? site->id : "";
        stage.primary = session.talk.primary;
    }
    return stage;
}

void clear_talk(Session& session) {
    session.stage = {};
    session.notes = {};
    session.desk = {};
    session.reading = {};
    session.focused_hotspot.clear();
    session.undo.clear();
    session.redo.clear();
    session.talk = {};
}

ThemeChoice shown_theme(const Settings& settings) {
    const bool lit = settings.mode == Mode::bedside && settings.theme != ThemeChoice::contrast;
    return lit ? ThemeChoice::light : settings.theme;
}

ReadingLevel shown_level(const Settings& settings) {
    return settings.mode == Mode::bedside ? ReadingLevel::plain : settings.level;
}

} // namespace osteon::session
