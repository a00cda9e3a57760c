#pragma once

#include "ui/note_editor.h"
#include "ui/panel_context.h"

#include <optional>
#include <string>
#include <vector>

namespace osteon::ui {

/// A section's handle under a held button.
struct SectionGrab {
    ImVec2 start;        ///< of the pointer
    float offset = 0.0F; ///< of the plane when it was grabbed, metres
};

/// What the furniture of the stage remembers between frames.
struct StageState {
    std::vector<anatomy::BoneIndex> menu_bones; ///< that the context menu speaks of
    std::string pressed_marker;                 ///< site id of the marker under a held button
    std::optional<SectionGrab> section_grab;
    std::string played_route; ///< that moves, or has come to rest
    double route_began = 0.0; ///< when it was begun to be shown, by the interface's clock
    anatomy::LandmarkIndex pressed_landmark = anatomy::no_landmark; ///< the same of a landmark
    std::vector<anatomy::BoneIndex> pressed_name;                   ///< the same of a bone's name
    session::NoteId pressed_note = session::no_note;                ///< the same of a note
    NoteEditorState editor;
};

/// Everything that lies over the skeleton: markers with their labels, breadcrumb, looks bar,
/// legend, orientation figure, zoom bar and the context menu of a bone. Sets
/// output.pointer_on_stage.
void draw_stage(PanelContext& context, StageState& state);

} // namespace osteon::ui
