#include "session/talk.h"

#include "session/notes_change.h"
#include "session/question_change.h"
#include "session/stage_change.h"

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

/// Exchanges what the bedside has of its own.
void change_papers(Session& session) {
    Papers& papers = session.talk.papers;
    std::swap(session.reading, papers.reading);
    std::swap(session.notes, papers.notes);
    std::swap(session.desk, papers.desk);
    std::swap(session.undo, papers.undo);
    std::swap(session.redo, papers.redo);
}

/// The talk goes on with those of its notes that lie among the others.
void take_up_notes(Session& session) {
    Notes& others = session.talk.papers.notes;
    add_all(session.notes, take_out(others, session.talk.kept));
    session.notes.last_id = std::max(session.notes.last_id, others.last_id);
    tidy_desk(session);
}

void enter_bedside(Session& session) {
    session.talk.before = session.stage;
    if (session.talk.primary.empty()) {
        session.talk.primary = session.stage.primary;
    }
    change_papers(session);
    take_up_notes(session);
    keep_calm(session.stage);
    session.focused_hotspot.clear();
}

/// The stage of the other rooms as they left it, with what is chosen at the bedside, if anything
/// is.
Stage stage_outside(const Session& session) {
    Stage stage = session.stage;
    if (stage.selection.empty() && stage.site.empty()) {
        stage = session.talk.before;
        stage.camera = session.stage.camera;
        return stage;
    }
    take_looks(stage, session.talk.before);
    reveal_selection(stage);
    return stage;
}

bool has_same_place(const Stage& stage, const std::string& site,
                    const std::vector<BoneIndex>& selection) {
    return stage.site == site && stage.selection == selection;
}

/// Remembers what the talk leaves on the stage of the other rooms, so that it can be forgotten.
void note_taken(Talk& talk, const Stage& outside) {
    if (has_same_place(talk.before, outside.site, outside.selection)) {
        return;
    }
    const bool again =
        talk.taken && has_same_place(talk.before, talk.taken->site, talk.taken->selection);
    talk.taken = again ? *std::move(talk.taken)
                       : TakenPlace{{}, {}, talk.before, talk.papers.reading, talk.papers.reading};
    talk.taken->site = outside.site;
    talk.taken->selection = outside.selection;
}

void leave_bedside(Session& session, const knowledge::Language& language) {
    Talk& talk = session.talk;
    const Stage outside = stage_outside(session);
    note_taken(talk, outside);
    change_papers(session);
    UndoStep step{language.tr("what was chosen at the bedside"), std::exchange(talk.before, {}),
                  nullptr};
    step.stage->camera = session.stage.camera;
    step.of_talk = std::exchange(talk.kept, {});
    session.stage = outside;
    if (talk.papers.desk.keep && count(talk.papers.notes) > 0) {
        step.notes = std::make_shared<const Notes>(session.notes);
        talk.kept = add_all(session.notes, std::exchange(talk.papers.notes, {}));
        session.stage.primary = talk.primary;
    }
    if (step.notes || session.stage != *step.stage) {
        remember(session, std::move(step));
    }
}

/// Takes the place that a talk left there from a stage, as long as it is still that place.
void forget_place(Stage& stage, const TakenPlace& taken) {
    if (has_same_place(stage, taken.site, taken.selection)) {
        stage.site = taken.before.site;
        stage.selection = taken.before.selection;
        stage.selected_region = taken.before.selected_region;
        stage.landmark = taken.before.landmark;
    }
}

/// Takes what a talk left in the other rooms from their history.
void forget_talk(std::vector<UndoStep>& steps, const Talk& talk) {
    std::erase_if(steps, [](const UndoStep& step) { return step.of_talk && !step.file; });
    for (UndoStep& step : steps) {
        if (step.stage && talk.taken) {
            forget_place(*step.stage, *talk.taken);
        }
        if (step.notes && !talk.kept.empty()) {
            Notes notes = *step.notes;
            take_out(notes, talk.kept);
            step.notes = std::make_shared<const Notes>(std::move(notes));
        }
    }
}

} // namespace

void change_mode(Session& session, Mode mode, const knowledge::Language& language) {
    if (mode == session.settings.mode) {
        return;
    }
    if (session.settings.mode == Mode::bedside) {
        leave_bedside(session, language);
    }
    if (session.settings.mode == Mode::study) {
        leave_question(session); // study mode brings it back
    }
    session.settings.mode = mode;
    if (mode == Mode::bedside) {
        enter_bedside(session);
    }
}

Session without_talk(Session session) {
    if (session.settings.mode == Mode::bedside) {
        const bool kept = session.desk.keep;
        Stage before = session.talk.before;
        change_mode(session, Mode::explore);
        if (!kept) {
            session.stage = std::move(before);
        }
    }
    return session;
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
    if (session.settings.mode != Mode::bedside) {
        session.talk = {};
        return;
    }
    Talk& talk = session.talk;
    if (talk.taken) {
        forget_place(talk.before, *talk.taken);
        if (talk.papers.reading == talk.taken->pages) {
            talk.papers.reading = talk.taken->pages_before;
        }
    }
    forget_talk(talk.papers.undo, talk);
    forget_talk(talk.papers.redo, talk);
    talk.primary.clear();
    talk.kept.clear();
    talk.taken.reset();
    session.stage = {};
    session.reading = {};
    session.notes = {};
    session.desk = {};
    session.undo.clear();
    session.redo.clear();
    session.focused_hotspot.clear();
}

ThemeChoice shown_theme(const Settings& settings) {
    const bool lit = settings.mode == Mode::bedside && settings.theme != ThemeChoice::contrast;
    return lit ? ThemeChoice::light : settings.theme;
}

ReadingLevel shown_level(const Settings& settings) {
    return settings.mode == Mode::bedside ? ReadingLevel::plain : settings.level;
}

} // namespace osteon::session
