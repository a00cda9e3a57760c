#pragma once

#include "session/notes.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace osteon::session {

struct SavedSession; // session/saved_session.h

// What a user can do with notes. Unknown bones and ids, and points that are no numbers, change
// nothing.

struct AddPin { ///< and its words can be typed at once
    BonePoint at;
    std::string text{};
};
struct AddMark { ///< its kind and words can be told at once
    BonePoint at;
    LesionKind kind = LesionKind::unknown;
    std::string words{};
};
struct AddInk { ///< a whole stroke; DrawOnBone and EndDrawing make one by hand
    std::vector<BonePoint> points;
    InkColour colour = InkColour::ink;
    float width = 0.002F; ///< metres on the bone
};
struct AddMeasure {
    MeasureKind kind = MeasureKind::distance;
    std::vector<BonePoint> points;
};
struct SaveView { ///< the stage as it is
    std::string name;
};
struct EditNote { ///< the text of a pin, the words of a mark, the name of a measurement or view
    NoteId id = no_note;
    std::string text;
};
struct SetMarkKind {
    NoteId id = no_note;
    LesionKind kind = LesionKind::unknown;
};
struct RemoveNote {
    NoteId id = no_note;
};
struct ClearNotes {}; ///< all of them; undo brings them back
struct ShowNote {     ///< its bones are shown, and the camera flies there; a view is gone back to
    NoteId id = no_note;
};
struct ShowView {
    NoteId id = no_note;
};

struct SetTool { ///< what was begun with another is dropped
    NoteTool tool = NoteTool::none;
};
struct SetInk {
    InkColour colour = InkColour::ink;
};
struct DrawOnBone { ///< the next point of a stroke; without a bone: the pen has left the bones
    BonePoint point;
    float width = 0.002F; ///< of the stroke: that of its first point counts
};
struct EndDrawing {}; ///< what was drawn becomes a stroke
struct MeasureTo {    ///< the next point for the tool in hand; the last one makes the measurement
    BonePoint point;
};
struct OpenNote { ///< its words can be typed; no_note: closed
    NoteId id = no_note;
};
struct KeepNotes { ///< whether notes made at the bedside may be written to disk
    bool on = true;
};
struct TakeSavedSession { ///< what was in a session file takes the place of stage and notes
    std::shared_ptr<const SavedSession> saved; ///< null: nothing
    std::filesystem::path file{}; ///< it is of; empty: none, as of notes that were left by a crash
};
struct NameFile { ///< the notes were saved to
    std::filesystem::path file;
};

} // namespace osteon::session
