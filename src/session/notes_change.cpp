#include "session/notes_change.h"

#include "session/wording.h"

#include <glm/common.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace osteon::session {

namespace {

constexpr float c_farthest = 100.0F; ///< metres from the origin; nothing of a body lies beyond
constexpr float c_widest_ink = 0.05F;
constexpr float c_thinnest_ink = 0.0002F;

bool is_place(const glm::vec3& place) {
    return std::isfinite(place.x) && std::isfinite(place.y) && std::isfinite(place.z) &&
           glm::all(glm::lessThanEqual(glm::abs(place), glm::vec3(c_farthest)));
}

bool is_on_bone(const BonePoint& point, const World& world) {
    return point.bone < world.registry.bones.size() && is_place(point.place);
}

bool has_bone(const BonePoint& point) {
    return point.bone != anatomy::no_bone;
}

template <class Note>
Note* find(std::vector<Note>& notes, NoteId id) {
    const auto found = std::ranges::find(notes, id, &Note::id);
    return found != notes.end() ? &*found : nullptr;
}

std::vector<BoneIndex> bones_of(const std::vector<BonePoint>& points) {
    std::vector<BoneIndex> bones;
    for (const BonePoint& point : points) {
        if (has_bone(point)) {
            bones.push_back(point.bone);
        }
    }
    std::ranges::sort(bones);
    bones.erase(std::unique(bones.begin(), bones.end()), bones.end());
    return bones;
}

/// Without places where the pen was off the bones before, after or twice in a row.
std::vector<BonePoint> without_idle_ends(const std::vector<BonePoint>& points) {
    std::vector<BonePoint> kept;
    for (const BonePoint& point : points) {
        if (has_bone(point) || (!kept.empty() && has_bone(kept.back()))) {
            kept.push_back(point);
        }
    }
    if (!kept.empty() && !has_bone(kept.back())) {
        kept.pop_back();
    }
    return kept;
}

MeasureKind kind_of(NoteTool tool) {
    return tool == NoteTool::angle ? MeasureKind::angle : MeasureKind::distance;
}

} // namespace

bool NotesChange::known(const std::vector<BonePoint>& points) const {
    return !points.empty() && std::ranges::all_of(points, [&](const BonePoint& point) {
        return is_on_bone(point, world);
    });
}

bool NotesChange::has_room() const {
    return count(session.notes) < most_notes;
}

SeenFrom NotesChange::seen() const {
    return {session.stage.camera.yaw, session.stage.camera.pitch};
}

std::string NotesChange::tr_bones(fmt::format_string<const std::string&> english,
                                  const std::vector<BonePoint>& points) const {
    const knowledge::Language& language = world.knowledge.language;
    const std::string bones = describe_bones(bones_of(points), world.registry, language);
    return language.tr(english, bones);
}

void NotesChange::operator()(const AddPin& action) {
    if (!known({action.at}) || !has_room()) {
        return;
    }
    const NoteId id = next_id();
    notes().pins.push_back({id, action.at, shortened_note(action.text), seen()});
    session.desk.open = id;
    typed = id;
    name = tr_bones("pinning a note to {}", {action.at});
}

void NotesChange::operator()(const AddMark& action) {
    if (!known({action.at}) || !has_room()) {
        return;
    }
    const NoteId id = next_id();
    notes().marks.push_back({id, action.at, action.kind, shortened_note(action.words), seen()});
    session.desk.open = id;
    typed = id;
    name = tr_bones("marking a spot on {}", {action.at});
}

void NotesChange::add_stroke(std::vector<BonePoint> points, InkColour colour, float width) {
    points = without_idle_ends(points);
    const bool drawn = !points.empty() && points.size() <= most_ink_points &&
                       std::ranges::all_of(points, [&](const BonePoint& point) {
                           return !has_bone(point) || is_on_bone(point, world);
                       });
    if (!drawn || !std::isfinite(width) || !has_room()) {
        return;
    }
    name = tr_bones("drawing on {}", points);
    notes().ink.push_back({next_id(), InkLine(std::move(points)), colour,
                           std::clamp(width, c_thinnest_ink, c_widest_ink), seen()});
}

void NotesChange::operator()(const AddInk& action) {
    add_stroke(action.points, action.colour, action.width);
}

void NotesChange::operator()(const EndDrawing&) {
    if (session.desk.tool == NoteTool::ink) {
        add_stroke(std::exchange(session.desk.begun, {}), session.desk.ink,
                   session.desk.begun_width);
    }
}

