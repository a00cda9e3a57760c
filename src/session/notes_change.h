#pragma once

#include "session/session.h"

#include <string>
#include <vector>

namespace osteon::session {

/// Carries out the actions that change the notes, which undo takes back. `name` tells what was
/// done, in words that go on from "Undo": "drawing on the left femur".
struct NotesChange {
    Session& session;
    const World& world;
    std::string name;
    bool continuous = false; ///< part of the newest step
    NoteId typed = no_note;  ///< what is typed next into this note is part of this step

    void operator()(const AddPin& action);
    void operator()(const AddMark& action);
    void operator()(const AddInk& action);
    void operator()(const AddMeasure& action);
    void operator()(const SaveView& action);
    void operator()(const EditNote& action);
    void operator()(const SetMarkKind& action);
    void operator()(const RemoveNote& action);
    void operator()(const ClearNotes& action);
    void operator()(const EndDrawing& action);
    void operator()(const MeasureTo& action);

private:
    Notes& notes() { return session.notes; }
    NoteId next_id() { return ++session.notes.last_id; }
    /// Whether all of the points lie on bones that there are.
    bool known(const std::vector<BonePoint>& points) const;
    bool has_room() const;
    SeenFrom seen() const;
    /// A pattern with the bones that points lie on.
    std::string tr_bones(fmt::format_string<const std::string&> english,
                         const std::vector<BonePoint>& points) const;
    std::string tr(const char* english) const { return world.knowledge.language.tr(english); }
    void add_measurement(MeasureKind kind, std::vector<BonePoint> points);
    void add_stroke(std::vector<BonePoint> points, InkColour colour, float width);
};

/// Carries out what prepares a note and is no step of undo.
struct DeskChange {
    Session& session;
    const World& world;

    void operator()(const SetTool& action);
    void operator()(const SetInk& action);
    void operator()(const DrawOnBone& action);
    void operator()(const OpenNote& action);
    void operator()(const KeepNotes& action);
};

/// Drops what was begun for notes that are no more, as after a step through time.
void tidy_desk(Session& session);

} // namespace osteon::session