void NotesChange::add_measurement(MeasureKind kind, std::vector<BonePoint> points) {
    if (points.size() != points_needed(kind) || !known(points) || !has_room()) {
        return;
    }
    name = kind == MeasureKind::angle ? tr_bones("measuring an angle on {}", points)
                                      : tr_bones("measuring a distance on {}", points);
    notes().measurements.push_back({next_id(), kind, std::move(points), {}, seen()});
}

void NotesChange::operator()(const AddMeasure& action) {
    add_measurement(action.kind, action.points);
}

void NotesChange::operator()(const MeasureTo& action) {
    NoteDesk& desk = session.desk;
    const bool measures = desk.tool == NoteTool::distance || desk.tool == NoteTool::angle;
    if (!measures || !known({action.point})) {
        return;
    }
    desk.begun.push_back(action.point);
    if (desk.begun.size() == points_needed(kind_of(desk.tool))) {
        add_measurement(kind_of(desk.tool), std::exchange(desk.begun, {}));
    }
}

void NotesChange::operator()(const SaveView& action) {
    if (!has_room()) {
        return;
    }
    notes().views.push_back({next_id(), shortened_note(action.name), session.stage});
    name = world.knowledge.language.tr("saving the view {}", action.name);
}

void NotesChange::operator()(const EditNote& action) {
    std::string text = shortened_note(action.text);
    typed = action.id;
    continuous = typed == session.desk.typed;
    if (Pin* pin = find(notes().pins, action.id)) {
        pin->text = std::move(text);
        name = tr("changing a note");
    } else if (LesionMark* mark = find(notes().marks, action.id)) {
        mark->words = std::move(text);
        name = tr("changing a note");
    } else if (Measurement* measurement = find(notes().measurements, action.id)) {
        measurement->name = std::move(text);
        name = tr("naming a measurement");
    } else if (SavedView* view = find(notes().views, action.id)) {
        view->name = std::move(text);
        name = tr("naming a view");
    }
}

void NotesChange::operator()(const SetMarkKind& action) {
    if (LesionMark* mark = find(notes().marks, action.id)) {
        mark->kind = action.kind;
        name = tr_bones("telling the kind of a spot on {}", {mark->at});
    }
}

void NotesChange::operator()(const RemoveNote& action) {
    const std::vector<BonePoint> points = points_of(session.notes, action.id);
    const auto taken_from = [&](auto& kind) {
        return std::erase_if(kind, [&](const auto& note) { return note.id == action.id; }) > 0;
    };
    if (taken_from(notes().pins)) {
        name = tr_bones("removing a note from {}", points);
    } else if (taken_from(notes().ink)) {
        name = tr_bones("erasing a drawing on {}", points);
    } else if (taken_from(notes().marks)) {
        name = tr_bones("removing a spot from {}", points);
    } else if (taken_from(notes().measurements)) {
        name = tr("removing a measurement");
    } else if (taken_from(notes().views)) {
        name = tr("removing a view");
    }
    tidy_desk(session);
}

void NotesChange::operator()(const ClearNotes&) {
    if (count(session.notes) > 0) {
        notes() = Notes{.last_id = notes().last_id};
        name = tr("clearing all notes");
    }
    tidy_desk(session);
}

void DeskChange::operator()(const SetTool& action) {
    session.desk.tool = action.tool;
    session.desk.begun.clear();
    session.desk.open = no_note;
}

void DeskChange::operator()(const SetInk& action) {
    session.desk.ink = action.colour;
}

void DeskChange::operator()(const DrawOnBone& action) {
    NoteDesk& desk = session.desk;
    const bool off_bone = !has_bone(action.point);
    if (desk.tool != NoteTool::ink || desk.begun.size() >= most_ink_points ||
        !(off_bone || is_on_bone(action.point, world))) {
        return;
    }
    if (desk.begun.empty()) {
        desk.begun_width = action.width;
    }
    if (desk.begun.empty() || desk.begun.back() != action.point) {
        desk.begun.push_back(action.point);
    }
}

void DeskChange::operator()(const OpenNote& action) {
    session.desk.typed = no_note;
    session.desk.open = has_note(session.notes, action.id) ? action.id : no_note;
}

void DeskChange::operator()(const KeepNotes& action) {
    session.desk.keep = action.on;
}

void tidy_desk(Session& session) {
    session.desk.begun.clear();
    session.desk.typed = no_note;
    if (!has_note(session.notes, session.desk.open)) {
        session.desk.open = no_note;
    }
}

} // namespace osteon::session
